import { describe, expect, test } from 'vitest';
import { choiceChecks } from '../../../main/core/category/choice-checks.ts';
import type { Situation } from '../../../main/core/review/check.ts';

const message = { zh: '不收', en: 'refused' };
// These checks read their subject alone.
const situation = {} as Situation;
const run = (name: string, parameters: unknown, value: unknown) =>
  choiceChecks
    .find((check) => check.name === name)!
    .run({ kind: 'field', field: 'facts.x', value }, parameters, situation)
    .map((one) => one.outcome);

describe('answer-refused', () => {
  test.each([
    [{ is: true, message }, true, 'fail'],
    [{ is: true, message }, false, 'pass'],
    [{ is: false, message }, false, 'fail'],
    [{ is: 'vpn', message }, ['other', 'vpn'], 'fail'],
    [{ is: 'vpn', message }, ['other'], 'pass'],
    [{ is: 'vpn', message }, [], 'pass'],
    [{ is: ['paid', 'free'], message }, 'free', 'fail'],
    [{ is: ['paid', 'free'], message }, 'no', 'pass'],
    [{ is: true, message, certain: false }, true, 'needs-person'],
  ])('%o of the answer %o is %s', (parameters, value, outcome) => {
    expect(run('answer-refused', parameters, value)).toEqual([outcome]);
  });
});

test('choice-refused finds a closed category among several', () => {
  const parameters = { choices: ['shopping/e-commerce-platform'], message };
  expect(run('choice-refused', parameters, ['general/other', 'shopping/e-commerce-platform'])).toEqual([
    'fail',
  ]);
  expect(run('choice-refused', parameters, ['general/other'])).toEqual(['pass']);
});

test('choice-missing is content with any of its categories', () => {
  const parameters = { choices: ['ai/generative', 'media/news'], message };
  expect(run('choice-missing', parameters, ['media/news'])).toEqual(['pass']);
  expect(run('choice-missing', parameters, ['general/other'])).toEqual(['fail']);
  expect(run('choice-missing', { ...parameters, certain: false }, [])).toEqual(['needs-person']);
});
