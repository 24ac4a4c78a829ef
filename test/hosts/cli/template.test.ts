import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { FakeMethod } from '../fake-app.ts';
import { runWith } from './run-with-fake-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-template-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'template.md');
writeFileSync(file, '甲');

const fault = {
  message: 'templates/a/1.1.0/template.md 第 3 行：没有名为「b」的变量',
  hint: '是否想写「c」？',
};
const templates = (
  faults: readonly unknown[],
  clauses: readonly unknown[] = [],
): Record<string, FakeMethod> => ({
  'clauses.list': () => ({ schema: 'yinqi/clauses@1', clauses }),
  'templates.list': () => ({
    schema: 'yinqi/templates@1',
    templates: [
      {
        letter: 'a',
        title: '承诺函',
        kind: 'letter',
        inUse: { version: '1.0.0', origin: 'app' },
        versions: [
          { version: '1.1.0', origin: 'team', fileName: 'x', faults },
          { version: '1.0.0', origin: 'app', fileName: 'y', faults: [] },
        ],
      },
    ],
  }),
});

test('list shows what is in use and every version, and 1 for one with faults', async () => {
  const sound = await runWith(['template', 'list'], templates([]));
  expect(sound.code).toBe(0);
  expect(sound.out).toBe('a  自带 1.0.0  承诺函  团队 1.1.0、自带 1.0.0\n');
  const faulty = await runWith(['template', 'list'], templates([fault]));
  expect(faulty.code).toBe(1);
  expect(faulty.out).toContain('✗ templates/a/1.1.0/template.md 第 3 行');
});

test('show prints the text of the version that is named', async () => {
  const { out, seen } = await runWith(['template', 'show', 'a', '--version', 'team:1.1.0'], {
    'templates.read': () => ({
      letter: 'a',
      version: '1.1.0',
      origin: 'team',
      fileName: 'x',
      text: '一\n二\n',
      faults: [],
    }),
  });
  expect(out).toBe('一\n二\n');
  expect(seen[0]?.input).toEqual({ letter: 'a', version: 'team:1.1.0' });
});

test('compare shows what changed with a little around it', async () => {
  const same = (text: string, at: number) => ({ kind: 'same', text, from: at, to: at });
  const { out, seen } = await runWith(['template', 'compare', 'a', '--from', 'app'], {
    'templates.compare': () => ({
      letter: 'a',
      from: { version: '1.0.0', origin: 'app' },
      to: { version: '1.1.0', origin: 'team' },
      added: 1,
      removed: 1,
      lines: [
        ...['一', '二', '三', '四'].map((text, index) => same(text, index + 1)),
        { kind: 'removed', text: '旧', from: 5 },
        { kind: 'added', text: '新', to: 5 },
        same('六', 6),
      ],
    }),
  });
  expect(out).toBe(
    'a  自带 1.0.0 → 团队 1.1.0\n…\n3   三\n4   四\n5 - 旧\n5 + 新\n6   六\n增加 1 行，删去 1 行。\n',
  );
  expect(seen[0]?.input).toEqual({ letter: 'a', from: 'app' });
});

test('check reads the file and gives 1 for faults, all of them with their lines', async () => {
  const { code, out, seen } = await runWith(['template', 'check', file], {
    'templates.check': () => ({ faults: [fault, { ...fault, message: '第 4 行' }] }),
  });
  expect(code).toBe(1);
  expect(out.match(/✗/g)).toHaveLength(2);
  expect(seen[0]?.input).toEqual({ text: '甲', fileName: file });
  expect((await runWith(['template', 'check', join(folder, 'none.md')])).code).toBe(2);
});

test('save hands over the text and its sample', async () => {
  const { code, out, seen } = await runWith(['template', 'save', file, '--sample', file, '--bump'], {
    'templates.save': () => ({
      letter: 'a',
      version: '1.2.0',
      origin: 'team',
      fileName: 'templates/a/1.2.0/template.md',
    }),
  });
  expect([code, seen[0]?.input]).toEqual([0, { text: '甲', sample: '甲', bump: true }]);
  expect(out).toContain('已保存 a 1.2.0：templates/a/1.2.0/template.md');
});

const sharedClause = (faults: readonly unknown[] = []) => ({
  clause: 'c',
  title: '保密',
  cites: [],
  letters: [{ letter: 'a', title: '承诺函' }],
  inUse: { version: '1.1.0', origin: 'team', wording: '甲' },
  versions: [
    { version: '1.1.0', origin: 'team', fileName: 'x', faults },
    { version: '1.0.0', origin: 'app', fileName: 'y', faults: [] },
  ],
});

test('list and clauses show the shared clauses with the letters that take them in, and 1 for one with faults', async () => {
  const shown = 'clauses/c  团队 1.1.0  保密  1 种函件引用  团队 1.1.0、自带 1.0.0\n';
  const list = await runWith(['template', 'list'], templates([], [sharedClause()]));
  expect([list.code, list.out]).toEqual([0, expect.stringContaining(`共用条款\n${shown}`)]);
  const unused = { ...sharedClause(), letters: [], inUse: null };
  const clauses = await runWith(['template', 'clauses'], templates([], [sharedClause(), unused]));
  expect(clauses.out).toContain('clauses/c  团队 1.1.0  保密  团队 1.1.0、自带 1.0.0\n    1 种函件引用：a\n');
  expect(clauses.out).toContain('clauses/c  不能用  保密  团队 1.1.0、自带 1.0.0\n    没有函件引用\n');
  for (const action of ['list', 'clauses']) {
    const faulty = await runWith(['template', action], templates([], [sharedClause([fault])]));
    expect([faulty.code, faulty.out]).toEqual([1, expect.stringContaining(`✗ ${fault.message}`)]);
  }
});

