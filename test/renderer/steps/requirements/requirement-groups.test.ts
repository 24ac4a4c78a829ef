import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../../../main/contract/report.ts';
import { byOpenQuestion } from '../../../../renderer/steps/requirements/by-open-question.ts';
import { requirementGroups } from '../../../../renderer/steps/requirements/requirement-groups.ts';

const requirement = (id: string, more: Partial<Requirement> = {}): Requirement => ({
  id, title: id, kind: 'document', status: 'missing', optional: false, because: '', cites: [], fields: [], files: [], ...more,
}); // prettier-ignore
const groupsOf = (list: readonly Requirement[]) =>
  requirementGroups(list).map(({ id, requirements }) => [id, requirements.map((one) => one.id)]);

describe('what is asked for, by what asks for it', () => {
  test('papers of the category come first, then those of the answers, then those of every app', () => {
    expect(
      groupsOf([
        requirement('business-licence'),
        requirement('report', { dueTo: ['answer'] }),
        requirement('bank-licence', { dueTo: ['category', 'answer'] }),
        requirement('individual-paper', { dueTo: ['applicant'] }),
      ]),
    ).toEqual([
      ['special', ['bank-licence']],
      ['answers', ['report']],
      ['always', ['business-licence', 'individual-paper']],
    ]);
  });
  test('texts and pictures, optional papers, undecided ones and statements stand apart', () => {
    expect(
      groupsOf([
        requirement('open', { status: 'open', facts: ['chat'] }),
        requirement('true', { kind: 'attestation' }),
        requirement('open-statement', { kind: 'attestation', status: 'open' }),
        requirement('name', { kind: 'text' }),
        requirement('logo', { kind: 'asset' }),
        requirement('extra', { optional: true, status: 'open' }),
      ]),
    ).toEqual([
      ['filled', ['name', 'logo']],
      ['optional', ['extra']],
      ['open', ['open', 'open-statement']],
      ['statements', ['true']],
    ]);
  });
  test('parts are left to their groups', () => {
    expect(groupsOf([requirement('group'), requirement('leaf', { partOf: 'group' })])).toEqual([
      ['always', ['group']],
    ]);
  });
});

describe('what is undecided, by question', () => {
  const open = (id: string, ...facts: readonly string[]) => ({ id, facts: [...facts] });
  const found = (list: readonly ReturnType<typeof open>[]) =>
    byOpenQuestion(list, ['networked', 'chat', 'game']).map(({ fact, requirements }) => [
      fact,
      requirements.map((one) => one.id),
    ]);
  test('questions come in their order, and what hangs on several stands under the first alone', () => {
    expect(found([open('a', 'game'), open('b', 'game', 'chat'), open('c', 'networked')])).toEqual([
      ['networked', ['c']],
      ['chat', ['b']],
      ['game', ['a']],
    ]);
  });
  test('a question that is not listed comes last', () => {
    expect(found([open('a', 'unknown'), open('b', 'game')])).toEqual([
      ['game', ['b']],
      ['unknown', ['a']],
    ]);
  });
});
