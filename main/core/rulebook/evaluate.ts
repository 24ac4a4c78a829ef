import type { FactAnswer } from '../../contract/dossier.ts';
import type { Condition } from '../../contract/condition.ts';

/** What a condition is judged against: the dossier's choices and the answers to facts that fit their questions. */
export interface Circumstances {
  readonly categories: readonly string[];
  /** The chosen track and those that it includes. */
  readonly tracks: readonly string[];
  readonly applicant: 'company' | 'individual';
  readonly answers: Readonly<Record<string, FactAnswer>>;
  /** Questions that do not come up: what they ask about is not there. */
  readonly moot?: ReadonlySet<string>;
}

/** Whether a condition holds. `open`: it hangs on the unanswered `facts` (sorted, each once). */
export interface Verdict {
  readonly holds: 'yes' | 'no' | 'open';
  readonly facts: readonly string[];
}

const yes: Verdict = { holds: 'yes', facts: [] };
const no: Verdict = { holds: 'no', facts: [] };
const when = (holds: boolean): Verdict => (holds ? yes : no);

const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

/** Whether an answer is what a condition asks for: equal, one of several, or for lists: any in common. */
function answerIs(answer: FactAnswer, wanted: boolean | string | readonly string[]): boolean {
  if (typeof answer === 'boolean' || typeof wanted === 'boolean') return answer === wanted;
  const given = listOf(answer);
  return listOf(wanted).some((one) => given.includes(one));
}

/** Joins parts: one part with `decisive` decides; otherwise an open part leaves it open. */
function join(parts: readonly Verdict[], decisive: 'yes' | 'no'): Verdict {
  if (parts.some((part) => part.holds === decisive)) return when(decisive === 'yes');
  const facts = [...new Set(parts.flatMap((part) => part.facts))].sort();
  if (parts.some((part) => part.holds === 'open')) return { holds: 'open', facts };
  return when(decisive === 'no');
}

/** Judges a condition in three-valued logic: no and unknown is no, yes or unknown is yes. No condition always holds. */
export function evaluate(condition: Condition | undefined, circumstances: Circumstances): Verdict {
  if (condition === undefined) return yes;
  const judge = (part: Condition): Verdict => evaluate(part, circumstances);
  if ('all' in condition) return join(condition.all.map(judge), 'no');
  if ('any' in condition) return join(condition.any.map(judge), 'yes');
  if ('not' in condition) {
    const inner = judge(condition.not);
    return inner.holds === 'open' ? inner : when(inner.holds === 'no');
  }
  if ('category' in condition) {
    return when(listOf(condition.category).some((id) => circumstances.categories.includes(id)));
  }
  if ('track' in condition)
    return when(listOf(condition.track).some((id) => circumstances.tracks.includes(id)));
  if ('applicant' in condition) return when(condition.applicant === circumstances.applicant);
  if (circumstances.moot?.has(condition.fact) === true) return no;
  const answer = circumstances.answers[condition.fact];
  if (answer === undefined) return { holds: 'open', facts: [condition.fact] };
  return when(answerIs(answer, condition.is));
}