test('show and compare take clauses/ID for a shared clause', async () => {
  const show = await runWith(['template', 'show', 'clauses/c', '--version', 'app'], {
    'clauses.read': () => ({
      clause: 'c',
      version: '1.0.0',
      origin: 'app',
      fileName: 'x',
      text: '一\n',
      faults: [],
    }),
  });
  expect([show.out, show.seen[0]?.input]).toEqual(['一\n', { clause: 'c', version: 'app' }]);
  const compare = await runWith(['template', 'compare', 'clauses/c'], {
    'clauses.compare': () => ({
      clause: 'c',
      from: { version: '1.0.0', origin: 'app' },
      to: { version: '1.1.0', origin: 'team' },
      added: 1,
      removed: 0,
      lines: [{ kind: 'added', text: '新', to: 1 }],
    }),
  });
  expect(compare.out).toContain('clauses/c  自带 1.0.0 → 团队 1.1.0\n1 + 新\n');
  expect(compare.seen[0]?.input).toEqual({ clause: 'c' });
});

test('check and save know the file of a shared clause by its front matter', async () => {
  const path = join(folder, 'clause.md');
  const text = '---\nid: c\nkind: clause\n---\n甲\n';
  writeFileSync(path, text);
  const letters = [{ letter: 'a', title: '承诺函' }];
  const check = await runWith(['template', 'check', path], {
    'clauses.check': () => ({ faults: [], clause: 'c', version: '1.0.0', title: '保密', letters }),
  });
  expect(check.code).toBe(0);
  expect(check.out).toBe('✓ 共用条款 c 1.0.0：保密，没有发现错误\n  引用它的函件：《承诺函》（a）\n');
  expect(check.seen[0]?.input).toEqual({ text, fileName: path });
  const faulty = await runWith(['template', 'check', path], {
    'clauses.check': () => ({ faults: [fault], letters: [] }),
  });
  expect([faulty.code, faulty.out]).toEqual([1, expect.stringContaining(`✗ ${fault.message}`)]);
  const save = await runWith(['template', 'save', path, '--bump'], {
    'clauses.save': () => ({
      clause: 'c',
      version: '1.0.1',
      origin: 'team',
      fileName: 'templates/clauses/c/1.0.1.md',
      letters: [],
    }),
  });
  expect(save.out).toContain('已保存共用条款 c 1.0.1：templates/clauses/c/1.0.1.md\n  现在没有函件引用它。');
  expect(save.seen[0]?.input).toEqual({ text, bump: true });
});

test('an unknown action and a missing letter are wrong use', async () => {
  const unknown = await runWith(['template', 'lsit']);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('yinqi template list')]);
  expect((await runWith(['template', 'show'])).code).toBe(2);
  expect((await runWith(['template'])).code).toBe(2);
});

test('--templates and --forms reach the world as absolute folders, for every command', async () => {
  const seen: unknown[] = [];
  await runWith(
    [
      'letters-batch',
      '--letter',
      'a',
      '--rows',
      'r',
      '--out',
      'o',
      '--templates',
      'team',
      '--forms',
      'forms',
    ],
    {},
    {
      open: (...given) => {
        seen.push(given);
        throw new Error('enough');
      },
    },
  );
  expect(seen).toEqual([['folder', undefined, '/home/team', '/home/forms']]);
});

test('letters made of an older wording, for the team’s has faults, give 1 and say so', async () => {
  const letter = (templateFaults: readonly string[]) => ({
    letter: 'a', title: '承诺函', scan: 'outdated', need: 'required', because: '', notice: '', missingFields: [], unprintable: [],
    stale: [{ kind: 'data', text: '资料变了：应用名称', fields: ['app.name'] }],
    templateVersion: '1.0.0', templateOrigin: 'app', templateFaults,
  }); // prettier-ignore
  const run = (faults: readonly string[]) =>
    runWith(['letters', 'd', '--out', 'o'], {
      'letters.write': () => ({
        listed: [letter(faults)],
        written: [
          {
            letter: 'a',
            fileName: '01.pdf',
            revision: 'x',
            pages: 1,
            templateVersion: '1.0.0',
            templateOrigin: 'app',
          },
        ],
        held: [],
        left: [],
      }),
    });
  const faulty = await run(['templates/a/1.1.0/template.md 第 3 行']);
  expect(faulty.code).toBe(1);
  expect(faulty.out).toContain(
    '有团队模板不能用，用的是自带模板 1.0.0。templates/a/1.1.0/template.md 第 3 行',
  );
  expect(faulty.out).toContain('已归档的扫描件过期了。资料变了：应用名称。');
  expect((await run([])).code).toBe(0);
});
