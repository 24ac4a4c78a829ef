import { expect, test } from 'vitest';
import type { FactQuestion } from '../../../../main/contract/rulebook-view.ts';
import {
  noneAnswer,
  questionsByTopic,
  restOf,
} from '../../../../renderer/steps/category/questions-by-topic.ts';

const question = (id: string, topic: string, kind: FactQuestion['kind'] = 'yes-no'): FactQuestion => ({
  id, topic: { id: topic, title: topic }, question: id, help: '', kind, options: [], changes: [], cites: [],
}); // prettier-ignore

test('questions of one topic stand together, topics in the order of their first question', () => {
  const topics = questionsByTopic([question('a', 'x'), question('b', 'y'), question('c', 'x')]);
  expect(topics.map((one) => [one.id, one.questions.map(({ id }) => id)])).toEqual([
    ['x', ['a', 'c']],
    ['y', ['b']],
  ]);
});

test('the rest are unanswered questions that no or none answers, never a choice between things', () => {
  const [topic] = questionsByTopic([
    question('done', 'x'),
    question('chat', 'x'),
    question('kinds', 'x', 'some-of'),
    question('holder', 'x', 'one-of'),
  ]);
  const rest = restOf(topic!, { done: false });
  expect(rest.map((one) => [one.id, noneAnswer(one)])).toEqual([
    ['chat', false],
    ['kinds', []],
  ]);
});
