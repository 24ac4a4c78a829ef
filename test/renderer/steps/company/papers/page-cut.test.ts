import { describe, expect, test } from 'vitest';
import {
  cutAround,
  shownWidthPx,
  sizeBeforeTurn,
  uprightTransform,
  type TurnedPage,
} from '../../../../../renderer/steps/company/papers/page-cut.ts';

/** Where an SVG transform of translations and quarter turns puts a point. */
function moved(transform: string | undefined, [x, y]: readonly [number, number]): readonly number[] {
  let point = [x, y] as const;
  const steps = [...(transform ?? '').matchAll(/(translate|rotate)\(([^)]*)\)/g)];
  for (const [, name, values = ''] of steps.toReversed()) {
    const [a = 0, b = 0] = values.split(' ').map(Number);
    const [sin, cos] = [Math.round(Math.sin((a * Math.PI) / 180)), Math.round(Math.cos((a * Math.PI) / 180))];
    point =
      name === 'translate'
        ? [point[0] + a, point[1] + b]
        : [point[0] * cos - point[1] * sin, point[0] * sin + point[1] * cos];
  }
  return point.map((one) => one + 0);
}

const upright: TurnedPage = { turn: 0, widthPx: 300, heightPx: 200 };

describe('a picture laid upright', () => {
  // The upper left corner of the picture as it is, and where it comes to lie once it is turned clockwise.
  test.each([
    [0, [0, 0]],
    [90, [300, 0]],
    [180, [300, 200]],
    [270, [0, 200]],
  ] as const)('by %i degrees has its first corner where it belongs, and covers the page', (turn, corner) => {
    const page = { ...upright, turn };
    const { widthPx, heightPx } = sizeBeforeTurn(page);
    expect(moved(uprightTransform(page), [0, 0])).toEqual(corner);
    const far = moved(uprightTransform(page), [widthPx, heightPx]);
    expect(far).toEqual([300 - corner[0], 200 - corner[1]]);
  });
});

describe('a cut-out', () => {
  test('shows half a line around what was read', () => {
    const box = { leftPx: 100, topPx: 80, widthPx: 60, heightPx: 30 };
    expect(cutAround(box, upright)).toEqual({ leftPx: 85, topPx: 65, widthPx: 90, heightPx: 60 });
  });

  test('stays within the page, even for a box that lies beyond it', () => {
    for (const box of [
      { leftPx: -20, topPx: -5, widthPx: 30, heightPx: 10 },
      { leftPx: 290, topPx: 195, widthPx: 50, heightPx: 40 },
      { leftPx: 900, topPx: 900, widthPx: 50, heightPx: 40 },
    ]) {
      const { leftPx, topPx, widthPx, heightPx } = cutAround(box, upright);
      expect(leftPx).toBeGreaterThanOrEqual(0);
      expect(topPx).toBeGreaterThanOrEqual(0);
      expect(Math.min(widthPx, heightPx)).toBeGreaterThan(0);
      expect(leftPx + widthPx).toBeLessThanOrEqual(300);
      expect(topPx + heightPx).toBeLessThanOrEqual(200);
    }
  });

  test('is shown as it was read, and smaller where it would stand too high', () => {
    const box = { leftPx: 0, topPx: 0, widthPx: 400 };
    expect(shownWidthPx({ ...box, heightPx: 40 })).toBe(400);
    expect(shownWidthPx({ ...box, heightPx: 144 })).toBe(200);
  });
});
