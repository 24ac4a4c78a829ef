import { expect, test } from 'vitest';
import type { Requirement } from '../../../../main/contract/report.ts';
import { changesBetween, toldOf } from '../../../../renderer/steps/category/changes-between.ts';

const asked = (id: string, status: Requirement['status'], kind: Requirement['kind'] = 'document') => ({
  id, title: id.toUpperCase(), kind, status,
}); // prettier-ignore
const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((one) => one.id);

test('what is newly asked for is added, and so is what was open before', () => {
  const { added, removed } = changesBetween(
    [asked('licence', 'ok'), asked('contract', 'open')],
    [asked('licence', 'ok'), asked('contract', 'missing'), asked('report', 'missing')],
  );
  expect(ids(added)).toEqual(['contract', 'report']);
  expect(removed).toEqual([]);
});

test('what is no longer listed falls away, open or not; what becomes open is neither', () => {
  const { added, removed } = changesBetween(
    [asked('licence', 'ok'), asked('contract', 'open'), asked('report', 'missing')],
    [asked('licence', 'open')],
  );
  expect(added).toEqual([]);
  expect(ids(removed)).toEqual(['contract', 'report']);
});

test('papers are told by name, statements by number', () => {
  const { added } = changesBetween([], [asked('report', 'missing'), asked('true', 'missing', 'attestation')]);
  expect(toldOf(added)).toEqual({ titles: ['REPORT'], statements: 1 });
});
