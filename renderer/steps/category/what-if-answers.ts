import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import type { FactAnswer } from '../../../main/contract/dossier.ts';

/** An answer that could be given, in words. `yes`, `no` and `none` are said by the page. */
export interface PossibleAnswer {
  readonly key: string;
  readonly answer: FactAnswer;
  readonly title: string | { readonly word: 'yes' | 'no' | 'none' };
}

/** The answers to try for a what-if: each option by itself, with those already chosen where several may be, and none of them. */
export function possibleAnswers(
  question: Pick<FactQuestion, 'kind' | 'options'>,
  given: FactAnswer | undefined,
): readonly PossibleAnswer[] {
  switch (question.kind) {
    case 'yes-no':
      return [
        { key: 'yes', answer: true, title: { word: 'yes' } },
        { key: 'no', answer: false, title: { word: 'no' } },
      ];
    case 'one-of':
      return question.options.map(({ id, title }) => ({ key: id, answer: id, title }));
    case 'some-of': {
      const chosen = Array.isArray(given) ? given : [];
      const options = question.options.map(({ id, title }) => ({
        key: id,
        answer: chosen.includes(id) ? chosen : [...chosen, id],
        title,
      }));
      return [...options, { key: '', answer: [], title: { word: 'none' } }];
    }
  }
}

/** Whether an answer is the one that stands. */
export const isGiven = (answer: FactAnswer, given: FactAnswer | undefined): boolean =>
  Array.isArray(answer) && Array.isArray(given)
    ? answer.length === given.length && answer.every((one) => given.includes(one))
    : answer === given;
