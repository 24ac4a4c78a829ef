import { expect, test } from 'vitest';
import { cellValue } from '../../../main/core/letters/batch-values.ts';

test.each([
  ['', 'company.name', false, null],
  ['甲公司', 'company.name', false, '甲公司'],
  ['2026/1/2', 'letter.date', true, '2026-01-02'],
  ['2026年01月02日', 'letter.date', true, '2026-01-02'],
  ['2026-01-02 0:00:00', 'letter.date', true, '2026-01-02'],
  ['2026.1.2', 'app.version', false, '2026.1.2'],
  ['居民身份证', 'company.agent.idType', false, 'resident'],
  ['身份证', 'company.agent.idType', false, 'resident'],
  ['passport', 'company.agent.idType', false, 'passport'],
  ['个人', 'applicant.kind', false, 'individual'],
  ['公司', 'licensor.kind', false, 'company'],
  ['是', 'facts.game', false, true],
  ['no', 'facts.game', false, 'no'],
  ['440301190002020027', 'company.agent.idNumber', false, '440301190002020027'],
  ['1E', 'company.address', false, '1E'],
])('“%s” as %s is %s → %s', (text, variable, isDate, value) => {
  expect(cellValue(text, variable, isDate)).toEqual({ value });
});

test.each([
  ['4.40301E+17', '文本'],
  ['4.4030119000202e+17', '文本'],
  ['9.14403E+17', '文本'],
  ['440301190002020000', '文本'],
  ['#N/A', '公式'],
  ['#REF!', '公式'],
])('“%s” is refused, and why', (text, hint) => {
  expect(cellValue(text, 'company.uscc', false)).toMatchObject({
    fault: { zh: expect.stringContaining(hint) },
  });
});

test.each([
  ['2026-02-30', 'letter.date', '不是一个日期'],
  ['明天', 'letter.date', '不是一个日期'],
  ['46348', 'letter.date', '不是一个日期'],
])('“%s” is no day', (text, variable, why) => {
  expect(cellValue(text, variable, true)).toMatchObject({ fault: { zh: expect.stringContaining(why) } });
});

test('a choice that there is not is refused with those there are', () => {
  expect(cellValue('驾照', 'company.agent.idType', false)).toMatchObject({
    fault: {
      zh: expect.stringContaining('居民身份证、护照'),
      en: expect.stringContaining('resident, passport'),
    },
  });
});
