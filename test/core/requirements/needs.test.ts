import { describe, expect, test } from 'vitest';
import type { NeedsTree } from '../../../main/contract/rulebook.ts';
import type { RequirementStatus } from '../../../main/contract/report.ts';
import {
  leavesOf,
  pruneNeeds,
  replaceableLeaves,
  statusOfNeeds,
  unsatisfiedChoices,
} from '../../../main/core/requirements/needs.ts';

const tree: NeedsTree = { allOf: [{ anyOf: ['a', 'b'] }, 'c', { anyOf: ['d'] }] };
const from = (statuses: Record<string, RequirementStatus>, given: readonly string[] = []) => ({
  statusOf: (leaf: string): RequirementStatus => statuses[leaf] ?? 'missing',
  isGiven: (leaf: string): boolean => given.includes(leaf),
});

test('leaves come in the order of the source', () => {
  expect(leavesOf(tree)).toEqual(['a', 'b', 'c', 'd']);
});

test('only leaves with an alternative can be replaced', () => {
  expect(replaceableLeaves(tree)).toEqual(['a', 'b']);
});

describe('pruning', () => {
  test('what is not asked for falls away and a single branch stands alone', () => {
    expect(pruneNeeds(tree, (leaf) => leaf !== 'c' && leaf !== 'd')).toEqual({ anyOf: ['a', 'b'] });
    expect(pruneNeeds(tree, (leaf) => leaf === 'c')).toBe('c');
    expect(pruneNeeds(tree, () => false)).toBeNull();
  });
});

describe('status', () => {
  test.each([
    [{}, 'missing'],
    [{ a: 'ok', c: 'ok', d: 'ok' }, 'ok'],
    [{ a: 'ok', c: 'ok' }, 'missing'],
    [{ a: 'invalid', b: 'missing', c: 'ok', d: 'ok' }, 'invalid'],
    [{ a: 'invalid', b: 'ok', c: 'ok', d: 'ok' }, 'ok'],
    [{ a: 'ok', c: 'open', d: 'ok' }, 'open'],
    [{ a: 'ok', c: 'open' }, 'missing'],
  ] as const)('%j is %s', (statuses, status) => {
    expect(statusOfNeeds(tree, from(statuses))).toBe(status);
  });
});

test('a branch that hangs on a question counts in a choice only when something was handed in for it', () => {
  const choice: NeedsTree = { anyOf: ['a', 'b'] };
  expect(statusOfNeeds(choice, from({ b: 'open' }))).toBe('missing');
  expect(statusOfNeeds(choice, from({ b: 'open' }, ['b']))).toBe('open');
  expect(statusOfNeeds(choice, from({ a: 'open', b: 'open' }))).toBe('open');
  expect(statusOfNeeds(choice, from({ a: 'ok', b: 'open' }))).toBe('ok');
  expect(unsatisfiedChoices(choice, from({ b: 'open' }))).toEqual([['a', 'b']]);
});

test('a choice with nothing yet is told, one with something invalid is not', () => {
  expect(unsatisfiedChoices(tree, from({}))).toEqual([['a', 'b']]);
  expect(unsatisfiedChoices(tree, from({ a: 'invalid' }))).toEqual([]);
  expect(unsatisfiedChoices(tree, from({ b: 'ok' }))).toEqual([]);
});
