import { shadeOf, type DecodedPixels } from './pixels.ts';

/** Old pixels farther apart than this, or nearer, leave no trace that can be told from the picture's own detail. */
const longestPeriodPx = 5.2;
/** How far the frequency of the old pixels must stand out from those beside it. */
const leastStrength = 2.25;
const neighbours = 30;
/** Those nearest belong to the same trace. */
const sameTrace = 3;

/**
 * How many times a picture was enlarged along one direction, from 1.2 to 4, told by the trace that interpolation leaves: how
 * sharply shades bend rises and falls with the distance of the old pixels. Undefined where no trace stands out.
 */
export function estimateEnlargement(
  pixels: DecodedPixels,
  direction: 'across' | 'down',
  options: { readonly steepness: number; readonly isJpeg: boolean },
): number | undefined {
  const bends = meanBends(direction === 'across' ? bendsAcross(pixels) : bendsDown(pixels));
  const { length } = bends;
  const first = Math.ceil(length / longestPeriodPx);
  const amplitudes = amplitudesOf(bends, first);
  let best = { strength: 0, frequency: 0 };
  for (let index = 0; index < amplitudes.length; index += 1) {
    const frequency = (first + index) / length;
    if (options.isJpeg && isOfBlocks(frequency, length)) continue;
    const strength = standsOut(amplitudes, index);
    if (strength > best.strength) best = { strength, frequency };
  }
  if (best.strength === 0) return undefined;
  // A distance of 1.5 px and one of 3 px beat alike on whole pixels; edges are as soft as the enlargement is large.
  const factor = options.steepness < 0.4 ? 1 / best.frequency : 1 / (1 - best.frequency);
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

const leastBend = 8;
const mostBend = 24;

/** Shades of every `step`th pixel of a row. */
function readRow({ data, width, channels }: DecodedPixels, y: number, step: number, row: Uint8Array): void {
  let at = y * width * channels;
  for (let to = 0; to < row.length; to += 1, at += step * channels) {
    row[to] = shadeOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  }
}

/** From every second row. */
function bendsAcross(pixels: DecodedPixels): Bends {
  const { width, height } = pixels;
  const sums = new Uint32Array(width);
  const counts = new Uint32Array(width);
  const row = new Uint8Array(width);
  for (let y = 0; y < height; y += 2) {
    readRow(pixels, y, 1, row);
    let before = row[0] ?? 0;
    let middle = row[1] ?? 0;
    for (let x = 1; x < width - 1; x += 1) {
      const after = row[x + 1] ?? 0;
      const bend = Math.abs(before - 2 * middle + after);
      if (bend >= leastBend || Math.abs(after - before) >= leastBend) {
        sums[x] = (sums[x] ?? 0) + Math.min(bend, mostBend);
        counts[x] = (counts[x] ?? 0) + 1;
      }
      before = middle;
      middle = after;
    }
  }
  return { sums, counts };
}

/** From every second column, three rows at a time. */
function bendsDown(pixels: DecodedPixels): Bends {
  const { width, height } = pixels;
  const sums = new Uint32Array(height);
  const counts = new Uint32Array(height);
  const columns = Math.ceil(width / 2);
  let [above, middle, below] = [
    new Uint8Array(columns),
    new Uint8Array(columns),
    new Uint8Array(columns),
  ] as const;
  readRow(pixels, 0, 2, above);
  if (height > 1) readRow(pixels, 1, 2, middle);
  for (let y = 1; y < height - 1; y += 1) {
    readRow(pixels, y + 1, 2, below);
    let sum = 0;
    let count = 0;
    for (let x = 0; x < columns; x += 1) {
      const before = above[x] ?? 0;
      const after = below[x] ?? 0;
      const bend = Math.abs(before - 2 * (middle[x] ?? 0) + after);
      if (bend >= leastBend || Math.abs(after - before) >= leastBend) {
        sum += Math.min(bend, mostBend);
        count += 1;
      }
    }
    sums[y] = sum;
    counts[y] = count;
    [above, middle, below] = [middle, below, above];
  }
  return { sums, counts };
}

/** The average bend at each place, less the average around that place. */
function meanBends({ sums, counts }: Bends): Float64Array {
  const lengthPx = sums.length;
  const bends = new Float64Array(lengthPx);
  const isMeasured = (place: number): boolean => (counts[place] ?? 0) >= 3;
  const meanAt = (place: number): number => (sums[place] ?? 0) / (counts[place] ?? 1);
  for (let place = 0; place < lengthPx; place += 1) {
    if (!isMeasured(place)) continue;
    let sum = 0;
    let around = 0;
    for (let other = Math.max(0, place - 8); other < Math.min(lengthPx, place + 9); other += 1) {
      if (!isMeasured(other)) continue;
      sum += meanAt(other);
      around += 1;
    }
    if (around >= 8) bends[place] = Math.max(-3, Math.min(3, meanAt(place) - sum / around));
  }
  return bends;
}

/** The strengths of the frequencies from `first` waves to the whole length up to one wave to two px. */
function amplitudesOf(values: Float64Array, first: number): Float64Array {
  const { length } = values;
  const half = Math.floor(length / 2);
  const cosines = Float64Array.from({ length }, (_, place) => Math.cos((2 * Math.PI * place) / length));
  const sines = Float64Array.from({ length }, (_, place) => Math.sin((2 * Math.PI * place) / length));
  // A place and its mirror have one cosine and opposite sines.
  const sums = new Float64Array(half + 1);
  const differences = new Float64Array(half + 1);
  sums[0] = values[0] ?? 0;
  for (let place = 1; place <= half; place += 1) {
    const isOwnMirror = place * 2 === length;
    const mirror = isOwnMirror ? 0 : (values[length - place] ?? 0);
    sums[place] = (values[place] ?? 0) + mirror;
    differences[place] = (values[place] ?? 0) - mirror;
  }
  const amplitudes = new Float64Array(Math.max(0, half - first + 1));
  for (let waves = first; waves <= half; waves += 1) {
    let x = 0;
    let y = 0;
    let turn = 0;
    for (let place = 0; place <= half; place += 1) {
      x += (sums[place] ?? 0) * (cosines[turn] ?? 0);
      y += (differences[place] ?? 0) * (sines[turn] ?? 0);
      turn += waves;
      if (turn >= length) turn -= length;
    }
    amplitudes[waves - first] = Math.sqrt(x * x + y * y);
  }
  return amplitudes;
}
