import * as chineseDays from 'chinese-days';
import { expect, test } from 'vitest';
import { addDays, countWorkingDays, knowsYear } from '../../../main/core/review/working-days.ts';

test('the start does not count, weekends neither', () => {
  // 2026-07-01 is a Wednesday without holidays near.
  expect(countWorkingDays('2026-07-01', 5, 'after')).toEqual({ due: '2026-07-08' });
  expect(countWorkingDays('2026-07-04', 1, 'after')).toEqual({ due: '2026-07-06' });
  expect(countWorkingDays('2026-07-08', 5, 'before')).toEqual({ due: '2026-07-01' });
});

test('public holidays are left out and make-up days counted', () => {
  // National Day 2025: off 1 to 8 October, work on Sunday 28 September and Saturday 11 October.
  expect(countWorkingDays('2025-09-26', 4, 'after')).toEqual({ due: '2025-10-09' });
  expect(countWorkingDays('2025-10-10', 1, 'after')).toEqual({ due: '2025-10-11' });
});

test('every day of every known year counts as the package itself says', () => {
  // Node sees the package as CommonJS whose functions hang on its default export.
  const { isWorkday } = chineseDays.default;
  for (let day = '2004-01-01'; day < '2026-12-20'; day = addDays(day, 1)) {
    const next = addDays(day, 1);
    expect(countWorkingDays(day, 1, 'after'), day).toHaveProperty('due');
    const counts = JSON.stringify(countWorkingDays(day, 1, 'after')) === JSON.stringify({ due: next });
    expect(counts, next).toBe(isWorkday(next));
  }
});

test('a year that the calendar does not have is told, not guessed', () => {
  expect(knowsYear(2025)).toBe(true);
  expect(knowsYear(2099)).toBe(false);
  expect(countWorkingDays('2098-12-31', 1, 'after')).toEqual({ unknownFrom: '2099-01-01' });
  expect(countWorkingDays('1990-05-01', 1, 'before')).toEqual({ unknownFrom: '1990-04-30' });
});

test('the last days of the last known year hang on the year after', () => {
  const last = [2024, 2025, 2026, 2027, 2028, 2029, 2030].findLast(knowsYear)!;
  expect(countWorkingDays(`${last}-12-24`, 1, 'after')).toEqual({ due: `${last}-12-25` });
  expect(countWorkingDays(`${last}-12-25`, 5, 'after')).toEqual({ unknownFrom: `${last}-12-26` });
  expect(countWorkingDays(`${last - 1}-12-25`, 1, 'after')).toHaveProperty('due');
});

test('days cross months and leap days', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});
