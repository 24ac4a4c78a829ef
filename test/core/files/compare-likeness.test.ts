import { assert, pre, property, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLikeness } from '../../../main/core/files/compare-likeness.ts';

const side = 64;

/** A likeness of shades given by column and row. */
const likeness = (shade: (x: number, y: number) => number): string =>
  Buffer.from(
    Uint8Array.from({ length: side * side }, (_, at) =>
      Math.max(0, Math.min(255, Math.round(shade(at % side, Math.floor(at / side))))),
    ),
  ).toString('base64');

/** A frame with a bar and cards, the same for every screen of an app, and rows of soft text that differ by `seed`. */
const screen =
  (seed: number) =>
  (x: number, y: number): number => {
    if (y < 5) return 40;
    if (x < 10) return 225;
    const line = Math.floor(y / 4);
    const isText = y % 4 < 2 && x > 14 && x < 30 + ((line * 7 + seed * 13) % 30);
    return isText ? 150 + 60 * Math.sin(x * (0.9 + seed * 0.37) + line * (seed + 1)) : 245;
  };

describe('two likenesses are of one picture', () => {
  test('when they are the same', () => {
    expect(compareLikeness(likeness(screen(1)), likeness(screen(1)))).toEqual({ changed: 0, isMoved: false });
  });

  test.each([
    ['brighter', (shade: number) => shade * 0.9 + 20],
    ['of less contrast', (shade: number) => 128 + (shade - 128) * 0.8],
  ])('when one is %s', (_how, change) => {
    const other = likeness((x, y) => change(screen(1)(x, y)));
    expect(compareLikeness(likeness(screen(1)), other)?.isMoved).toBe(false);
  });

  test('when a small place was edited, and how much is told', () => {
    const other = likeness((x, y) => (x > 40 && x < 48 && y > 50 && y < 55 ? 20 : screen(1)(x, y)));
    const found = compareLikeness(likeness(screen(1)), other);
    expect(found?.changed).toBeGreaterThan(0.004);
    expect(found?.changed).toBeLessThan(0.012);
  });

  test('when one was cut a little and pulled to size again', () => {
    const soft = (x: number, y: number): number =>
      128 + 60 * Math.sin(x / 3.1) * Math.cos(y / 2.7) + 40 * Math.sin((x + y) / 5);
    const cut = (x: number, y: number): number =>
      soft(31.5 + (x - 31.5) * 0.985, 31.5 + (y - 31.5) * 0.975 + 0.3);
    expect(compareLikeness(likeness(soft), likeness(cut))?.isMoved).toBe(true);
  });
});

test('screens of one app with the same frame and other content are told apart', () => {
  for (let seed = 2; seed < 12; seed += 1) {
    expect(compareLikeness(likeness(screen(1)), likeness(screen(seed)))).toBeNull();
  }
});

test('even pictures are one only when they have one shade', () => {
  const even = (shade: number) => likeness(() => shade);
  expect(compareLikeness(even(200), even(201))).not.toBeNull();
  expect(compareLikeness(even(200), even(120))).toBeNull();
  expect(compareLikeness(even(200), likeness(screen(1)))).toBeNull();
});

test('noise of any kind is never taken for another picture’s, and no input throws', () => {
  const shades = uint8Array({ minLength: side * side, maxLength: side * side });
  assert(
    property(shades, shades, (a, b) => {
      const [one, other] = [Buffer.from(a).toString('base64'), Buffer.from(b).toString('base64')];
      pre(!Buffer.from(a).equals(Buffer.from(b)) && new Set(a).size > 8 && new Set(b).size > 8);
      expect(compareLikeness(one, one)).not.toBeNull();
      compareLikeness(one, other);
    }),
    { numRuns: 60 },
  );
  expect(() => compareLikeness('', '')).not.toThrow();
});
