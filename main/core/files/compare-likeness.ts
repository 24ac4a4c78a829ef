import { alignShades } from './align-likeness.ts';
import {
  cells,
  differing,
  differingWhenMoved,
  fitWithin,
  held,
  innerCells,
  mostLeft,
  movedSlack,
  sameLevels,
  side,
} from './likeness-fit.ts';

/** Pictures that go together less than this, their borders apart, are told apart at once. */
const leastCorrelation = 0.5;
/** … and those that were cut or moved a little still go together this well. */
const leastMovedCorrelation = 0.88;
/**
 * An edit of a picture touches no more than this share of it. Measured (test/core/files/compare-likeness.test.ts): labels, dots and lines of text 0.1
 * to 1.8%, two screens of one app that differ in their data alone 3% and more.
 */
const mostChanged = 0.02;
/**
 * Before they are laid over each other, so much of that change may come from having been moved, and no more than so large a share of
 * the cells may differ by more: of 221 screens that were cut by up to 4% and found, 0.09 at most (0.0005 in the middle).
 */
const slackUnlaid = 3;
const mostUnlaid = 0.15;

/** How two pictures are one. */
export interface Likeness {
  /** Share of the picture, 0 to 1, that differs. */
  readonly changed: number;
  /** Whether one was cut or moved a little against the other. */
  readonly isMoved: boolean;
}

/** A likeness that was read, to be compared with many. */
export interface Shades {
  readonly values: Float32Array;
  /** Of the cells away from the border: their mean, and the sum of squared distances from it. */
  readonly mean: number;
  readonly squares: number;
}

/** Reads a likeness (PictureMeasure.likeness). */
export function readLikeness(likeness: string): Shades {
  const values = new Float32Array(cells);
  values.set(Buffer.from(likeness, 'base64').subarray(0, cells));
  let [sum, sumOfSquares] = [0, 0];
  for (let row = side; row < cells - side; row += side) {
    for (let at = row + 1; at < row + side - 1; at += 1) {
      const value = values[at] ?? 0;
      sum += value;
      sumOfSquares += value * value;
    }
  }
  // Sums of whole numbers, which are exact: an even picture comes to 0.
  return { values, mean: sum / innerCells, squares: (sumOfSquares * innerCells - sum * sum) / innerCells };
}

/** The same as compareShades, of likenesses as they were measured. */
export const compareLikeness = (one: string, other: string): Likeness | null =>
  compareShades(readLikeness(one), readLikeness(other));

/**
 * Whether two likenesses are of one picture, saved anew, scaled, made lighter or darker, edited in a small place, or cut
 * a little; null for different pictures, two screens of one app with the same frame among them.
 */
export function compareShades(one: Shades, other: Shades): Likeness | null {
  const products = productsOf(one, other);
  const together = correlation(one, other, products);
  if (together < leastCorrelation) return null;
  const [a, b] = [one.values, other.values];
  const gain = one.squares === 0 ? 1 : held(products / one.squares);
  const fit = fitWithin(a, b, { gain, offset: other.mean - gain * one.mean });
  const still = differing(a, b, fit, mostChanged);
  if (still <= mostChanged) return { changed: still, isMoved: false };
  const mayBeMoved = together >= leastMovedCorrelation;
  if (!mayBeMoved || differingWhenMoved(a, b, fit, slackUnlaid, mostUnlaid) > mostUnlaid) return null;
  const moved = alignShades(a, b, fit);
  if (moved === null) return null;
  const changed = differingWhenMoved(moved.values, b, moved.fit, movedSlack, mostLeft);
  return changed <= mostLeft && changed <= differing(a, b, fit, 1) / 4 ? { changed, isMoved: true } : null;
}

/** The sum of the products of what two likenesses' inner cells are off their means. */
function productsOf(one: Shades, other: Shades): number {
  const [a, b] = [one.values, other.values];
  let sum = 0;
  for (let row = side; row < cells - side; row += side) {
    for (let at = row + 1; at < row + side - 1; at += 1) {
      sum += ((a[at] ?? 0) - one.mean) * ((b[at] ?? 0) - other.mean);
    }
  }
  return sum;
}

const correlation = (one: Shades, other: Shades, products: number): number => {
  if (one.squares === 0 || other.squares === 0)
    return one.squares === other.squares && Math.abs(one.mean - other.mean) < sameLevels ? 1 : 0;
  return products / Math.sqrt(one.squares * other.squares);
};
