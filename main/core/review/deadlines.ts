import type { DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { Deadline } from '../../contract/report.ts';
import type { DeadlineRule, Rulebook } from '../../contract/rulebook.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate } from '../rulebook/evaluate.ts';
import { isDeadlineRule } from '../rulebook/rule-kinds.ts';
import { addDays, countWorkingDays, type WorkingDayResult } from './working-days.ts';

/** A duty with a clock before its language is chosen. */
export type JudgedDeadline = Omit<Deadline, 'title' | 'starts' | 'duration' | 'note'> & {
  readonly title: Localized;
  readonly starts: Localized;
  readonly duration: Localized;
  readonly note?: Localized;
};

function dueOf({ duration, direction }: DeadlineRule, start: string): WorkingDayResult {
  if (duration.unit === 'working-day') return countWorkingDays(start, duration.count, direction);
  return { due: addDays(start, direction === 'after' ? duration.count : -duration.count) };
}

function durationOf({ duration, direction }: DeadlineRule): Localized {
  const unit =
    duration.unit === 'working-day'
      ? { zh: '个工作日', en: duration.count === 1 ? 'working day' : 'working days' }
      : { zh: '天', en: duration.count === 1 ? 'day' : 'days' };
  return direction === 'after'
    ? { zh: `之后 ${duration.count} ${unit.zh}内`, en: `within ${duration.count} ${unit.en} after` }
    : { zh: `提前 ${duration.count} ${unit.zh}`, en: `${duration.count} ${unit.en} before` };
}

/** The duties with a clock that apply to a dossier, each worked out as if it started `today` (YYYY-MM-DD). */
export function deadlinesOf(
  rulebook: Rulebook,
  document: DossierDocument,
  today: string,
): readonly JudgedDeadline[] {
  const circumstances = circumstancesOf(rulebook, document);
  return rulebook.rules
    .filter(isDeadlineRule)
    .filter((rule) => evaluate(rule.applies, circumstances).holds !== 'no')
    .map((rule) => {
      const result = dueOf(rule, today);
      return {
        rule: rule.id,
        title: rule.title,
        owes: rule.owes,
        to: rule.to,
        starts: rule.starts,
        duration: durationOf(rule),
        ifStartedOn: today,
        ...('due' in result ? { due: result.due } : { note: unknownYear(result.unknownFrom) }),
        cites: rule.cites,
      };
    });
}

const unknownYear = (from: string): Localized => ({
  zh: `本程序的节假日资料还不包括 ${from} 及以后的安排，无法推算到期日；请按国务院公布的放假安排计算。`,
  en: `The calendar of public holidays in this program does not yet cover ${from} and later, so the due day cannot be worked out; count by the State Council’s holiday notice.`,
});
