import { strengthsOf } from './frequency-strengths.ts';
import { rowsAtOnce, stripsOf, type KernelRoom } from './pixel-kernels.ts';
import type { DecodedPixels } from './pixels.ts';

/** Old pixels farther apart than this, or nearer, leave no trace that can be told from the picture's own detail. */
const longestPeriodPx = 5.2;
/** How far the frequency of the old pixels must stand out from those beside it. */
const leastStrength = 2.25;
const neighbours = 30;
/** Those nearest belong to the same trace. */
const sameTrace = 3;

export type Direction = 'across' | 'down';

/**
 * How many times a picture was enlarged, from 1.2 to 4, along each direction whose edges' steepness is given, told by the trace that
 * interpolation leaves: how sharply shades bend rises and falls with the distance of the old pixels. Undefined where no trace stands out.
 */
export function estimateEnlargements(
  room: KernelRoom,
  pixels: DecodedPixels,
  steepness: Readonly<Partial<Record<Direction, number>>>,
  isJpeg: boolean,
): Partial<Record<Direction, number>> {
  const { across, down } = steepness;
  if (across === undefined && down === undefined) return {};
  const bends = readBends(room, pixels, { isAcross: across !== undefined, isDown: down !== undefined });
  const found = {
    across: bends.across && estimate(room, bends.across, across ?? 0, isJpeg),
    down: bends.down && estimate(room, bends.down, down ?? 0, isJpeg),
  };
  return {
    ...(found.across === undefined ? {} : { across: found.across }),
    ...(found.down === undefined ? {} : { down: found.down }),
  };
}

function estimate(room: KernelRoom, bent: Bends, steepness: number, isJpeg: boolean): number | undefined {
  const bends = meanBends(bent);
  const { length } = bends;
  const first = Math.ceil(length / longestPeriodPx);
  const amplitudes = strengthsOf(room, bends, first);
  let best = { strength: 0, frequency: 0 };
  for (let index = 0; index < amplitudes.length; index += 1) {
    const frequency = (first + index) / length;
    if (isJpeg && isOfBlocks(frequency, length)) continue;
    const strength = standsOut(amplitudes, index);
    if (strength > best.strength) best = { strength, frequency };
  }
  if (best.strength === 0) return undefined;
  // A distance of 1.5 px and one of 3 px beat alike on whole pixels; edges are as soft as the enlargement is large.
  const factor = steepness < 0.4 ? 1 / best.frequency : 1 / (1 - best.frequency);
  return Math.round(factor * 100) / 100;
}

/** How many times an amplitude exceeds nineteen in twenty of those beside it; 0 where that is not enough. */
function standsOut(amplitudes: Float64Array, index: number): number {
  const from = Math.max(0, index - neighbours);
  const to = Math.min(amplitudes.length, index + neighbours + 1);
  const isBeside = (at: number): boolean => Math.abs(at - index) > sameTrace;
  const count = to - from - (Math.min(to, index + sameTrace + 1) - Math.max(from, index - sameTrace));
  const place = Math.floor(count * 0.95);
  const value = amplitudes[index] ?? 0;
  // Mostly a few neighbours tell that it does not.
  let above = 0;
  for (let at = from; at < to; at += 1) {
    if (!isBeside(at) || (amplitudes[at] ?? 0) * leastStrength <= value) continue;
    above += 1;
    if (above >= count - place) return 0;
  }
  const beside = amplitudes.slice(from, to).filter((_, at) => isBeside(from + at));
  return value / (beside.sort()[place] ?? Number.POSITIVE_INFINITY);
}

/** JPEG's own blocks of 8 px beat at multiples of an eighth; a half is also that of a picture of twice the size. */
const isOfBlocks = (frequency: number, length: number): boolean =>
  frequency < 0.48 && Math.abs(frequency * 8 - Math.round(frequency * 8)) < 24 / length;

/** How much shades bend at each place along a direction: summed over their edges, and how many these are. */
interface Bends {
  readonly sums: Uint32Array;
  readonly counts: Uint32Array;
}

/** Reads a picture's rows once for the bends along one direction or both: from every second row, and from every second column. */
function readBends(
  room: KernelRoom,
  pixels: DecodedPixels,
  { isAcross, isDown }: { readonly isAcross: boolean; readonly isDown: boolean },
): Partial<Record<Direction, Bends>> {
  const { width, height, channels } = pixels;
  const lineBytes = width + 48;
  const lines = room.reserve((rowsAtOnce + 2) * lineBytes);
  const sumsPx = width + 16;
  const across = isAcross ? room.reserve(2 * sumsPx * 4) : 0;
  const down = isDown ? room.reserve(2 * height * 4) : 0;
  for (const { at, top, rows } of stripsOf(room, pixels)) {
    room.run.addBends(at, top, rows, width, height, channels, lines, lineBytes, across, sumsPx, down);
  }
  const take = (sums: number, counts: number, length: number): Bends => ({
    sums: room.u32(sums, length).slice(),
    counts: room.u32(counts, length).slice(),
  });
  const found: Partial<Record<Direction, Bends>> = {};
  if (isAcross) {
    found.across = take(across, across + 4 * sumsPx, width);
    // The kernel runs over the end of a row, whose last px has no neighbour.
    found.across.sums.fill(0, Math.max(0, width - 1));
    found.across.counts.fill(0, Math.max(0, width - 1));
  }
  if (isDown) found.down = take(down, down + 4 * height, height);
  return found;
}

/** A place with fewer bends tells nothing. */
const leastAtPlace = 3;
/** What is around a place: so many px to either side, half of them measured. */
const aroundPx = 8;

/** The average bend at each place, less the average around that place. */
function meanBends({ sums, counts }: Bends): Float64Array {
  const lengthPx = sums.length;
  const bends = new Float64Array(lengthPx);
  // Of all places before each one: the sum of their means, and how many were measured.
  const sumsBefore = new Float64Array(lengthPx + 1);
  const countsBefore = new Uint32Array(lengthPx + 1);
  for (let place = 0; place < lengthPx; place += 1) {
    const isMeasured = (counts[place] ?? 0) >= leastAtPlace;
    const mean = isMeasured ? (sums[place] ?? 0) / (counts[place] ?? 1) : 0;
    sumsBefore[place + 1] = (sumsBefore[place] ?? 0) + mean;
    countsBefore[place + 1] = (countsBefore[place] ?? 0) + (isMeasured ? 1 : 0);
  }
  for (let place = 0; place < lengthPx; place += 1) {
    const count = counts[place] ?? 0;
    if (count < leastAtPlace) continue;
    const [from, to] = [Math.max(0, place - aroundPx), Math.min(lengthPx, place + aroundPx + 1)];
    const around = (countsBefore[to] ?? 0) - (countsBefore[from] ?? 0);
    if (around < aroundPx) continue;
    const mean = ((sumsBefore[to] ?? 0) - (sumsBefore[from] ?? 0)) / around;
    bends[place] = Math.max(-3, Math.min(3, (sums[place] ?? 0) / count - mean));
  }
  return bends;
}
