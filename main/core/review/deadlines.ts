import type { DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { Deadline } from '../../contract/report.ts';
import type { DeadlineRule, Rulebook } from '../../contract/rulebook.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate } from '../rulebook/evaluate.ts';
import { isDeadlineRule } from '../rulebook/rule-kinds.ts';
import { addDays, addMonths, countWorkingDays, type WorkingDayResult } from './working-days.ts';

/** A duty with a clock before its language is chosen. */
export type JudgedDeadline = Omit<Deadline, 'title' | 'starts' | 'duration' | 'note'> & {
  readonly title: Localized;
  readonly starts: Localized;
  readonly duration: Localized;
  readonly note?: Localized;
};

function dueOf({ duration: { count, unit }, direction }: DeadlineRule, start: string): WorkingDayResult {
  const signed = direction === 'after' ? count : -count;
  switch (unit) {
    case 'working-day':
      return countWorkingDays(start, count, direction);
    case 'day':
      return { due: addDays(start, signed) };
    case 'month':
      return { due: addMonths(start, signed) };
    case 'year':
      return { due: addMonths(start, signed * 12) };
  }
}

const units: Readonly<Record<DeadlineRule['duration']['unit'], readonly [zh: string, en: string]>> = {
  'working-day': ['个工作日', 'working day'],
  day: ['天', 'day'],
  month: ['个月', 'month'],
  year: ['年', 'year'],
};

/** Whether the time is a limit that must not be passed, or a minimum that must be kept. */
const boundOf = ({ duration: { bound }, direction }: DeadlineRule): 'at-most' | 'at-least' =>
  bound ?? (direction === 'after' ? 'at-most' : 'at-least');

/** How long a duty lasts, in words: a limit or a minimum, after or before its start. */
export function durationOf(rule: DeadlineRule): Localized {
  const { count, unit } = rule.duration;
  const [zhUnit, enUnit] = units[unit];
  const zh = `${count} ${zhUnit}`;
  const en = `${count} ${enUnit}${count === 1 ? '' : 's'}`;
  const isMinimum = boundOf(rule) === 'at-least';
  if (rule.direction === 'before') {
    return isMinimum
      ? { zh: `至少提前 ${zh}`, en: `at least ${en} before` }
      : { zh: `之前 ${zh}内`, en: `within ${en} before` };
  }
  return isMinimum
    ? { zh: `之后至少 ${zh}`, en: `at least ${en} after` }
    : { zh: `之后 ${zh}内`, en: `within ${en} after` };
}

/**
 * The day from which a duty is worked out when none is given: today; for a notice that comes before, the first day of the event for which a
 * notice given today is in time.
 */
function earliestStart(rule: DeadlineRule, today: string): string {
  if (rule.direction === 'after' || boundOf(rule) === 'at-most') return today;
  const result = dueOf({ ...rule, direction: 'after' }, today);
  if (!('due' in result)) return today;
  let start = result.due;
  // Today may be a day off, or fall out of a shorter month: the next day that leaves enough time.
  for (let found = dueOf(rule, start); 'due' in found && found.due < today; found = dueOf(rule, start)) {
    start = addDays(start, 1);
  }
  return start;
}

/**
 * The duties with a clock that apply or may apply to a dossier, each worked out from the day in `starts` (rule id to YYYY-MM-DD), or as if it
 * started `today`; a notice in advance as if it were given today.
 */
export function deadlinesOf(
  rulebook: Rulebook,
  document: DossierDocument,
  today: string,
  starts: Readonly<Record<string, string>> = {},
): readonly JudgedDeadline[] {
  const circumstances = circumstancesOf(rulebook, document);
  return rulebook.rules
    .filter(isDeadlineRule)
    .filter((rule) => evaluate(rule.applies, circumstances).holds !== 'no')
    .map((rule) => {
      const start = Object.hasOwn(starts, rule.id) ? (starts[rule.id] ?? today) : earliestStart(rule, today);
      const result = dueOf(rule, start);
      return {
        rule: rule.id,
        title: rule.title,
        owes: rule.owes,
        to: rule.to,
        starts: rule.starts,
        duration: durationOf(rule),
        ifStartedOn: start,
        // Ten days' notice at least is given ten days before or earlier: that day is the last one in time.
        dueIs: (boundOf(rule) === 'at-most') === (rule.direction === 'after') ? 'latest' : 'earliest',
        ...('due' in result ? { due: result.due } : { note: unknownYear(result.unknownFrom) }),
        cites: rule.cites,
      };
    });
}

const unknownYear = (from: string): Localized => ({
  zh: `本程序的节假日资料还不包括 ${from} 及以后的安排，无法推算到期日；请按国务院公布的放假安排计算。`,
  en: `The calendar of public holidays in this program does not yet cover ${from} and later, so the due day cannot be worked out; count by the State Council’s holiday notice.`,
});
