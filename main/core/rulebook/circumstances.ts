import type { DossierDocument, FactAnswer } from '../../contract/dossier.ts';
import type { Answers, Fact, Platform, Rulebook } from '../../contract/rulebook.ts';
import type { Circumstances } from './evaluate.ts';

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

/** What the rules are judged against for a dossier. Answers that do not fit their question count as not given. */
export function circumstancesOf(
  rulebook: Pick<Rulebook, 'platform' | 'facts'>,
  document: DossierDocument,
  answers: Answers = document.facts ?? {},
): Circumstances {
  const fitting = rulebook.facts.flatMap((fact) => {
    const answer = Object.hasOwn(answers, fact.id) ? answers[fact.id] : undefined;
    return answer !== undefined && answerFits(fact, answer) ? [[fact.id, answer] as const] : [];
  });
  return {
    categories: document.categories,
    tracks: includedTracks(rulebook.platform, document.track),
    applicant: document.applicant?.kind ?? 'company',
    answers: Object.fromEntries(fitting),
  };
}
