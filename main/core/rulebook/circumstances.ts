import type { DossierDocument, FactAnswer } from '../../contract/dossier.ts';
import type { Answers, Fact, Platform, Rulebook } from '../../contract/rulebook.ts';
import { evaluate, type Circumstances } from './evaluate.ts';

/** Whether an answer fits its question: a yes or no, one of its options, or several of them without repeats. */
export function answerFits(fact: Fact, answer: FactAnswer): boolean {
  const { answer: asked } = fact;
  if (asked.kind === 'yes-no') return typeof answer === 'boolean';
  const options = new Set(asked.options.map((option) => option.id));
  if (asked.kind === 'one-of') return typeof answer === 'string' && options.has(answer);
  if (!Array.isArray(answer)) return false;
  return answer.every((one) => options.has(one)) && new Set(answer).size === answer.length;
}

/** The tracks that a chosen track includes, itself last; none for a platform without tracks or an unknown track. */
export function includedTracks(platform: Platform, track: string | undefined): readonly string[] {
  const ids = platform.tracks.map((one) => one.id);
  return ids.slice(0, track === undefined ? 0 : ids.indexOf(track) + 1);
}

/**
 * What the rules are judged against for a dossier. Answers that do not fit their question count as not given; a question that does not come up under
 * the other choices is moot: nothing hangs on it, whatever was answered to it before.
 */
export function circumstancesOf(
  rulebook: Pick<Rulebook, 'platform' | 'facts'>,
  document: DossierDocument,
  answers: Answers = document.facts ?? {},
): Circumstances {
  const fitting = rulebook.facts.flatMap((fact) => {
    const answer = Object.hasOwn(answers, fact.id) ? answers[fact.id] : undefined;
    return answer !== undefined && answerFits(fact, answer) ? [[fact.id, answer] as const] : [];
  });
  const moot = new Set<string>();
  const circumstances: Circumstances = {
    categories: document.categories,
    tracks: includedTracks(rulebook.platform, document.track),
    applicant: document.applicant?.kind ?? 'company',
    answers: Object.fromEntries(fitting),
    moot,
  };
  // A question may hang on another that turns out to be moot: again until nothing more does.
  for (let before = -1; before < moot.size;) {
    before = moot.size;
    for (const fact of rulebook.facts) {
      if (evaluate(fact.asked, circumstances).holds === 'no') moot.add(fact.id);
    }
  }
  return circumstances;
}
