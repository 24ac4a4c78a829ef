/** Today and now, for records and defaults. */
export interface Clock {
  /** `YYYY-MM-DD` in local time. */
  today(): string;
  /** ISO 8601 instant. */
  now(): string;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The real clock, or with `fixed` (a day, `YYYY-MM-DD`) one that stands still at that day's midnight UTC. */
export function createClock(fixed?: string): Clock {
  if (fixed !== undefined) return { today: () => fixed, now: () => `${fixed}T00:00:00.000Z` };
  return {
    today() {
      const date = new Date();
      return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
    },
    now: () => new Date().toISOString(),
  };
}
