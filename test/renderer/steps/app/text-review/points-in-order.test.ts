import { expect, test } from 'vitest';
import type { PointState, ReviewedItem } from '../../../../../main/contract/text-review.ts';
import { countPoints, itemsToDo } from '../../../../../renderer/steps/app/text-review/points-in-order.ts';

const item = (
  id: string,
  points: readonly (readonly [string, PointState, boolean?])[],
  findings: readonly string[] = [],
): ReviewedItem => ({
  id,
  title: id,
  state: 'found',
  points: points.map(([point, state, advice = false]) => ({
    id: point, title: point, state, passages: [], rules: [], cites: [], advice,
  })),
  findings: findings.map((message) => ({ rule: 'r', message })),
}); // prettier-ignore

const items = [
  item('rights', [['access', 'found'], ['copy', 'missing'], ['delete', 'not-applicable']]),
  item('links', [], ['a link name says nothing']),
  item('layout', []),
  item('storage', [['place', 'unclear'], ['term', 'open'], ['dated', 'missing', true]]),
]; // prettier-ignore

test('points are counted, without advice that no clause asks for', () => {
  const text = {
    id: 't',
    title: 't',
    field: 'app.terms',
    path: null,
    isRead: true,
    items,
    text: '',
    links: [],
  };
  expect(countPoints(text)).toEqual({ found: 1, missing: 1, unclear: 1, open: 1 });
});

test('what is to be done keeps its item, and an item with findings of its own is kept', () => {
  expect(itemsToDo(items).map(({ id, points }) => [id, points.map((one) => one.id)])).toEqual([
    ['rights', ['copy']],
    ['links', []],
    ['storage', ['place', 'term', 'dated']],
  ]);
});
