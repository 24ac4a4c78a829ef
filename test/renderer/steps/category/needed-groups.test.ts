import { expect, test } from 'vitest';
import type { Requirement } from '../../../../main/contract/report.ts';
import { changesBetween } from '../../../../renderer/steps/category/changes-between.ts';
import { neededGroups } from '../../../../renderer/steps/category/needed-groups.ts';

const asked = (id: string, more: Partial<Requirement> = {}): Requirement => ({
  id, title: id.toUpperCase(), kind: 'document', status: 'missing', optional: false, because: '', cites: [], fields: [],
  files: [], ...more,
}); // prettier-ignore

test('things are listed by kind, papers first; what is open, optional or part of a group is not', () => {
  const groups = neededGroups(
    [
      asked('name', { kind: 'text' }),
      asked('licence'),
      asked('contract', { status: 'open' }),
      asked('award', { optional: true }),
      asked('half', { partOf: 'licence' }),
    ],
    null,
  );
  expect(groups).toEqual([
    { kind: 'document', count: 1, entries: [{ id: 'licence', title: 'LICENCE', mark: null }] },
    { kind: 'text', count: 1, entries: [{ id: 'name', title: 'NAME', mark: null }] },
  ]);
});

test('what the last answer added is marked, what it took away stands at the end and is not counted', () => {
  const before = [asked('licence'), asked('proof', { kind: 'letter' }), asked('report')];
  const after = [asked('contract'), asked('licence')];
  expect(neededGroups(after, changesBetween(before, after))).toEqual([
    {
      kind: 'document',
      count: 2,
      entries: [
        { id: 'contract', title: 'CONTRACT', mark: 'added' },
        { id: 'licence', title: 'LICENCE', mark: null },
        { id: 'report', title: 'REPORT', mark: 'removed' },
      ],
    },
    { kind: 'letter', count: 0, entries: [{ id: 'proof', title: 'PROOF', mark: 'removed' }] },
  ]);
});

test('what is asked for again is not shown as taken away', () => {
  const changes = changesBetween([asked('licence')], []);
  expect(neededGroups([asked('licence')], changes)[0]?.entries).toEqual([
    { id: 'licence', title: 'LICENCE', mark: null },
  ]);
});
