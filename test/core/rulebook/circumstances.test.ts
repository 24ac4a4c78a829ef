import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../main/contract/rulebook.ts';
import { answerFits, circumstancesOf, includedTracks } from '../../../main/core/rulebook/circumstances.ts';
import { evaluate } from '../../../main/core/rulebook/evaluate.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const rulebook = await loadRulebook();
const text = { zh: '一', en: 'one' };
const fact = (kind: 'one-of' | 'some-of'): Fact => ({
  id: 'f',
  topic: 't',
  question: text,
  help: text,
  answer: {
    kind,
    options: [
      { id: 'x', title: text },
      { id: 'y', title: text },
    ],
  },
  cites: ['c'],
});

test('each track includes those before it', () => {
  expect(includedTracks(rulebook.platform, 'showcase')).toEqual(['listing', 'search', 'showcase']);
  expect(includedTracks(rulebook.platform, 'listing')).toEqual(['listing']);
  expect(includedTracks(rulebook.platform, 'nonsense')).toEqual([]);
  expect(includedTracks(rulebook.platform, undefined)).toEqual([]);
});

test('an answer fits when it is one of the options, or several without repeats', () => {
  expect(answerFits(fact('one-of'), 'x')).toBe(true);
  expect(answerFits(fact('one-of'), 'z')).toBe(false);
  expect(answerFits(fact('one-of'), true)).toBe(false);
  expect(answerFits(fact('some-of'), ['y', 'x'])).toBe(true);
  expect(answerFits(fact('some-of'), ['x', 'x'])).toBe(false);
  expect(answerFits(fact('some-of'), 'x')).toBe(false);
});

describe('a question that does not come up', () => {
  const asked = (id: string, when?: Fact['asked']): Fact => ({
    ...fact('one-of'),
    id,
    answer: { kind: 'yes-no' },
    ...(when === undefined ? {} : { asked: when }),
  });
  const facts = [
    asked('deepest', { fact: 'deep', is: true }),
    asked('deep', { fact: 'top', is: true }),
    asked('top'),
  ];
  const given = (answers: Record<string, boolean>) =>
    circumstancesOf({ platform: rulebook.platform, facts }, dossierWith({ facts: answers }));

  test('is moot, and with it what hangs on it, whatever was answered before', () => {
    const circumstances = given({ top: false, deep: true, deepest: true });
    expect([...circumstances.moot!].toSorted()).toEqual(['deep', 'deepest']);
    expect(evaluate({ fact: 'deepest', is: true }, circumstances)).toEqual({ holds: 'no', facts: [] });
    expect(evaluate({ not: { fact: 'deep', is: true } }, circumstances).holds).toBe('yes');
  });

  test('is open while it is not yet known whether it comes up', () => {
    const circumstances = given({});
    expect(circumstances.moot!.size).toBe(0);
    expect(evaluate({ fact: 'deep', is: true }, circumstances)).toEqual({ holds: 'open', facts: ['deep'] });
  });
});

test('an answer that does not fit counts as not given', () => {
  const found = circumstancesOf(rulebook, dossierWith({ facts: { networked: 'yes', 'icp-holder': 'self' } }));
  expect(found.answers).toEqual({ 'icp-holder': 'self' });
});

test('a name that every object has is no answer', () => {
  expect(circumstancesOf(rulebook, dossierWith()).answers).toEqual({});
});
