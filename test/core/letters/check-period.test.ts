import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPeriod, latestBefore } from '../../../main/core/letters/check-period.ts';
import { addDays } from '../../../main/core/review/working-days.ts';

describe('a time in days', () => {
  test.each([
    ['the very day is in time', '2027-01-30', { kind: 'kept' }],
    ['earlier is in time', '2026-11-22', { kind: 'kept' }],
    ['a day late is not', '2027-01-31', { kind: 'too-short', days: 59, latest: '2027-01-30' }],
    ['a day after the end is not', '2027-04-01', { kind: 'too-short', days: -1, latest: '2027-01-30' }],
  ] as const)('of 60 before 31 March 2027: %s', (_, from, expected) => {
    expect(checkPeriod(from, '2027-03-31', 60, 'day')).toEqual(expected);
  });

  test('of none is the order of two days, the same day included', () => {
    expect(checkPeriod('2026-11-22', '2026-11-22', 0, 'day')).toEqual({ kind: 'kept' });
    expect(checkPeriod('2026-11-23', '2026-11-22', 0, 'day')).toMatchObject({ kind: 'too-short', days: -1 });
  });

  test('is kept on the last day that it allows and broken on the next, whatever the days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 400 }), (offset, count) => {
        const to = addDays('2024-01-01', offset);
        const latest = latestBefore(to, count, 'day');
        if (!('due' in latest)) throw new Error('days need no calendar');
        expect(checkPeriod(latest.due, to, count, 'day').kind).toBe('kept');
        expect(checkPeriod(addDays(latest.due, 1), to, count, 'day').kind).toBe('too-short');
      }),
      { seed: 20261122 },
    );
  });
});

describe('a time in working days', () => {
  test('skips weekends: three before Thursday, 17 December 2026, is Monday', () => {
    expect(checkPeriod('2026-12-14', '2026-12-17', 3, 'working-day')).toEqual({ kind: 'kept' });
    expect(checkPeriod('2026-12-15', '2026-12-17', 3, 'working-day')).toEqual({
      kind: 'too-short',
      days: 2,
      latest: '2026-12-14',
    });
    expect(checkPeriod('2026-12-11', '2026-12-15', 3, 'working-day')).toMatchObject({ latest: '2026-12-10' });
  });

  test('skips the National Day holiday and counts its make-up days', () => {
    // 2026: off from 1 to 7 October, worked on Sunday, 20 September, and Saturday, 10 October.
    expect(latestBefore('2026-10-12', 3, 'working-day')).toEqual({ due: '2026-10-08' });
    expect(latestBefore('2026-10-09', 3, 'working-day')).toEqual({ due: '2026-09-29' });
  });

  test('is not judged where the holidays are not announced, and refused all the same where the days alone are too few', () => {
    expect(checkPeriod('2090-05-01', '2090-06-01', 10, 'working-day')).toMatchObject({ kind: 'unknown' });
    expect(checkPeriod('2090-05-25', '2090-06-01', 10, 'working-day')).toEqual({
      kind: 'too-short',
      days: 7,
    });
  });
});
