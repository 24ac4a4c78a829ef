import { expect, test } from 'vitest';
import type { Requirement } from '../../../../main/contract/report.ts';
import { cardsOf, countToLookAt, holdsPart, leavesOf } from '../../../../renderer/steps/files/cards.ts';

const requirement = (id: string, more: Partial<Requirement> = {}): Requirement => ({
  id, title: id, kind: 'document', status: 'missing', optional: false, because: '', cites: [], files: [],
  fields: [`documents.${id}`], ...more,
}); // prettier-ignore
const cards = (list: readonly Requirement[]) => {
  const { needed, spare, open } = cardsOf(list, new Map(list.map((one) => [one.id, one])));
  return [needed, spare, open].map((part) => part.map((one) => one.id));
};

test('what is asked for stands before what may be left out and what is undecided', () => {
  expect(
    cards([
      requirement('licence'),
      requirement('extra', { optional: true }),
      requirement('contract', { status: 'open' }),
      requirement('app-name', { kind: 'text' }),
      requirement('true', { kind: 'attestation' }),
    ]),
  ).toEqual([['licence'], ['extra'], ['contract']]);
});

test('what holds a file is never put away, a group for any of its parts', () => {
  const group = requirement('group', {
    status: 'open',
    needs: { anyOf: ['a', { allOf: ['b'] }] },
    fields: [],
  });
  const parts = [
    requirement('a', { partOf: 'group', optional: true }),
    requirement('b', { partOf: 'group', optional: true, files: ['papers/b.pdf'] }),
  ];
  expect(cards([group, ...parts, requirement('extra', { optional: true, files: ['x.pdf'] })])).toEqual([
    ['group', 'extra'],
    [],
    [],
  ]);
});

test('a field is found in the group that holds it', () => {
  const inner = requirement('inner', { partOf: 'outer', needs: { allOf: ['leaf'] }, fields: [] });
  const outer = requirement('outer', { needs: { anyOf: ['inner', 'other'] }, fields: [] });
  const list = [
    outer,
    inner,
    requirement('leaf', { partOf: 'inner' }),
    requirement('other', { partOf: 'outer' }),
  ];
  const byId = new Map(list.map((one) => [one.id, one]));
  expect(holdsPart(outer, 'documents.leaf', byId)).toBe(true);
  expect(holdsPart(outer, 'documents.else', byId)).toBe(false);
  expect(leavesOf({ anyOf: ['a', { allOf: ['b', 'c'] }] })).toEqual(['a', 'b', 'c']);
});

test('what a person must look at is counted over the files of a card and its parts, hints left out', () => {
  const licence = requirement('licence', { files: ['papers/a.jpg'] });
  const group = requirement('group', { needs: { anyOf: ['licence'] }, fields: [] });
  const byId = new Map([licence, group].map((one) => [one.id, one]));
  const finding = (at: string, level: 'warning' | 'notice' | 'error', outcome: 'fail' | 'needs-person') => ({
    at, level, outcome,
  }); // prettier-ignore
  const findings = [
    finding('papers/a.jpg', 'warning', 'needs-person'),
    finding('papers/a.jpg', 'notice', 'needs-person'),
    finding('papers/a.jpg', 'error', 'fail'),
    finding('papers/other.jpg', 'warning', 'needs-person'),
  ];
  expect([licence, group].map((one) => countToLookAt(one, byId, findings))).toEqual([1, 1]);
});
