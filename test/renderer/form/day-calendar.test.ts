import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayCalendar,
  dayOfIso,
  fieldFormats,
  isoOfDay,
  readDay,
  type Day,
} from '../../../renderer/form/day-calendar.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date): Day => ({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  }));
const nativeOf = (day: Day): Date => new Date(`${isoOfDay(day)}T00:00:00Z`);
const isoOf = (date: Date): string => date.toISOString().slice(0, 10);

test.each([
  ['2026-11-22'],
  ['2026/11/22'],
  ['2026.11.22'],
  ['20261122'],
  ['2026年11月22日'],
  ['2026 年 11 月 22 日'],
  ['２０２６－１１－２２'],
  ['22 Nov 2026'],
  ['22 november 2026'],
  ['22/11/2026'],
  [' 2026-11-22 '],
])('a day is read as people type it: %s', (typed) => {
  const day = readDay(typed);
  expect(day === null ? null : isoOfDay(day)).toBe('2026-11-22');
});

test.each([
  ['2026-02-30'],
  ['2026-13-01'],
  ['11/22/2026'],
  ['明天'],
  ['2026-11'],
  ['22 Nex 2026'],
  ['0000-01-01'],
  [''],
])('what is no day is not read as another: %s', (typed) => {
  expect(readDay(typed)).toBeNull();
});

test('only whole ISO days are taken from a document', () => {
  expect(dayOfIso('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
  expect(dayOfIso('2026-02-29')).toBeNull();
  expect(dayOfIso('2026-1-5')).toBeNull();
});

test('what a field shows of a day in either language is read as the same day', () => {
  fc.assert(
    fc.property(days, (day) => {
      for (const [locale, format] of [
        ['zh_CN', fieldFormats.zh],
        ['en_GB', fieldFormats.en],
      ] as const) {
        expect(readDay(dayCalendar.locale.format(locale, day, format))).toEqual(day);
      }
    }),
  );
});

test('days, weeks, months and years are counted as the built-in calendar counts them', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -800, max: 800 }), (day, by) => {
      const native = nativeOf(day);
      expect(dayCalendar.getWeekDay(day)).toBe(native.getUTCDay());
      native.setUTCDate(native.getUTCDate() + by);
      expect(isoOfDay(dayCalendar.addDate(day, by))).toBe(isoOf(native));
      const first = nativeOf({ ...day, day: 1 });
      first.setUTCMonth(first.getUTCMonth() + by);
      const moved = dayCalendar.addMonth(day, by);
      expect(isoOfDay({ ...moved, day: 1 })).toBe(isoOf(first));
      expect(dayOfIso(isoOfDay(moved))).not.toBeNull();
      const monday = dayCalendar.locale.getWeekFirstDate('zh_CN', day);
      expect(dayCalendar.getWeekDay(monday)).toBe(1);
      expect(dayCalendar.isAfter(monday, day)).toBe(false);
      const last = dayCalendar.getEndDate(day);
      expect(dayCalendar.addDate(last, 1).day).toBe(1);
    }),
  );
});

test('months and years that are shorter keep to their last day', () => {
  const leap = { year: 2028, month: 2, day: 29 };
  expect(isoOfDay(dayCalendar.addYear(leap, 1))).toBe('2029-02-28');
  expect(isoOfDay(dayCalendar.setMonth({ year: 2026, month: 1, day: 31 }, 3))).toBe('2026-04-30');
  expect(isoOfDay(dayCalendar.setYear(leap, 2032))).toBe('2032-02-29');
});

test('weeks are numbered as ISO 8601 does', () => {
  const weekOf = (iso: string) =>
    dayCalendar.locale.getWeek('en_GB', dayOfIso(iso) ?? { year: 1, month: 1, day: 1 });
  expect(['2026-01-01', '2025-12-29', '2027-01-03', '2026-11-22'].map(weekOf)).toEqual([1, 1, 53, 47]);
});
