import { addDays, countWorkingDays } from '../review/working-days.ts';

/** Whether a time between two days is kept. */
export type PeriodCheck =
  | { readonly kind: 'kept' }
  /** `latest`: the last day that `from` may be; absent where the calendar of holidays does not reach so far. */
  | { readonly kind: 'too-short'; readonly days: number; readonly latest?: string }
  /** The calendar does not know the year of this day, so working days cannot be counted. */
  | { readonly kind: 'unknown'; readonly unknownFrom: string };

/** The last day that lies at least `count` days or working days before `to`; or the first day whose holidays are not known. */
export function latestBefore(
  to: string,
  count: number,
  unit: 'day' | 'working-day',
): { readonly due: string } | { readonly unknownFrom: string } {
  return unit === 'day' ? { due: addDays(to, -count) } : countWorkingDays(to, count, 'before');
}

/**
 * Whether `from` lies at least `count` days, or working days of mainland China, before `to`; all are YYYY-MM-DD. The
 * days are counted back from `to`, which does not count itself: three working days before a Thursday is that week's
 * Monday. `days`: calendar days between the two, negative where `from` is the later one.
 */
export function checkPeriod(
  from: string,
  to: string,
  count: number,
  unit: 'day' | 'working-day',
): PeriodCheck {
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
  const latest = latestBefore(to, count, unit);
  if ('due' in latest) {
    return from <= latest.due ? { kind: 'kept' } : { kind: 'too-short', days, latest: latest.due };
  }
  // So many working days are never fewer days of the calendar.
  return days < count ? { kind: 'too-short', days } : { kind: 'unknown', unknownFrom: latest.unknownFrom };
}
