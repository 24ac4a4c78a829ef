import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  placePictures,
  printedDpi,
  type PackPicture,
  type PlacedPicture,
} from '../../../main/core/letters/pack-geometry.ts';
import { isInside, overlap, type Box } from './page-lines.ts';

const area = { xMm: 12, yMm: 12, widthMm: 186, heightMm: 220 };
const areaBox: Box = { left: 12, top: 12, right: 198, bottom: 232 };

const boxOf = ({ xMm, yMm, widthMm, heightMm }: PlacedPicture): Box => ({
  left: xMm,
  top: yMm,
  right: xMm + widthMm,
  bottom: yMm + heightMm,
});

const anyPicture = fc.record({
  source: fc.constant('a/0'),
  page: fc.constant(0),
  kind: fc.constantFrom('picture' as const, 'pdf' as const),
  width: fc.integer({ min: 20, max: 8000 }),
  height: fc.integer({ min: 20, max: 8000 }),
});
const picture = (width: number, height: number, kind: PackPicture['kind'] = 'picture'): PackPicture => ({
  source: 'a/0',
  page: 0,
  kind,
  width,
  height,
});

test('one picture or two are whole, in proportion, inside their area and apart from each other', () => {
  fc.assert(
    fc.property(fc.array(anyPicture, { minLength: 1, maxLength: 2 }), (pictures) => {
      const placed = placePictures(pictures, area);
      expect(placed).toHaveLength(pictures.length);
      for (const [index, one] of placed.entries()) {
        expect(isInside(boxOf(one), areaBox)).toBe(true);
        const { width = 1, height = 1 } = pictures[index] ?? {};
        expect(one.widthMm / one.heightMm / (width / height)).toBeCloseTo(1, 6);
      }
      const [first, second] = placed;
      if (first !== undefined && second !== undefined)
        expect(overlap(boxOf(first), boxOf(second))).toBe(false);
    }),
  );
});

test('a picture fills its area, a page of a PDF is printed at most at its own size', () => {
  const [wide] = placePictures([picture(3000, 2000)], area);
  expect(wide).toMatchObject({ xMm: 12, widthMm: 186, heightMm: 124 });
  const [small] = placePictures([picture(85.6, 54, 'pdf')], area);
  expect(small).toMatchObject({ widthMm: 85.6, heightMm: 54 });
  const [sheet] = placePictures([picture(210, 297, 'pdf')], area);
  expect(sheet?.heightMm).toBeCloseTo(220);
});

test('the sides of a card stand one above the other, those of a tall picture beside each other', () => {
  const [front, back] = placePictures([picture(1000, 630), picture(1000, 630)], area);
  expect(front?.xMm).toBeCloseTo(back?.xMm ?? 0);
  expect(front?.widthMm).toBe(120);
  const [left, right] = placePictures([picture(600, 1400), picture(600, 1400)], area);
  expect(left?.yMm).toBeCloseTo(right?.yMm ?? 0);
});

test('the resolution on paper is told for pictures alone', () => {
  const [placed] = placePictures([picture(1860, 1000)], area);
  expect(placed && printedDpi(placed)).toBeCloseTo(254);
  const [page] = placePictures([picture(210, 297, 'pdf')], area);
  expect(page && printedDpi(page)).toBeNull();
});
