import * as chineseDays from 'chinese-days';

/**
 * Node sees the package as CommonJS whose functions hang on its default export; bundlers see a module with both.
 * The default export is the same in either.
 */
const { getDayDetail, isWorkday } = chineseDays.default;

/** The day after `date` by `days`; both YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The same day of the month `months` later (earlier when negative), the month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  const wanted = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() + months);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(wanted, last));
  return day.toISOString().slice(0, 10);
}

/**
 * Whether the calendar of public holidays in the package knows a year: it names National Day in every year it has,
 * and gives a bare weekday in any other.
 */
export const knowsYear = (year: number): boolean => getDayDetail(`${year}-10-01`).name.includes('国庆');

/** The last days of a year belong to the New Year arrangement, which is announced with the year after. */
const isKnown = (date: string): boolean =>
  knowsYear(Number(date.slice(0, 4))) && (date.slice(5) < '12-26' || knowsYear(Number(date.slice(0, 4)) + 1));

/** The day on which `count` working days after (or before) a start are over; or the first day whose year is not known. */
export type WorkingDayResult = { readonly due: string } | { readonly unknownFrom: string };

/** Counts working days of mainland China, public holidays and make-up days included. The start itself does not count. */
export function countWorkingDays(
  start: string,
  count: number,
  direction: 'after' | 'before',
): WorkingDayResult {
  const step = direction === 'after' ? 1 : -1;
  let date = start;
  for (let left = count; left > 0;) {
    date = addDays(date, step);
    if (!isKnown(date)) return { unknownFrom: date };
    if (isWorkday(date)) left -= 1;
  }
  return { due: date };
}
