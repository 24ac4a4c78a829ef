import { expect, test } from 'vitest';
import type { FakeMethod } from '../fake-app.ts';
import { runWith } from './run-with-fake-app.ts';

const made = {
  fileName: 'pack.pdf',
  sizeBytes: 1_234_567,
  pages: 4,
  coverPages: 1,
  sheets: [
    {
      page: 2,
      kind: 'letter',
      id: 'publishing-commitment',
      title: '《应用发布承诺函》第 1 页，共 1 页',
      party: '甲公司',
      seal: '盖“甲公司”公章',
      handwriting: '写日期',
      scan: '自动归到本函',
    },
    {
      page: 3,
      kind: 'copy',
      id: 'business-licence',
      title: '营业执照复印件',
      party: '甲公司',
      scan: '单独存',
      caution: '只有约 96 dpi',
    },
  ],
  left: [{ id: 'agent-id-copy', title: '被授权人身份证复印件', reason: 'no-file', why: '没有给出图片' }],
};
const methods = (pack: object = made): Record<string, FakeMethod> => ({ 'letters.pack': () => pack });

test('copies are handed over by requirement, the sides of a card in the order given', async () => {
  const { code, seen } = await runWith(
    [
      'print-pack',
      'd',
      '--out=pack.pdf',
      '--copy',
      'agent-id-copy=front.jpg',
      '--copy=business-licence=a=b.jpg',
      '--copy',
      'agent-id-copy=back.jpg',
      '--letter',
      'security-inspection-authorisation',
      '--date',
      '2026-11-22',
      '--purpose-line',
      '--guides',
      'none',
    ],
    methods(),
  );
  expect(code).toBe(0);
  expect(seen.at(-1)).toMatchObject({
    name: 'letters.pack',
    input: {
      dossier: 'd',
      target: 'grant:/home/pack.pdf',
      sources: {
        'agent-id-copy': ['grant:/home/front.jpg', 'grant:/home/back.jpg'],
        'business-licence': ['grant:/home/a=b.jpg'],
      },
      letters: ['security-inspection-authorisation'],
      date: '2026-11-22',
      purposeLine: true,
      guides: 'none',
    },
  });
});

test('what is done with each page is told, and what is not in the pack', async () => {
  const { out } = await runWith(['print-pack', 'd', '--out', 'pack.pdf'], methods());
  expect(out).toContain('✓ /home/pack.pdf');
  expect(out).toContain('共 4 页（封面 1 页），1.2 MB');
  expect(out).toMatch(/第 2 页.*应用发布承诺函[\s\S]*盖“甲公司”公章；写日期/);
  expect(out).toContain('! 只有约 96 dpi');
  expect(out).toContain('- 被授权人身份证复印件：没有给出图片');
});

test('a required letter that is not ready makes the exit code 1; JSON holds the whole answer', async () => {
  const left = [{ id: 'authorisation-letter', title: '授权委托书', reason: 'not-ready', why: '资料不全' }];
  const { code, out } = await runWith(
    ['print-pack', 'd', '--out', 'pack.pdf', '--format', 'json'],
    methods({ ...made, left }),
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({ schema: 'yinqi/print-pack@1', path: 'pack.pdf', ...made, left });
});

test('a copy without its requirement, or no file to write, is wrong use', async () => {
  for (const words of [
    ['--copy', 'licence.jpg'],
    ['--copy', '=licence.jpg'],
    ['--copy', 'business-licence='],
  ]) {
    const { code, err } = await runWith(['print-pack', 'd', '--out', 'p.pdf', ...words], methods());
    expect(code).toBe(2);
    expect(err).toContain('business-licence=');
  }
  expect((await runWith(['print-pack', 'd'], methods())).code).toBe(2);
});
