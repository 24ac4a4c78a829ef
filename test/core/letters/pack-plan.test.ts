import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  inStampingOrder,
  planPack,
  type PackPiece,
  type SheetTask,
} from '../../../main/core/letters/pack-plan.ts';

const task: SheetTask = {
  title: { zh: '一页', en: 'A page' },
  signs: null,
  seal: null,
  handwriting: null,
  scan: { zh: '彩色', en: 'in colour' },
  caution: null,
};

const piece = (kind: PackPiece['kind'], id: string, party: string, pages = 1): PackPiece => ({
  kind,
  id,
  party,
  isOwn: party === '本公司',
  sheets: Array.from({ length: pages }, () => task),
});

const anyPiece = fc
  .record({
    kind: fc.constantFrom('letter' as const, 'copy' as const),
    id: fc.stringMatching(/^[a-z]{3}$/),
    party: fc.constantFrom('本公司', '甲公司', '乙公司'),
    pages: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ kind, id, party, pages }) => piece(kind, id, party, pages));

test('the company’s own papers come first, then each other party’s; letters before copies, in the order they came in', () => {
  const order = inStampingOrder([
    piece('copy', 'licence', '本公司'),
    piece('letter', 'of-licensor', '授权方'),
    piece('letter', 'second', '本公司'),
    piece('copy', 'licence-of-affiliate', '关联方'),
    piece('copy', 'licence-of-licensor', '授权方'),
    piece('letter', 'first', '本公司'),
  ]);
  expect(order.map(({ id }) => id)).toEqual([
    'second',
    'first',
    'licence',
    'of-licensor',
    'licence-of-licensor',
    'licence-of-affiliate',
  ]);
});

test('pages are numbered through from the one after the cover, whatever the pieces', () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (pieces, cover) => {
      const ordered = inStampingOrder(pieces);
      const plan = planPack(ordered, () => cover);
      const sheets = plan.groups.flatMap((group) => group.sheets);
      const pages = ordered.reduce((sum, one) => sum + one.sheets.length, 0);
      expect(sheets.map(({ page }) => page)).toEqual(
        Array.from({ length: pages }, (_, index) => cover + 1 + index),
      );
      expect(plan).toMatchObject({ coverPages: cover, pages: cover + pages });
      expect(sheets.map(({ id }) => id)).toEqual(ordered.flatMap(({ id, sheets: own }) => own.map(() => id)));
      expect(new Set(plan.groups.map(({ party }) => party)).size).toBe(plan.groups.length);
    }),
  );
});

test('a cover that grows with the numbers it names is asked again until it agrees', () => {
  const asked: number[] = [];
  const plan = planPack([piece('letter', 'a', '本公司', 3)], ({ coverPages }) => {
    asked.push(coverPages);
    return Math.min(3, coverPages + 1);
  });
  expect(asked).toEqual([1, 2, 3]);
  expect(plan.groups[0]?.sheets.map(({ page }) => page)).toEqual([4, 5, 6]);
});

test('a cover that comes out shorter than its numbers count on keeps the pages they count on', () => {
  const plan = planPack([piece('copy', 'a', '本公司')], ({ coverPages }) => (coverPages === 1 ? 2 : 1));
  expect(plan).toMatchObject({ coverPages: 2, pages: 3 });
});
