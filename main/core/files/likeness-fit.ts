/** Cells of a likeness along each side (PictureMeasure.likeness). */
export const side = 64;
export const cells = side * side;
/** Cells away from the border, where a picture that was moved shows something else. */
export const innerCells = (side - 2) ** 2;
/** Shades of the same place in two saves of one picture differ by less, in levels of 255. */
export const sameLevels = 5;
/** Of the change to a cell's neighbours so much may be left where a picture was moved. */
export const movedSlack = 0.3;
/** What a crop leaves different once it is laid over the other: more, for letters do not fall on the same cells. */
export const mostLeft = 0.05;
/** Cells that differ by so many levels were edited. */
const editedLevels = 20;

/** What turns one picture's shades into another's. */
export interface Fit {
  readonly gain: number;
  readonly offset: number;
}

/** A picture that was made lighter or darker changed its contrast by no more. */
export const held = (gain: number): number => Math.max(0.6, Math.min(1.6, gain));

/** The gain and offset that turn `a` into `b` best: least squares over the inner cells that an earlier fit leaves few levels apart, those that were not edited. */
export function fitWithin(a: Float32Array, b: Float32Array, { gain, offset }: Fit): Fit {
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
export function differing(a: Float32Array, b: Float32Array, { gain, offset }: Fit, most: number): number {
  let count = 0;
  for (let at = 0; at < cells && count <= most * cells; at += 1) {
    if (Math.abs((b[at] ?? 0) - gain * (a[at] ?? 0) - offset) > sameLevels) count += 1;
  }
  return count / cells;
}

/** The same of cells away from the border, where so much of the change to their neighbours is allowed besides. */
export function differingWhenMoved(
  a: Float32Array,
  b: Float32Array,
  { gain, offset }: Fit,
  slack: number,
  most: number,
): number {
  let count = 0;
  for (let row = side; row < cells - side && count <= most * innerCells; row += side) {
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
