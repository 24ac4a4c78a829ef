import type { DossierDocument, FactAnswer } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { Fact, Rulebook } from '../../contract/rulebook.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { factsOf } from '../rulebook/condition-parts.ts';
import { evaluate } from '../rulebook/evaluate.ts';

/** A question that matters for a dossier, with today's answer where it fits. */
export interface AskedFact {
  readonly id: string;
  readonly topic: { readonly id: string; readonly title: Localized };
  readonly question: Localized;
  readonly help: Localized;
  readonly kind: 'yes-no' | 'one-of' | 'some-of';
  readonly options: readonly { readonly id: string; readonly title: Localized }[];
  readonly answer?: FactAnswer;
  /** The requirements, checks and questions that hang on it. */
  readonly changes: readonly string[];
  readonly cites: readonly string[];
}

/** The topic of a question; the loader refuses one that the platform does not list. */
function topicOf({ platform }: Rulebook, { topic }: Fact): AskedFact['topic'] {
  const found = platform.questions.find(({ id }) => id === topic);
  if (found === undefined) throw new Error(`the platform ${platform.id} lists no topic ${topic}`);
  return found;
}

/**
 * The questions that matter for a dossier, in the order of the rulebook. One that hangs on the answer to another comes up once that answer is
 * given; with `mayComeUp` it is there before.
 */
export function askedFacts(
  rulebook: Rulebook,
  document: DossierDocument,
  { mayComeUp = false } = {},
): readonly AskedFact[] {
  const circumstances = circumstancesOf(rulebook, document);
  return rulebook.facts
    .filter((fact) => {
      const { holds } = evaluate(fact.asked, circumstances);
      return holds === 'yes' || (mayComeUp && holds === 'open');
    })
    .map((fact) => {
      const answer = circumstances.answers[fact.id];
      const rules = rulebook.rules.filter((rule) => factsOf(rule.applies).includes(fact.id));
      const facts = rulebook.facts.filter((other) => factsOf(other.asked).includes(fact.id));
      return {
        id: fact.id,
        topic: topicOf(rulebook, fact),
        question: fact.question,
        help: fact.help,
        kind: fact.answer.kind,
        options: fact.answer.kind === 'yes-no' ? [] : fact.answer.options,
        ...(answer === undefined ? {} : { answer }),
        changes: [...rules, ...facts].map((one) => one.id),
        cites: fact.cites,
      };
    });
}
