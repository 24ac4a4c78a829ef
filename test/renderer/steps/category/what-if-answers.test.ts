import { expect, test } from 'vitest';
import { isGiven, possibleAnswers } from '../../../../renderer/steps/category/what-if-answers.ts';

const options = [
  { id: 'own', title: '自研' },
  { id: 'bought', title: '外购' },
];
const answersTo = (kind: 'yes-no' | 'one-of' | 'some-of', given?: boolean | string | string[]) =>
  possibleAnswers({ kind, options }, given).map((one) => one.answer);

test('a yes or no question has two answers, a choice one for each option', () => {
  expect(answersTo('yes-no')).toEqual([true, false]);
  expect(answersTo('one-of')).toEqual(['own', 'bought']);
});

test('of several options each is tried beside those already chosen, and none of them as well', () => {
  expect(answersTo('some-of')).toEqual([['own'], ['bought'], []]);
  expect(answersTo('some-of', ['own'])).toEqual([['own'], ['own', 'bought'], []]);
});

test('an answer is the present one whatever the order of its options', () => {
  expect(isGiven(['own', 'bought'], ['bought', 'own'])).toBe(true);
  expect(isGiven(['own'], ['bought'])).toBe(false);
  expect(isGiven([], undefined)).toBe(false);
  expect(isGiven(false, false)).toBe(true);
});
