import { expect, test } from 'vitest';
import type { FakeMethod } from '../fake-app.ts';
import { runWith } from './run-with-fake-app.ts';

const result = (failed: readonly number[]): Record<string, FakeMethod> => ({
  'letters.batch': () => ({
    letter: 'publishing-commitment',
    title: '应用发布承诺函',
    made: [{ row: 2, fileName: '01-x.pdf', revision: 'abcd', pages: 2 }],
    failed: failed.map((row) => ({ row, reasons: [`缺少公司住所 ${row}`] })),
    notNeeded: ['客服电话'],
    resultFile: '00-结果.csv',
  }),
});
const argv = ['letters-batch', 'd', '--letter', 'publishing-commitment', '--rows', 'r.csv', '--out', 'o'];

test('hands over the table, the folder and what was chosen', async () => {
  const more = ['--sheet', '名单', '--ignore', '序号', '--ignore', '备注', '--date', '2026-11-22'];
  const { code, seen } = await runWith([...argv, ...more], result([]));
  expect(code).toBe(0);
  expect(seen[0]).toMatchObject({
    name: 'letters.batch',
    input: {
      dossier: 'd',
      letter: 'publishing-commitment',
      table: 'grant:/home/r.csv',
      folder: 'grant:/home/o',
      sheet: '名单',
      ignore: ['序号', '备注'],
      date: '2026-11-22',
    },
  });
});

test('a row that failed gives 1, and its reason; JSON lists made and failed', async () => {
  const { code, out } = await runWith(argv, result([3]));
  expect(code).toBe(1);
  expect(out).toContain('✗ 第 3 行没有生成：缺少公司住所 3');
  expect(out).toContain('用不到的列：「客服电话」');
  expect(out).toContain('已生成 1 份，没有生成 1 份');
  const json = JSON.parse((await runWith([...argv, '--format', 'json'], result([3]))).out) as unknown;
  expect(json).toMatchObject({
    schema: 'yinqi/letters-batch@1',
    made: [{ row: 2 }],
    failed: [{ row: 3, reasons: ['缺少公司住所 3'] }],
  });
});

test('of many failed rows the first twenty are shown', async () => {
  const { out } = await runWith(argv, result(Array.from({ length: 50 }, (_, index) => index + 2)));
  expect(out.match(/✗/g)).toHaveLength(20);
  expect(out).toContain('另有 30 行没有生成');
});

test('goes without a dossier, and not without letter, rows or folder', async () => {
  const { code, seen } = await runWith(
    argv.filter((word) => word !== 'd'),
    result([]),
  );
  expect([code, seen[0]?.input]).toEqual([0, expect.not.objectContaining({ dossier: 'd' })]);
  for (const option of ['--letter', '--rows', '--out']) {
    const at = argv.indexOf(option);
    expect((await runWith(argv.toSpliced(at, 2), result([]))).code).toBe(2);
  }
});
