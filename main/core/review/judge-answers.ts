import type { Fact } from '../../contract/rulebook.ts';
import { answerFits } from '../rulebook/circumstances.ts';
import { evaluate } from '../rulebook/evaluate.ts';
import { nearNames } from '../near-name.ts';
import { houseRules } from './house-rules.ts';
import type { JudgedFinding, JudgedRequirement } from './judged-report.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Judging } from './judging.ts';

/** The answers that a question takes, as they are written in dossier.yaml. */
const optionsOf = ({ answer }: Fact): string =>
  answer.kind === 'yes-no' ? 'true | false' : answer.options.map((option) => option.id).join(' | ');

/** Questions that matter and have no answer, answers that do not fit, and answers to questions that do not exist. */
export function judgeAnswers(
  { rulebook, document, circumstances }: Judging,
  requirements: ReadonlyMap<string, JudgedRequirement>,
): readonly JudgedFinding[] {
  const answers = document.facts ?? {};
  const known = rulebook.facts.map((fact) => fact.id);
  const strange = Object.keys(answers)
    .filter((id) => !known.includes(id))
    .map((id): JudgedFinding => {
      const near = didYouMean(nearNames(id, known));
      return {
        rule: houseRules.facts.id,
        level: 'error',
        outcome: 'fail',
        message: {
          zh: `规则库里没有问题「${id}」。${near.zh}${houseRules.facts.how.zh}`,
          en: `The rulebook has no question “${id}”. ${near.en}${houseRules.facts.how.en}`,
        },
        at: `facts.${id}`,
        cites: [],
      };
    });
  const open = [...requirements.values()].filter((one) => !one.optional);
  const awaitedBy = (kinds: (kind: JudgedRequirement['kind']) => boolean): ReadonlySet<string> =>
    new Set(open.filter((one) => kinds(one.kind)).flatMap((one) => one.facts ?? []));
  // While it is not known which papers are needed, nobody can say that all are there.
  const ofPapers = awaitedBy((kind) => kind !== 'attestation');
  const ofStatements = awaitedBy((kind) => kind === 'attestation');
  const unanswered = rulebook.facts.flatMap((fact): readonly JudgedFinding[] => {
    const answer = Object.hasOwn(answers, fact.id) ? answers[fact.id] : undefined;
    if (answer !== undefined && answerFits(fact, answer)) return [];
    const at = `facts.${fact.id}`;
    if (answer !== undefined) {
      return [
        {
          rule: houseRules.facts.id,
          level: 'error',
          outcome: 'fail',
          message: {
            zh: `「${fact.question.zh}」的回答「${JSON.stringify(answer)}」不是可选的答案。请填 ${optionsOf(fact)}。`,
            en: `The answer ${JSON.stringify(answer)} to “${fact.question.en}” is none of its options. Give ${optionsOf(fact)}.`,
          },
          at,
          cites: [...fact.cites],
        },
      ];
    }
    // A question that hangs on another is asked once that one is answered.
    if (evaluate(fact.asked, circumstances).holds !== 'yes') return [];
    return [
      {
        rule: houseRules.unanswered.id,
        level: ofPapers.has(fact.id) ? 'error' : ofStatements.has(fact.id) ? 'warning' : 'notice',
        outcome: ofPapers.has(fact.id) ? 'fail' : 'needs-person',
        message: {
          zh: `还没有回答：「${fact.question.zh}」${fact.help.zh}`,
          en: `Not yet answered: “${fact.question.en}” ${fact.help.en}`,
        },
        at,
        cites: [...fact.cites],
      },
    ];
  });
  return [...strange, ...unanswered];
}
