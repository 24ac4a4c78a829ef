import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import type { FactAnswer } from '../../../main/contract/dossier.ts';

/** The questions of one topic: what belongs on one screen. */
export interface QuestionTopic {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly FactQuestion[];
}

/** Questions by topic, in the order in which they come. */
export function questionsByTopic(questions: readonly FactQuestion[]): readonly QuestionTopic[] {
  const topics = new Map<string, { title: string; questions: FactQuestion[] }>();
  for (const question of questions) {
    const { id, title } = question.topic;
    const topic = topics.get(id);
    if (topic === undefined) topics.set(id, { title, questions: [question] });
    else topic.questions.push(question);
  }
  return [...topics].map(([id, topic]) => ({ id, ...topic }));
}

/** The answer that says that nothing of what a question asks about is there; undefined where it is a choice between things. */
export function noneAnswer({ kind }: FactQuestion): FactAnswer | undefined {
  if (kind === 'yes-no') return false;
  return kind === 'some-of' ? [] : undefined;
}

/** The questions of a topic that have no answer yet and can be answered with no or none. */
export const restOf = (
  { questions }: QuestionTopic,
  answers: Readonly<Record<string, FactAnswer>>,
): readonly FactQuestion[] =>
  questions.filter((one) => answers[one.id] === undefined && noneAnswer(one) !== undefined);
