/** Cells of a likeness along each side (PictureMeasure.likeness). */
const side = 64;
const cells = side * side;
/** Shades of the same place in two saves of one picture differ by less, in levels of 255. */
const sameLevels = 5;
/** Pictures that go together less than this, their borders apart, are told apart at once. */
const leastCorrelation = 0.5;
/** … and those that were cut or moved a little still go together this well. */
const leastMovedCorrelation = 0.88;
/**
 * An edit of a picture touches no more than this share of it. Measured (test/core/files/compare-likeness.test.ts): labels, dots and lines of text 0.1
 * to 1.8%, two screens of one app that differ in their data alone 3% and more.
 */
const mostChanged = 0.02;
/** What a crop leaves different once it is laid over the other: more, for letters do not fall on the same cells. */
const mostLeft = 0.05;
/** A crop or a small shift: at most so much larger or smaller, and moved by so many cells. */
const mostScale = 0.06;
const mostShiftCells = 3;

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
  const { meanA: mean, squaresA: squares } = moments(values, values, null);
  return { values, mean, squares };
}

/** The same as compareShades, of likenesses as they were measured. */
export const compareLikeness = (one: string, other: string): Likeness | null =>
  compareShades(readLikeness(one), readLikeness(other));

/**
 * Whether two likenesses are of one picture, saved anew, scaled, made lighter or darker, edited in a small place, or cut
 * a little; null for different pictures, two screens of one app with the same frame among them.
 */
export function compareShades(one: Shades, other: Shades): Likeness | null {
  const together = correlation(one, other);
  if (together < leastCorrelation) return null;
  const [a, b] = [one.values, other.values];
  const still = differing(a, b, 0);
  if (still <= mostChanged) return { changed: still, isMoved: false };
  const moved = together < leastMovedCorrelation ? null : align(a, b);
  if (moved === null) return null;
  const changed = differing(moved, b, 0.3);
  return changed <= mostLeft && changed <= still / 4 ? { changed, isMoved: true } : null;
}

function correlation(one: Shades, other: Shades): number {
  if (one.squares === 0 || other.squares === 0)
    return one.squares === other.squares && Math.abs(one.mean - other.mean) < sameLevels ? 1 : 0;
  let together = 0;
  for (let which = 0; which < inner.length; which += 1) {
    const index = inner[which] ?? 0;
    together += ((one.values[index] ?? 0) - one.mean) * ((other.values[index] ?? 0) - other.mean);
  }
  return together / Math.sqrt(one.squares * other.squares);
}

const everywhere = Int32Array.from({ length: cells }, (_, index) => index);
/** Cells away from the border, which a picture that was moved shows something else at. */
const inner = everywhere.filter((index) => {
  const [x, y] = [index % side, Math.floor(index / side)];
  return Math.min(x, y, side - 1 - x, side - 1 - y) >= 1;
});

function moments(a: Float32Array, b: Float32Array, uses: ((index: number) => boolean) | null) {
  let count = 0;
  let sumA = 0;
  let sumB = 0;
  for (let which = 0; which < inner.length; which += 1) {
    const index = inner[which] ?? 0;
    if (uses !== null && !uses(index)) continue;
    count += 1;
    sumA += a[index] ?? 0;
    sumB += b[index] ?? 0;
  }
  const [meanA, meanB] = [sumA / count, sumB / count];
  let together = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let which = 0; which < inner.length; which += 1) {
    const index = inner[which] ?? 0;
    if (uses !== null && !uses(index)) continue;
    const x = (a[index] ?? 0) - meanA;
    const y = (b[index] ?? 0) - meanB;
    together += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return { meanA, meanB, together, squaresA, squaresB };
}

/** The gain and offset that turn `a` into `b` best, cells that were edited left out the second time. */
function fitShades(a: Float32Array, b: Float32Array): { readonly gain: number; readonly offset: number } {
  const fit = (uses: ((index: number) => boolean) | null) => {
    const { meanA, meanB, together, squaresA } = moments(a, b, uses);
    const gain = squaresA === 0 ? 1 : Math.max(0.6, Math.min(1.6, together / squaresA));
    return { gain, offset: meanB - gain * meanA };
  };
  const rough = fit(null);
  return fit((index) => Math.abs((b[index] ?? 0) - rough.gain * (a[index] ?? 0) - rough.offset) < 20);
}

