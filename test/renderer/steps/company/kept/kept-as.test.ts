import { expect, test } from 'vitest';
import { keptAs } from '../../../../../renderer/steps/company/kept/kept-as.ts';

const companies = [
  { company: 'a', name: '甲公司', uscc: '91440300MA5YANGL1W' },
  { company: 'b', name: '乙公司', uscc: '' },
];

test('a dossier’s company is found among the kept by its credit code, else by its name', () => {
  expect(keptAs(companies, { name: '改了名', uscc: '91440300ma5yangl1w ' })).toBe('a');
  expect(keptAs(companies, { name: '乙 公司', uscc: '91350100M000100Y43' })).toBe('b');
  expect(keptAs(companies, { name: '甲公司', uscc: '91350100M000100Y43' })).toBeNull();
  expect(keptAs(companies, {})).toBeNull();
});
