/** A day of the calendar; month from 1. An object, because the date picker wants one. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;

const dayOf = (ms: number): Day => {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
/** Noon in UTC: no daylight saving moves a day. */
const msOf = ({ year, month, day }: Day): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() + dayMs / 2;
};
const isDayThatExists = (one: Day): boolean => {
  const found = dayOf(msOf(one));
  return one.year > 0 && found.month === one.month && found.day === one.day;
};

/** The day of `YYYY-MM-DD`; null for any other text, or a day that does not exist. */
export function dayOfIso(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return null;
  const one = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  return isDayThatExists(one) ? one : null;
}

const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

/** `YYYY-MM-DD` of a day. */
export const isoOfDay = ({ year, month, day }: Day): string =>
  `${padded(year, 4)}-${padded(month)}-${padded(day)}`;

const englishMonths = [
  'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec',
]; // prettier-ignore
const chineseMonths = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
const isChinese = (locale: string): boolean => locale.startsWith('zh');

/**
 * Reads a day as people type it: 2026-11-22, 2026/11/22, 2026.11.22, 20261122, 2026年11月22日, 22 Nov 2026, 22 November 2026 and, day first as
 * in Britain, 22/11/2026. Null for everything else.
 */
export function readDay(typed: string): Day | null {
  const text = typed.normalize('NFKC').trim();
  const yearFirst =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const dayFirst =
    /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text) ??
    /^(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text);
  const [year = '', month = '', day = ''] =
    yearFirst?.slice(1) ?? (dayFirst === null ? [] : dayFirst.slice(1).toReversed());
  const named = englishMonths.findIndex((name) => month.toLowerCase().startsWith(name.toLowerCase()));
  const one = { year: Number(year), month: named < 0 ? Number(month) : named + 1, day: Number(day) };
  return year !== '' && isDayThatExists(one) ? one : null;
}

/** How a date field shows a day: the one way that nobody reads with day and month exchanged. */
export const fieldFormats = { zh: 'YYYY-MM-DD', en: 'D MMM YYYY' } as const;

/** Writes a day with YYYY, MMM, MM, M, DD and D. */
function formatDay(locale: string, one: Day, format: string): string {
  const months = isChinese(locale) ? chineseMonths : englishMonths;
  const words: Readonly<Record<string, string>> = {
    YYYY: padded(one.year, 4),
    MMM: months[one.month - 1] ?? '',
    MM: padded(one.month),
    M: String(one.month),
    DD: padded(one.day),
    D: String(one.day),
  };
  return format.replaceAll(/YYYY|MMM|MM|M|DD|D/g, (token) => words[token] ?? token);
}

const moved = (one: Day, days: number): Day => dayOf(msOf(one) + days * dayMs);
const weekDay = (one: Day): number => new Date(msOf(one)).getUTCDay();
const daysIn = (year: number, month: number): number => dayOf(msOf({ year, month: month + 1, day: 0 })).day;
/** The same day of another month, or the last that it has. */
const inMonth = ({ year, month, day }: Day, by: number): Day => {
  const at = year * 12 + (month - 1) + by;
  const to = { year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1 };
  return { ...to, day: Math.min(day, daysIn(to.year, to.month)) };
};
/** Weeks begin on Monday, as ISO 8601 counts them. */
const firstOfWeek = (one: Day): Day => moved(one, -((weekDay(one) + 6) % 7));
const weekOf = (one: Day): number => {
  const thursday = moved(firstOfWeek(one), 3);
  const newYear = msOf({ year: thursday.year, month: 1, day: 1 });
  return Math.floor((msOf(thursday) - newYear) / dayMs / 7) + 1;
};
const same = (one: Day): Day => one;
const zero = (): number => 0;

/** The calendar that antd's date picker counts by: days alone, with no time and no zone. `today` is the day it marks. */
export const dayCalendar = {
  getWeekDay: weekDay,
  getMillisecond: zero,
  getSecond: zero,
  getMinute: zero,
  getHour: zero,
  getDate: ({ day }: Day) => day,
  getMonth: ({ month }: Day) => month - 1,
  getYear: ({ year }: Day) => year,
  getNow: (): Day => {
    const now = new Date();
    return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  },
  getFixedDate: (fixed: string) => dayOfIso(fixed) ?? { year: 1990, month: 1, day: 1 },
  getEndDate: (one: Day) => ({ ...one, day: daysIn(one.year, one.month) }),
  addYear: (one: Day, by: number) => inMonth(one, by * 12),
  addMonth: inMonth,
  addDate: moved,
  setYear: (one: Day, year: number) => inMonth(one, (year - one.year) * 12),
  setMonth: (one: Day, month: number) => inMonth(one, month + 1 - one.month),
  setDate: (one: Day, day: number) => moved(one, day - one.day),
  setHour: same,
  setMinute: same,
  setSecond: same,
  setMillisecond: same,
  isAfter: (one: Day, other: Day) => msOf(one) > msOf(other),
  isValidate: isDayThatExists,
  locale: {
    getWeekFirstDay: () => 1,
    getWeekFirstDate: (_locale: string, one: Day) => firstOfWeek(one),
    getWeek: (_locale: string, one: Day) => weekOf(one),
    format: formatDay,
    parse: (_locale: string, text: string) => readDay(text),
    getShortWeekDays: (locale: string) =>
      isChinese(locale)
        ? ['日', '一', '二', '三', '四', '五', '六']
        : ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
    getShortMonths: (locale: string) => (isChinese(locale) ? [...chineseMonths] : [...englishMonths]),
  },
};
