import { expect, test } from 'vitest';
import type { BatchColumn } from '../../../main/core/letters/batch-columns.ts';
import { batchFileName, nameIn, tellingVariable } from '../../../main/core/letters/batch-names.ts';

const column = (variable: string, index: number): BatchColumn => ({
  index,
  heading: variable,
  variable,
  title: { zh: variable, en: variable },
});
const rows = (...cells: (readonly string[])[]) => cells.map((one) => ({ cells: one }));

test('files are numbered by their rows, with enough digits, under names that every system takes', () => {
  expect(batchFileName(1, 5, '授权委托书', '甲公司')).toBe('01-授权委托书-甲公司.pdf');
  expect(batchFileName(7, 100, '授权委托书', '甲/乙:公司?')).toBe('007-授权委托书-甲_乙_公司_.pdf');
  expect(batchFileName(1, 1, '授权委托书', '')).toBe('01-授权委托书.pdf');
  const long = batchFileName(10_000, 10_000, '信'.repeat(60), '镕'.repeat(200));
  expect(long).toMatch(/^10000-信+(-镕*)?\.pdf$/);
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200);
});

test('rows are told apart by the name that differs most, the company’s where several do', () => {
  const both = [column('app.name', 0), column('company.name', 1)];
  expect(tellingVariable(both, rows(['a', 'x'], ['b', 'y']))).toBe('company.name');
  expect(tellingVariable(both, rows(['a', 'x'], ['b', 'x']))).toBe('app.name');
  expect(tellingVariable([column('licensor.name', 0)], rows(['a']))).toBe('licensor.name');
  expect(tellingVariable([column('company.agent.name', 0)], rows(['a']))).toBe('company.name');
});

test('a name is the dossier’s, another party’s where the party is', () => {
  const document = {
    schema: 'yinqi/dossier@1' as const,
    platform: 'tencent-meeting',
    categories: [],
    company: { name: ' 甲公司 ' },
    parties: [{ role: 'licensor' as const, kind: 'company' as const, name: '乙公司' }],
  };
  expect([
    nameIn(document, 'company.name'),
    nameIn(document, 'licensor.name'),
    nameIn(document, 'app.name'),
  ]).toEqual(['甲公司', '乙公司', '']);
});
