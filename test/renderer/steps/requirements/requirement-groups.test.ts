import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../../../main/contract/report.ts';
import { byOpenQuestion } from '../../../../renderer/steps/requirements/by-open-question.ts';
import { requirementGroups } from '../../../../renderer/steps/requirements/requirement-groups.ts';

const requirement = (id: string, more: Partial<Requirement> = {}): Requirement => ({
  id, title: id, kind: 'document', status: 'missing', optional: false, because: '', cites: [], fields: [], files: [], ...more,
}); // prettier-ignore
const groupsOf = (list: readonly Requirement[], answered: readonly string[] = []) =>
  requirementGroups(list, { categories: ['银行', '保险'], answered: new Set(answered) }).map(
    ({ id, requirements }) => [id, requirements.map((one) => one.id)],
  );

describe('what is asked for, by what asks for it', () => {
  test('papers of the category come first, then those of the answers, then those of every app', () => {
    expect(
      groupsOf(
        [
          requirement('business-licence', { because: '不论哪个类目都要交。' }),
          requirement('report', { because: '适用原因：「有没有聊天？」的回答是「是」。' }),
          requirement('bank-licence', { because: '适用原因：所选类目是「银行、保险」。' }),
        ],
        ['report'],
      ),
    ).toEqual([
      ['special', ['bank-licence']],
      ['answers', ['report']],
      ['always', ['business-licence']],
    ]);
  });
  test('the reason is read in English too', () => {
    const one = requirement('p', { because: 'It applies because the category is “Bank”.' });
    const groups = requirementGroups([one], { categories: ['Bank'], answered: new Set() });
    expect(groups.map(({ id }) => id)).toEqual(['special']);
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
