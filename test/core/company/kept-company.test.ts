import { expect, test } from 'vitest';
import {
  companyDifferences,
  companyKey,
  detailsOf,
  editsForUse,
  isSameCompany,
  takeFields,
} from '../../../main/core/company/kept-company.ts';
import { maskNumber } from '../../../main/core/company/mask-number.ts';

const kept = {
  name: '甲公司',
  uscc: '91440300MA5YANGL1W',
  legalRepresentative: { name: '张三', idNumber: '440301190001010011' },
  seal: { shape: 'round' as const, widthMm: 42 },
};

test('companies are the same by credit code, however it was typed, and by name only for want of one', () => {
  const same = (one: object, other: object) => isSameCompany(companyKey(one), companyKey(other));
  expect(same(kept, { uscc: ' 91440300ma5yangl1w', name: '别名' })).toBe(true);
  expect(same(kept, { uscc: '91350100M000100Y43', name: '甲公司' })).toBe(false);
  expect(same(kept, { name: '甲公司' })).toBe(true);
  expect(same({}, {})).toBe(false);
});

test('differences name each field with both sides, and blank is empty', () => {
  const there = { name: '甲公司', uscc: '  ', phone: '0755-1', legalRepresentative: { name: '李四' } };
  expect(companyDifferences({ details: kept, logo: null }, { company: there, logo: null })).toEqual([
    { field: 'uscc', kept: '91440300MA5YANGL1W', there: null },
    { field: 'phone', kept: null, there: '0755-1' },
    { field: 'legalRepresentative.name', kept: '张三', there: '李四' },
    { field: 'legalRepresentative.idNumber', kept: '4403**********0011', there: null },
    { field: 'seal', kept: '⌀ 42 mm', there: null },
  ]);
});

test('identity numbers are masked unless the masks hide the very difference', () => {
  const there = (idNumber: string) => ({ ...kept, legalRepresentative: { name: '张三', idNumber } });
  const numbers = (idNumber: string) =>
    companyDifferences({ details: kept, logo: null }, { company: there(idNumber), logo: null }).map(
      (one) => one.there,
    );
  expect(numbers('110101190001010029')).toEqual(['1101**********0029']);
  expect(numbers('440301190001020011')).toEqual(['440301190001020011']);
});

test('logos are compared by content, not by name', () => {
  const named = (sha256: string) => ({ name: 'logo.png', sha256 });
  const differences = (one: string, other: string) =>
    companyDifferences({ details: kept, logo: named(one) }, { company: kept, logo: named(other) });
  expect(differences('a', 'a')).toEqual([]);
  expect(differences('a', 'b')).toEqual([{ field: 'logo', kept: 'logo.png', there: 'logo.png' }]);
});

test('using writes the chosen fields, and empties those that are kept empty', () => {
  expect(editsForUse(kept, ['uscc', 'phone', 'legalRepresentative.name', 'logo'])).toEqual([
    { path: ['company', 'uscc'], value: '91440300MA5YANGL1W' },
    { path: ['company', 'phone'], value: null },
    { path: ['company', 'legalRepresentative', 'name'], value: '张三' },
  ]);
});

test('keeping takes the chosen fields alone, and a group left empty goes', () => {
  const there = { name: '乙公司', phone: '0755-1', agent: { email: 'a@example.com' } };
  const taken = takeFields(kept, there, [
    'phone',
    'agent.email',
    'legalRepresentative.name',
    'legalRepresentative.idNumber',
  ]);
  expect(taken).toEqual({
    name: '甲公司',
    uscc: kept.uscc,
    seal: kept.seal,
    phone: '0755-1',
    agent: { email: 'a@example.com' },
  });
  expect(kept.legalRepresentative.name).toBe('张三');
});

test('details are a company without its logo', () => {
  expect(detailsOf({ name: '甲', logo: 'assets/l.png' })).toEqual({ name: '甲' });
});

test.each([
  ['', ''],
  ['123', '***'],
  ['E12345678', 'E1*****78'],
  ['440301190001010011', '4403**********0011'],
])('%s is shown in lists as %s', (number, shown) => {
  expect(maskNumber(number)).toBe(shown);
});
