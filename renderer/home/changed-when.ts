import type { Language } from '../../main/contract/language.ts';
import type { Say } from '../text/use-text.ts';

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

const isSameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** When a dossier was changed, in words: just now, today and yesterday with the time, else the date. */
export function changedWhen(changedAt: string, now: Date, language: Language, t: Say<'home'>): string {
  const then = new Date(changedAt);
  if (Number.isNaN(then.getTime())) return changedAt;
  const locale = locales[language];
  const time = then.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  const sinceMs = now.getTime() - then.getTime();
  if (Math.abs(sinceMs) < 60_000) return t('when.now');
  if (isSameDay(then, now)) return t('when.today', { time });
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (isSameDay(then, yesterday)) return t('when.yesterday', { time });
  const date = then.toLocaleDateString(locale, { year: 'numeric', month: 'long', day: 'numeric' });
  return t('when.date', { date });
}
