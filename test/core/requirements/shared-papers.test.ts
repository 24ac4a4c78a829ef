import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../main/contract/condition.ts';
import type { NeedsTree, RequirementRule, Rulebook } from '../../../main/contract/rulebook.ts';
import { resolveRequirements } from '../../../main/core/requirements/resolve-requirements.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const text = { zh: '一', en: 'one' };
const shipped = await loadRulebook();
const document = (id: string, needs?: NeedsTree, applies?: Condition): RequirementRule => ({
  kind: 'document', id, title: text, cites: ['c'], because: text,
  ...(needs === undefined ? {} : { needs }), ...(applies === undefined ? {} : { applies }),
}); // prettier-ignore
const lending: Condition = { category: 'finance/lending' };
const banking: Condition = { category: 'finance/banking' };
const rules = [
  document('lending', { anyOf: ['shared', 'other'] }, lending),
  document('banking', { allOf: ['shared'] }, banking),
  document('shared'),
  document('other'),
];
const listed = (categories: readonly string[], of: readonly RequirementRule[] = rules) => {
  const rulebook: Rulebook = { ...shipped, rules: of };
  const found = resolveRequirements({ rulebook, document: dossierWith({ categories: [...categories] }) });
  return Object.fromEntries(found.map(({ id, optional, partOf }) => [id, { optional, partOf }]));
};

describe('a paper that several groups share', () => {
  test('is not asked for where none of them applies', () => {
    expect(listed(['general/other'])).toEqual({});
  });

  test('may be replaced where the only group that asks has a choice', () => {
    expect(listed(['finance/lending'])['shared']).toEqual({ optional: true, partOf: 'lending' });
  });

  test('is required where one of the groups that ask has no choice', () => {
    expect(listed(['finance/banking'])['shared']).toEqual({ optional: false, partOf: 'banking' });
    expect(listed(['finance/lending', 'finance/banking'])['shared']!.optional).toBe(false);
  });

  test('is open while it hangs on a question of the only group that may ask', () => {
    const open = [document('lending', 'shared', { fact: 'networked', is: true }), document('shared')];
    const rulebook: Rulebook = { ...shipped, rules: open };
    const [, shared] = resolveRequirements({ rulebook, document: dossierWith() });
    expect(shared).toMatchObject({ status: 'open', facts: ['networked'] });
  });
});

test('a group of which nothing is asked is not listed', () => {
  const group = [document('papers', { allOf: ['one'] }), document('one', undefined, banking)];
  expect(listed(['general/other'], group)).toEqual({});
  expect(Object.keys(listed(['finance/banking'], group))).toEqual(['one', 'papers']);
});
