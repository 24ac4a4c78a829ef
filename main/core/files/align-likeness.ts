import {
  cells,
  differingWhenMoved,
  fitWithin,
  mostLeft,
  movedSlack,
  side,
  type Fit,
} from './likeness-fit.ts';

/** A crop or a small shift: at most so much larger or smaller, and moved by so many cells. */
const mostScale = 0.06;
const mostShiftCells = 3;
const mostRounds = 12;
/**
 * Different pictures are told by the second round, after which most of what a move explains is explained: of 2,789 pairs of screens cut by up to 6% and
 * found, 0.058 of the cells differed then at most; of different ones, most differ in as many as before.
 */
const tellingRound = 2;
const mostLeftThen = 2 * mostLeft;
/** An error over this pulls no more than one of so many levels: a place that was edited no more than one that was moved. */
const mostPull = 30;

/** How a direction of `a` is to be scaled about the middle and then shifted, in cells. */
interface Step {
  readonly scale: number;
  readonly shift: number;
}

/** Scales and moves `a` onto `b`, along x and y each, by the least squares of Lucas and Kanade; null where no small change does it. */
export function alignShades(
  a: Float32Array,
  b: Float32Array,
  still: Fit,
): { readonly values: Float32Array; readonly fit: Fit } | null {
  let [scaleX, shiftX, scaleY, shiftY] = [1, 0, 1, 0];
  const warped = new Float32Array(cells);
  let [laid, fit] = [a, still];
  for (let round = 1; round <= mostRounds; round += 1) {
    // One unknown scale and shift for each direction, solved together with the other direction held still.
    const across = stepAlong(laid, b, fit, 1);
    const down = stepAlong(laid, b, fit, side);
    scaleX += across.scale;
    shiftX += across.shift;
    scaleY += down.scale;
    shiftY += down.shift;
    if (
      Math.max(Math.abs(scaleX - 1), Math.abs(scaleY - 1)) > mostScale ||
      Math.max(Math.abs(shiftX), Math.abs(shiftY)) > mostShiftCells
    ) {
      return null;
    }
    warp(a, { scale: scaleX, shift: shiftX }, { scale: scaleY, shift: shiftY }, warped);
    laid = warped;
    fit = fitWithin(laid, b, fit);
    if (Math.max(Math.abs(across.shift), Math.abs(down.shift)) < 0.005) break;
    if (round === tellingRound && differingWhenMoved(laid, b, fit, movedSlack, mostLeftThen) > mostLeftThen)
      return null;
  }
  return { values: laid, fit };
}

const middle = (side - 1) / 2;

/** The least squares of one direction, whose neighbours stand so many cells apart: the scale and shift that would bring shades nearest. */
function stepAlong(
  warped: Float32Array,
  b: Float32Array,
  { gain, offset }: Fit,
  apart: 1 | typeof side,
): Step {
  let [ss, sm, mm, se, me] = [0, 0, 0, 0, 0];
  for (let y = 1; y < side - 1; y += 1) {
    for (let x = 1; x < side - 1; x += 1) {
      const at = y * side + x;
      const error = (b[at] ?? 0) - gain * (warped[at] ?? 0) - offset;
      const slope = (gain * ((warped[at + apart] ?? 0) - (warped[at - apart] ?? 0))) / 2;
      if (slope === 0) continue;
      const off = Math.abs(error);
      const weight = off > mostPull ? mostPull / off : 1;
      const scaled = slope * ((apart === 1 ? x : y) - middle);
      ss += weight * scaled * scaled;
      sm += weight * scaled * slope;
      mm += weight * slope * slope;
      se += weight * scaled * error;
      me += weight * slope * error;
    }
  }
  const determinant = ss * mm - sm * sm;
  if (determinant < 1e-6) return { scale: 0, shift: 0 };
  return { scale: (se * mm - me * sm) / determinant, shift: (ss * me - sm * se) / determinant };
}

/** Where each of `side` cells is read from: the cell before, and how far from that towards the next. */
function placesOf({ scale, shift }: Step): { readonly before: Int32Array; readonly share: Float64Array } {
  const before = new Int32Array(side);
  const share = new Float64Array(side);
  for (let cell = 0; cell < side; cell += 1) {
    const place = Math.max(0, Math.min(side - 1.001, middle + (cell - middle) * scale + shift));
    before[cell] = Math.floor(place);
    share[cell] = place - Math.floor(place);
  }
  return { before, share };
}

/** Reads `values` where the places of a moved picture were, into `warped`. */
function warp(values: Float32Array, across: Step, down: Step, warped: Float32Array): void {
  const columns = placesOf(across);
  const rows = placesOf(down);
  for (let row = 0; row < side; row += 1) {
    const line = (rows.before[row] ?? 0) * side;
    const below = rows.share[row] ?? 0;
    for (let column = 0; column < side; column += 1) {
      const at = line + (columns.before[column] ?? 0);
      const right = columns.share[column] ?? 0;
      const upper = (values[at] ?? 0) * (1 - right) + (values[at + 1] ?? 0) * right;
      const lower = (values[at + side] ?? 0) * (1 - right) + (values[at + side + 1] ?? 0) * right;
      warped[row * side + column] = upper * (1 - below) + lower * below;
    }
  }
}
