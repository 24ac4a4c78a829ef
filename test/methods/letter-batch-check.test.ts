import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MethodInput } from '../../main/contract/api.ts';
import { companyDossier, letterSetting } from './letter-setting.ts';

const { newFolder, makeWorld, setUp } = letterSetting('batch-check');
const world = makeWorld();
const { app, dossier } = setUp(companyDossier({ id: 'batch-check' }), world);

function check(table: string, input: Partial<MethodInput<'letters.batch-check'>> = {}) {
  const path = join(newFolder(), 'rows.csv');
  writeFileSync(path, table);
  return app.call('letters.batch-check', {
    dossier,
    letter: 'publishing-commitment',
    table: world.grants.offer(path),
    ...input,
  });
}

const table = `公司名称,统一社会信用代码,公司住所,法定代表人姓名,备注
杭州甲样例有限公司,91440300MA5YANGL1W,杭州市样例路 1 号,王五,
杭州乙样例有限公司,91440300MA5YANGL1X,杭州市样例路 2 号,赵六,
杭州丙样例有限公司,91440300MA5YANGL1W,,孙七,
`;

test('every column is shown as it is understood, and what is not understood stops nothing else from being said', async () => {
  const checked = await check(table);
  expect(checked.columns).toEqual([
    { heading: '公司名称', use: 'used', title: expect.any(String) },
    { heading: '统一社会信用代码', use: 'used', title: '统一社会信用代码' },
    { heading: '公司住所', use: 'used', title: expect.any(String) },
    { heading: '法定代表人姓名', use: 'used', title: expect.any(String) },
    { heading: '备注', use: 'unknown', fault: expect.stringContaining('备注') },
  ]);
  expect([checked.rows, checked.ready, checked.failed]).toEqual([3, 0, []]);
});

test('rows that would fail are told with all their reasons before anything is made', async () => {
  const checked = await check(table, { ignore: ['备注'] });
  expect(checked.columns.at(-1)).toEqual({ heading: '备注', use: 'ignored' });
  expect(checked.ready).toBe(1);
  expect(checked.failed.map(({ row }) => row)).toEqual([3, 4]);
  expect(checked.failed[0]?.reasons.join()).toContain('统一社会信用代码');
  const made = await app.call('letters.batch', {
    dossier,
    letter: 'publishing-commitment',
    ignore: ['备注'],
    table: world.grants.offer(writeTable(table)),
    folder: world.grants.offer(newFolder()),
  });
  // What was foretold is what comes true.
  expect(made.failed).toEqual(checked.failed);
  expect(made.made).toHaveLength(checked.ready);
});

test('a column that stands there twice, one without a name and one that is not printed are told apart', async () => {
  const checked = await check('公司名称,公司名称,,应用简介\n甲公司,乙公司,x,y\n');
  expect(checked.columns.map(({ use }) => use)).toEqual(['unknown', 'unknown', 'unknown', 'not-needed']);
  expect(checked.columns[2]?.fault).toContain('第 3 列');
});

function writeTable(text: string): string {
  const path = join(newFolder(), 'rows.csv');
  writeFileSync(path, text);
  return path;
}
