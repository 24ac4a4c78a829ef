import type { Localized } from '../../contract/language.ts';
import type { DueTo } from '../../contract/report.ts';
import type { Condition } from '../../contract/condition.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { evaluate, type Circumstances, type Verdict } from '../rulebook/evaluate.ts';
import { atomsOf, type Atom } from '../rulebook/condition-parts.ts';

type Titled = Pick<Rulebook, 'platform' | 'categories' | 'facts'>;

const joined = (all: readonly Localized[], zh: string, en: string): Localized => ({
  zh: all.map((one) => one.zh).join(zh),
  en: all.map((one) => one.en).join(en),
});

/** The answer to a fact in words; the question goes before it. */
function answerInWords(rulebook: Titled, fact: string, circumstances: Circumstances): Localized {
  const answer = circumstances.answers[fact];
  if (typeof answer === 'boolean') return answer ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  const asked = rulebook.facts.find((one) => one.id === fact)?.answer;
  const options = asked === undefined || asked.kind === 'yes-no' ? [] : asked.options;
  const given = typeof answer === 'string' ? [answer] : (answer ?? []);
  return joined(
    given.map((id) => options.find((option) => option.id === id)?.title ?? { zh: id, en: id }),
    '、',
    ', ',
  );
}

const questionOf = (rulebook: Titled, fact: string): Localized =>
  rulebook.facts.find((one) => one.id === fact)?.question ?? { zh: fact, en: fact };

function atomInWords(rulebook: Titled, atom: Atom, circumstances: Circumstances): Localized {
  if ('fact' in atom) {
    const question = questionOf(rulebook, atom.fact);
    const answer = answerInWords(rulebook, atom.fact, circumstances);
    return {
      zh: `「${question.zh}」的回答是「${answer.zh}」`,
      en: `“${question.en}” was answered “${answer.en}”`,
    };
  }
  if ('applicant' in atom) {
    return circumstances.applicant === 'company'
      ? { zh: '申请者是企业', en: 'the applicant is a company' }
      : { zh: '申请者是个人', en: 'the applicant is an individual' };
  }
  const [ids, titled] =
    'category' in atom
      ? [circumstances.categories, rulebook.categories]
      : [circumstances.tracks.slice(-1), rulebook.platform.tracks];
  const titles = joined(
    ids.map((id) => titled.find((one) => one.id === id)?.title ?? { zh: id, en: id }),
    '、',
    ', ',
  );
  return 'category' in atom
    ? { zh: `所选类目是「${titles.zh}」`, en: `the category is “${titles.en}”` }
    : { zh: `申请的是「${titles.zh}」`, en: `the track is “${titles.en}”` };
}

/** The parts of a condition that made it hold: those that hold themselves, or under a not do not. */
function decidingParts(condition: Condition, circumstances: Circumstances): readonly Atom[] {
  const seen = new Map<string, Atom>();
  for (const { atom, negated } of atomsOf(condition)) {
    const { holds } = evaluate(atom, circumstances);
    if (holds === (negated ? 'no' : 'yes')) seen.set(JSON.stringify('fact' in atom ? atom.fact : atom), atom);
  }
  return [...seen.values()];
}

/** The kinds of choices that made a rule apply, each once; none for a rule that always does. */
export function choicesBehind(
  applies: Condition | undefined,
  circumstances: Circumstances,
): readonly DueTo[] {
  if (applies === undefined) return [];
  const kinds = decidingParts(applies, circumstances).map((atom): DueTo => {
    if ('fact' in atom) return 'answer';
    if ('category' in atom) return 'category';
    return 'track' in atom ? 'track' : 'applicant';
  });
  return [...new Set(kinds)];
}

/** Why a rule applies, or what it hangs on: its own reason, then the path through the choices that led to it. */
export function becauseOf(
  rulebook: Titled,
  rule: { readonly because: Localized; readonly applies?: Condition | undefined },
  circumstances: Circumstances,
  verdict: Verdict,
  group?: Localized,
): Localized {
  const parts: Localized[] = [rule.because];
  if (group !== undefined) parts.push({ zh: `属于「${group.zh}」。`, en: `Part of “${group.en}”.` });
  if (verdict.holds === 'open') {
    const open = joined(
      verdict.facts
        .map((fact) => questionOf(rulebook, fact))
        .map(({ zh, en }) => ({ zh: `「${zh}」`, en: `“${en}”` })),
      '',
      ', ',
    );
    parts.push({
      zh: `是否需要，取决于尚未回答的问题：${open.zh}。`,
      en: `Whether it is needed hangs on questions not yet answered: ${open.en}.`,
    });
  } else if (rule.applies !== undefined) {
    const path = joined(
      decidingParts(rule.applies, circumstances).map((atom) => atomInWords(rulebook, atom, circumstances)),
      '，且',
      ' and ',
    );
    if (path.zh !== '') parts.push({ zh: `适用原因：${path.zh}。`, en: `It applies because ${path.en}.` });
  }
  return joined(parts, '', ' ');
}
