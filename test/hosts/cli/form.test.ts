import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FakeMethod } from '../fake-app.ts';
import { runWith } from './run-with-fake-app.ts';

const version = {
  letter: 'a',
  version: 2,
  sha256: 'f'.repeat(64),
  fileName: '格式.pdf',
  importedOn: '2026-11-22',
  sizeBytes: 1000,
  pages: [{ widthMm: 210, heightMm: 297 }],
  revision: 1,
  fieldCount: 3,
  faults: [] as string[],
};
const list = (faults: string[]): Record<string, FakeMethod> => ({
  'forms.list': () => ({
    schema: 'yinqi/forms@1',
    forms: [
      {
        letter: 'a',
        title: '承诺函',
        inUse: 2,
        versions: [
          { ...version, faults },
          { ...version, version: 1 },
        ],
      },
      { letter: 'b', title: '委托书', inUse: null, versions: [] },
    ],
  }),
});

test('the list names versions, which is in use, and letters without a form; a fault gives 1', async () => {
  const sound = await runWith(['form', 'list'], list([]));
  expect(sound.code).toBe(0);
  expect(sound.out).toMatch(/a +第 2 版 +在用 +1 页，3 处 +ffffffffffff +承诺函/);
  expect(sound.out).toContain('用自拟措辞的：b。');
  const faulty = await runWith(['form', 'list', '--lang', 'en'], list(['fields-1.yaml, line 3: …']));
  expect([faulty.code, faulty.out]).toEqual([1, expect.stringContaining('✗ fields-1.yaml, line 3')]);
});

test('import hands the file over, says what was imported and what comes next', async () => {
  const seen: unknown[] = [];
  const { code, out } = await runWith(['form', 'import', 'a', '格式.pdf', '--keep-fields'], {
    'forms.import': (input: unknown) => {
      seen.push(input);
      return { ...version, isNew: true, remarks: ['自带 3 个域'] };
    },
  });
  expect(code).toBe(0);
  expect(seen).toMatchObject([{ letter: 'a', keepFields: true }]);
  expect(out).toContain('已导入 a 第 2 版：1 页');
  expect(out).toContain('自带 3 个域');
  expect((await runWith(['form', 'import', 'a'])).code).toBe(2);
});

test('place reads the YAML and hands it over with its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yinqi-form-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, '位置.yaml');
  writeFileSync(path, 'schema: yinqi/form-fields@1\n');
  const seen: unknown[] = [];
  const methods = {
    'forms.place': (input: unknown) => {
      seen.push(input);
      return version;
    },
  };
  expect((await runWith(['form', 'place', 'a', '--fields', path, '--version', '2'], methods)).code).toBe(0);
  expect(seen).toEqual([
    { letter: 'a', version: 2, yaml: { text: 'schema: yinqi/form-fields@1\n', fileName: path } },
  ]);
  const missing = await runWith(['form', 'place', 'a', '--fields', join(folder, 'nope.yaml')], methods);
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('无法读取')]);
  expect((await runWith(['form', 'place', 'a'], methods)).code).toBe(2);
});

test('check says what does not fit, in its own words, and gives 1', async () => {
  const trial = (data: string, misfits: unknown[]) => ({
    data,
    fits: misfits.length === 0,
    misfits,
    unprintable: [],
  });
  const check = (misfits: unknown[]): Record<string, FakeMethod> => ({
    'forms.check': () => ({
      schema: 'yinqi/form-check@1',
      letter: 'a',
      version: 2,
      faults: [],
      remarks: [],
      trials: [trial('longest', misfits), trial('shortest', [])],
    }),
  });
  const misfit = { field: 'x', page: 1, text: '长', message: '公司名称：放不下' };
  const bad = await runWith(['form', 'check', 'a'], check([misfit]));
  expect(bad.code).toBe(1);
  expect(bad.out).toContain('✗ 最长的资料：1 处放不下');
  expect(bad.out).toContain('公司名称：放不下');
  expect((await runWith(['form', 'check', 'a'], check([]))).code).toBe(0);
});

test('an unknown action, a version that is none and a preview without a file are wrong use', async () => {
  const unknown = await runWith(['form', 'imprt', 'a']);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('yinqi form import')]);
  expect((await runWith(['form', 'show', 'a', '--version', 'v2'])).code).toBe(2);
  expect((await runWith(['form', 'preview', 'a', '--out', 'x.docx'])).code).toBe(2);
  expect((await runWith(['form', 'remove', 'a'])).code).toBe(2);
});