/** The share of cells whose shades differ by more than saving anew does; `slack` of the change to their neighbours is allowed besides. */
function differing(a: Float32Array, b: Float32Array, slack: number): number {
  const { gain, offset } = fitShades(a, b);
  let count = 0;
  const looked = slack === 0 ? everywhere : inner;
  for (let which = 0; which < looked.length; which += 1) {
    const index = looked[which] ?? 0;
    const shade = a[index] ?? 0;
    const allowed = sameLevels + (slack === 0 ? 0 : slack * slopeAt(b, index));
    if (Math.abs((b[index] ?? 0) - gain * shade - offset) > allowed) count += 1;
  }
  return count / looked.length;
}

function slopeAt(values: Float32Array, index: number): number {
  const [x, y] = [index % side, Math.floor(index / side)];
  const at = (column: number, row: number): number =>
    values[Math.max(0, Math.min(side - 1, row)) * side + Math.max(0, Math.min(side - 1, column))] ?? 0;
  return Math.max(Math.abs(at(x + 1, y) - at(x - 1, y)), Math.abs(at(x, y + 1) - at(x, y - 1)));
}

/** Scales and moves `a` onto `b`, along x and y each, by the least squares of Lucas and Kanade; null where no small change does it. */
function align(a: Float32Array, b: Float32Array): Float32Array | null {
  const middle = (side - 1) / 2;
  let [scaleX, shiftX, scaleY, shiftY] = [1, 0, 1, 0];
  let warped = a;
  for (let round = 0; round < 12; round += 1) {
    // One unknown scale and shift for each direction, solved together with the other direction held still.
    const { gain, offset } = fitShades(warped, b);
    const sums = { xx: [0, 0, 0, 0, 0], yy: [0, 0, 0, 0, 0] };
    for (let y = 1; y < side - 1; y += 1) {
      for (let x = 1; x < side - 1; x += 1) {
        const index = y * side + x;
        const error = (b[index] ?? 0) - gain * (warped[index] ?? 0) - offset;
        // A place that was edited pulls no more than one that was moved.
        const weight = Math.abs(error) > 30 ? 30 / Math.abs(error) : 1;
        addTo(
          sums.xx,
          (gain * ((warped[index + 1] ?? 0) - (warped[index - 1] ?? 0))) / 2,
          x - middle,
          error,
          weight,
        );
        addTo(
          sums.yy,
          (gain * ((warped[index + side] ?? 0) - (warped[index - side] ?? 0))) / 2,
          y - middle,
          error,
          weight,
        );
      }
    }
    const [stepX, stepY] = [solve(sums.xx), solve(sums.yy)];
    scaleX += stepX.scale;
    shiftX += stepX.shift;
    scaleY += stepY.scale;
    shiftY += stepY.shift;
    if (
      Math.max(Math.abs(scaleX - 1), Math.abs(scaleY - 1)) > mostScale ||
      Math.max(Math.abs(shiftX), Math.abs(shiftY)) > mostShiftCells
    ) {
      return null;
    }
    warped = warp(
      a,
      (x) => middle + (x - middle) * scaleX + shiftX,
      (y) => middle + (y - middle) * scaleY + shiftY,
    );
    if (Math.max(Math.abs(stepX.shift), Math.abs(stepY.shift)) < 0.005) break;
  }
  return warped;
}

function addTo(sums: number[], slope: number, place: number, error: number, weight: number): void {
  const scaled = slope * place;
  const terms = [scaled * scaled, scaled * slope, slope * slope, scaled * error, slope * error];
  terms.forEach((term, index) => {
    sums[index] = (sums[index] ?? 0) + weight * term;
  });
}

function solve([ss = 0, sm = 0, mm = 0, se = 0, me = 0]: readonly number[]): {
  readonly scale: number;
  readonly shift: number;
} {
  const determinant = ss * mm - sm * sm;
  if (determinant < 1e-6) return { scale: 0, shift: 0 };
  return { scale: (se * mm - me * sm) / determinant, shift: (ss * me - sm * se) / determinant };
}

function warp(
  values: Float32Array,
  columnOf: (x: number) => number,
  rowOf: (y: number) => number,
): Float32Array {
  return Float32Array.from({ length: cells }, (_, index) => {
    const x = Math.max(0, Math.min(side - 1.001, columnOf(index % side)));
    const y = Math.max(0, Math.min(side - 1.001, rowOf(Math.floor(index / side))));
    const at = Math.floor(y) * side + Math.floor(x);
    const [right, down] = [x - Math.floor(x), y - Math.floor(y)];
    const upper = (values[at] ?? 0) * (1 - right) + (values[at + 1] ?? 0) * right;
    const lower = (values[at + side] ?? 0) * (1 - right) + (values[at + side + 1] ?? 0) * right;
    return upper * (1 - down) + lower * down;
  });
}
