import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/**
 * Public holidays and the working days made up for them, by date. The package's data and not its functions: these build the same calendar
 * anew at every start, which takes longer than to read it.
 */
const holidays: Readonly<Record<string, string>> = calendar.holidays;
const makeUpDays: Readonly<Record<string, string>> = calendar.workdays;

function isWorkday(date: string): boolean {
  if (date in makeUpDays) return true;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return !(date in holidays) && weekday !== 0 && weekday !== 6;
}

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

/** Whether the package's calendar of public holidays knows a year: it has National Day in every year that it knows. */
export const knowsYear = (year: number): boolean => `${year}-10-01` in holidays;

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
