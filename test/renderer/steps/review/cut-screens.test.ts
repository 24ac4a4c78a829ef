import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutScreens, gridHeightPx } from '../../../../renderer/steps/review/cut-screens.ts';

test('a row of a grid is as high as its highest item', () => {
  expect(gridHeightPx([10, 40, 20], 2)).toBe(60);
  expect(gridHeightPx([10, 40, 20], 1)).toBe(70);
  expect(gridHeightPx([], 2)).toBe(0);
});

test('screens are about as high as each other, not one full and a last with the rest', () => {
  expect(cutScreens([100, 100, 100, 100, 100], 1, 400)).toEqual([
    [0, 3],
    [3, 5],
  ]);
  expect(cutScreens([100, 100, 100, 100], 2, 200)).toEqual([[0, 4]]);
});

test('an item higher than the window stands alone and is not left out', () => {
  expect(cutScreens([50, 900, 50], 1, 300)).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
});

test('whatever their heights, every statement is on exactly one screen, in order, and no screen of several is too high', () => {
  const heights = fc.array(fc.integer({ min: 20, max: 400 }), { maxLength: 30 });
  const window = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(heights, fc.integer({ min: 1, max: 3 }), window, (heightsPx, columns, availablePx) => {
      const spans = cutScreens(heightsPx, columns, availablePx);
      expect(spans.flatMap(([start, end]) => heightsPx.slice(start, end))).toEqual(heightsPx);
      for (const [start, end] of spans) {
        expect(end).toBeGreaterThan(start);
        if (end - start > 1)
          expect(gridHeightPx(heightsPx.slice(start, end), columns)).toBeLessThanOrEqual(availablePx);
      }
    }),
  );
});
