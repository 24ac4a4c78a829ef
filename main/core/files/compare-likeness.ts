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
/** Cells that differ by so many levels were edited. */
const editedLevels = 20;
/** Of the change to a cell's neighbours so much may be left where a picture was moved. */
const movedSlack = 0.3;
/**
 * Before they are laid over each other, so much of that change may come from having been moved, and no more than so large a share of
 * the cells may differ by more: of 221 screens that were cut by up to 4% and found, 0.09 at most (0.0005 in the middle).
 */
const slackUnlaid = 3;
const mostUnlaid = 0.15;
/** Cells away from the border, which a picture that was moved shows something else at. */
const innerCells = (side - 2) ** 2;

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
  const mayBeMoved = together >= leastMovedCorrelation;
  const still = differing(a, b, fit, mayBeMoved ? 1 : mostChanged);
  if (still <= mostChanged) return { changed: still, isMoved: false };
  if (!mayBeMoved || differingWhenMoved(a, b, fit, slackUnlaid) > mostUnlaid) return null;
  const moved = align(a, b, fit);
  if (moved === null) return null;
  const changed = differingWhenMoved(moved.values, b, moved.fit, movedSlack);
  return changed <= mostLeft && changed <= still / 4 ? { changed, isMoved: true } : null;
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

interface Fit {
  readonly gain: number;
  readonly offset: number;
}

/** A picture that was made lighter or darker changed its contrast by no more. */
const held = (gain: number): number => Math.max(0.6, Math.min(1.6, gain));

/** The gain and offset that turn `a` into `b` best: least squares over the inner cells that an earlier fit leaves few levels apart, those that were not edited. */
function fitWithin(a: Float32Array, b: Float32Array, { gain, offset }: Fit): Fit {
  let [count, sumA, sumB, together, squares] = [0, 0, 0, 0, 0];
  for (let row = side; row < cells - side; row += side) {
    for (let at = row + 1; at < row + side - 1; at += 1) {
      const x = a[at] ?? 0;
      const y = b[at] ?? 0;
      if (Math.abs(y - gain * x - offset) >= editedLevels) continue;
      count += 1;
      sumA += x;
      sumB += y;
      together += x * y;
      squares += x * x;
    }
  }
  if (count === 0) return { gain, offset };
  const [meanA, meanB] = [sumA / count, sumB / count];
  const varied = squares - sumA * meanA;
  // What is left of sums of squares of bytes by rounding is nothing.
  const better = held(varied <= squares * 1e-9 ? 1 : (together - sumA * meanB) / varied);
  return { gain: better, offset: meanB - better * meanA };
}

/** The share of cells whose shades differ by more than saving anew does, or one over `most`. */
function differing(a: Float32Array, b: Float32Array, { gain, offset }: Fit, most: number): number {
  let count = 0;
  for (let at = 0; at < cells && count <= most * cells; at += 1) {
    if (Math.abs((b[at] ?? 0) - gain * (a[at] ?? 0) - offset) > sameLevels) count += 1;
  }
  return count / cells;
}

/** The same of cells away from the border, where so much of the change to their neighbours is allowed besides. */
function differingWhenMoved(a: Float32Array, b: Float32Array, { gain, offset }: Fit, slack: number): number {
  let count = 0;
  for (let row = side; row < cells - side; row += side) {
    for (let at = row + 1; at < row + side - 1; at += 1) {
      const off = Math.abs((b[at] ?? 0) - gain * (a[at] ?? 0) - offset);
      if (off > sameLevels && off > sameLevels + slack * slopeAt(b, at)) count += 1;
    }
  }
  return count / innerCells;
}

/** How steeply shades change at a cell away from the border. */
const slopeAt = (values: Float32Array, at: number): number =>
  Math.max(
    Math.abs((values[at + 1] ?? 0) - (values[at - 1] ?? 0)),
    Math.abs((values[at + side] ?? 0) - (values[at - side] ?? 0)),
  );

/** Scales and moves `a` onto `b`, along x and y each, by the least squares of Lucas and Kanade; null where no small change does it. */
function align(
  a: Float32Array,
  b: Float32Array,
  still: Fit,
): { readonly values: Float32Array; readonly fit: Fit } | null {
  const middle = (side - 1) / 2;
  let [scaleX, shiftX, scaleY, shiftY] = [1, 0, 1, 0];
  let [warped, fit] = [a, still];
  for (let round = 0; round < 12; round += 1) {
    // One unknown scale and shift for each direction, solved together with the other direction held still.
    const { gain, offset } = fit;
    const across = new Step();
    const down = new Step();
    for (let y = 1; y < side - 1; y += 1) {
      for (let x = 1; x < side - 1; x += 1) {
        const at = y * side + x;
        const error = (b[at] ?? 0) - gain * (warped[at] ?? 0) - offset;
        // A place that was edited pulls no more than one that was moved.
        const weight = Math.abs(error) > 30 ? 30 / Math.abs(error) : 1;
        across.add((gain * ((warped[at + 1] ?? 0) - (warped[at - 1] ?? 0))) / 2, x - middle, error, weight);
        down.add(
          (gain * ((warped[at + side] ?? 0) - (warped[at - side] ?? 0))) / 2,
          y - middle,
          error,
          weight,
        );
      }
    }
    const [stepX, stepY] = [across.solve(), down.solve()];
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
    fit = fitWithin(warped, b, fit);
    if (Math.max(Math.abs(stepX.shift), Math.abs(stepY.shift)) < 0.005) break;
  }
  return { values: warped, fit };
}

/** The sums of one direction's least squares: how a scale and a shift would change shades, and by how much these are off. */
class Step {
  #ss = 0;
  #sm = 0;
  #mm = 0;
  #se = 0;
  #me = 0;

  add(slope: number, place: number, error: number, weight: number): void {
    const scaled = slope * place;
    this.#ss += weight * scaled * scaled;
    this.#sm += weight * scaled * slope;
    this.#mm += weight * slope * slope;
    this.#se += weight * scaled * error;
    this.#me += weight * slope * error;
  }

  solve(): { readonly scale: number; readonly shift: number } {
    const determinant = this.#ss * this.#mm - this.#sm * this.#sm;
    if (determinant < 1e-6) return { scale: 0, shift: 0 };
    return {
      scale: (this.#se * this.#mm - this.#me * this.#sm) / determinant,
      shift: (this.#ss * this.#me - this.#sm * this.#se) / determinant,
    };
  }
}

function warp(
  values: Float32Array,
  columnOf: (x: number) => number,
  rowOf: (y: number) => number,
): Float32Array {
  const inside = (place: number): number => Math.max(0, Math.min(side - 1.001, place));
  const columns = Float64Array.from({ length: side }, (_, x) => inside(columnOf(x)));
  const warped = new Float32Array(cells);
  for (let row = 0; row < side; row += 1) {
    const y = inside(rowOf(row));
    const down = y - Math.floor(y);
    for (let column = 0; column < side; column += 1) {
      const x = columns[column] ?? 0;
      const left = Math.floor(x);
      const right = x - left;
      const at = Math.floor(y) * side + left;
      const upper = (values[at] ?? 0) * (1 - right) + (values[at + 1] ?? 0) * right;
      const lower = (values[at + side] ?? 0) * (1 - right) + (values[at + side + 1] ?? 0) * right;
      warped[row * side + column] = upper * (1 - down) + lower * down;
    }
  }
  return warped;
}
