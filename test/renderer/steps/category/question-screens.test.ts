import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactQuestion } from '../../../../main/contract/rulebook-view.ts';
import { questionScreens, screenOf } from '../../../../renderer/steps/category/question-screens.ts';
import type { QuestionTopic } from '../../../../renderer/steps/category/questions-by-topic.ts';

const question = (id: string, topic: string): FactQuestion => ({
  id, topic: { id: topic, title: topic }, question: id, help: '', kind: 'yes-no', options: [], changes: [], cites: [],
}); // prettier-ignore
const topic = (id: string, questions: readonly string[]): QuestionTopic => ({
  id, title: id, questions: questions.map((one) => question(one, id)),
}); // prettier-ignore
const shown = (topics: readonly QuestionTopic[], held: readonly string[] = []) =>
  questionScreens(topics, held).map((one) => one.questions.map(({ id }) => id).join(''));

test('a screen asks at most four questions of one topic, about as many on each', () => {
  const screens = questionScreens([topic('x', ['a', 'b', 'c', 'd', 'e']), topic('y', ['f'])], []);
  expect(screens.map((one) => [one.id, one.part, one.parts, one.questions.length])).toEqual([
    ['x', 1, 2, 3],
    ['x', 2, 2, 2],
    ['y', 1, 1, 1],
  ]);
});

test('what an answer brings up between the questions in view is asked there, what follows them on the next screen', () => {
  expect(shown([topic('x', [...'aAbcd', ...'efgh'])], ['a', 'b', 'c', 'd'])).toEqual(['aAbcd', 'efgh']);
  expect(shown([topic('x', [...'abcdef'])], ['a', 'b', 'c', 'd'])).toEqual(['abcd', 'ef']);
});

test('a single question that comes after those in view joins them', () => {
  expect(shown([topic('x', [...'abcd'])], ['a', 'b', 'c'])).toEqual(['abcd']);
});

test('questions in view stay in view when one of them falls away', () => {
  const topics = [topic('x', [...'abcdfgh'])];
  expect(shown(topics, ['e', 'f', 'g', 'h'])).toEqual(['abcd', 'fgh']);
  expect(screenOf(questionScreens(topics, ['e', 'f', 'g', 'h']), ['e', 'f'])).toBe(1);
  expect(screenOf(questionScreens(topics, []), ['gone'])).toBe(-1);
});

test('whatever is in view, every question is asked once and in order', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `q${index}`);
  const some = fc.subarray(ids);
  fc.assert(
    fc.property(some, some, fc.nat(12), (there, held, cut) => {
      const topics = [topic('x', there.slice(0, cut)), topic('y', there.slice(cut))];
      const screens = questionScreens(topics, held);
      expect(screens.flatMap((one) => one.questions.map(({ id }) => id))).toEqual(there);
      expect(screens.every((one) => one.questions.length > 0 && one.part <= one.parts)).toBe(true);
    }),
  );
});
