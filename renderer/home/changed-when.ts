import type { Language } from '../../main/contract/language.ts';
import type { Say } from '../text/use-text.ts';

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

const formatters = (
  options: Intl.DateTimeFormatOptions,
): Readonly<Record<Language, Intl.DateTimeFormat>> => ({
  zh: new Intl.DateTimeFormat(locales.zh, options),
  en: new Intl.DateTimeFormat(locales.en, options),
});
// Made once: making one takes longer than drawing the card that it is for.
const times = formatters({ hour: '2-digit', minute: '2-digit', hour12: false });
const dates = formatters({ year: 'numeric', month: 'long', day: 'numeric' });

const isSameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** When a dossier was changed, in words: just now, today and yesterday with the time, else the date. */
export function changedWhen(changedAt: string, now: Date, language: Language, t: Say<'home'>): string {
  const then = new Date(changedAt);
  if (Number.isNaN(then.getTime())) return changedAt;
  const time = times[language].format(then);
  const sinceMs = now.getTime() - then.getTime();
  if (Math.abs(sinceMs) < 60_000) return t('when.now');
  if (isSameDay(then, now)) return t('when.today', { time });
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (isSameDay(then, yesterday)) return t('when.yesterday', { time });
  return t('when.date', { date: dates[language].format(then) });
}
