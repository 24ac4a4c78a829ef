import { shadeOf } from './block-means.ts';
import type { Pixels } from './pixels.ts';

/** Old pixels farther apart than this, or nearer, leave no trace that can be told from the picture's own detail. */
const longestPeriodPx = 5.2;
/** How far the frequency of the old pixels must stand out from those beside it. */
const leastStrength = 2.25;
const neighbours = 30;

/**
 * How many times a picture was enlarged along one direction, from 1.2 to 4, told by the trace that interpolation leaves: how
 * sharply shades bend rises and falls with the distance of the old pixels. Undefined where no trace stands out.
 */
export function estimateEnlargement(
  words: Int32Array,
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  direction: 'across' | 'down',
  options: { readonly steepness: number; readonly isJpeg: boolean },
): number | undefined {
  const bends =
    direction === 'across'
      ? meanBends(words, width, height, 1, width)
      : meanBends(words, height, width, width, 1);
  const { length } = bends;
  const strengths: number[] = [];
  const first = Math.ceil(length / longestPeriodPx);
  for (let turns = first; turns <= length / 2; turns += 1) strengths.push(amplitude(bends, turns / length));
  let best = { strength: 0, frequency: 0 };
  for (const [index, value] of strengths.entries()) {
    const frequency = (first + index) / length;
    if (options.isJpeg && isOfBlocks(frequency, length)) continue;
    const around = strengths
      .slice(Math.max(0, index - neighbours), index + neighbours + 1)
      .filter((_, other) => Math.abs(other - Math.min(index, neighbours)) > 3)
      .sort((a, b) => a - b);
    const strength = value / (around[Math.floor(around.length * 0.95)] ?? Number.POSITIVE_INFINITY);
    if (strength > best.strength) best = { strength, frequency };
  }
  if (best.strength < leastStrength) return undefined;
  // A distance of 1.5 px and one of 3 px beat alike on whole pixels; edges are as soft as the enlargement is large.
  const factor = options.steepness < 0.4 ? 1 / best.frequency : 1 / (1 - best.frequency);
  return Math.round(factor * 100) / 100;
}

/** JPEG's own blocks of 8 px beat at multiples of an eighth; a half is also that of a picture of twice the size. */
const isOfBlocks = (frequency: number, length: number): boolean =>
  frequency < 0.48 && Math.abs(frequency * 8 - Math.round(frequency * 8)) < 24 / length;

/** How much shades bend at each place along a direction, on average over its edges, less the average around that place. */
function meanBends(
  words: Int32Array,
  length: number,
  lines: number,
  along: number,
  beside: number,
): Float64Array {
  const sums = new Float64Array(length);
  const counts = new Uint32Array(length);
  for (let line = 0; line < lines; line += 2) {
    for (let place = 1; place < length - 1; place += 1) {
      const at = line * beside + place * along;
      const before = shadeOf(words[at - along] ?? 0);
      const after = shadeOf(words[at + along] ?? 0);
      const bend = Math.abs(before - 2 * shadeOf(words[at] ?? 0) + after);
      if (bend < 8 && Math.abs(after - before) < 8) continue;
      sums[place] = (sums[place] ?? 0) + Math.min(bend, 24);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const means = sums.map((sum, place) =>
    (counts[place] ?? 0) >= 3 ? sum / (counts[place] ?? 1) : Number.NaN,
  );
  return means.map((mean, place) => {
    const around = means.subarray(Math.max(0, place - 8), place + 9).filter((one) => !Number.isNaN(one));
    if (Number.isNaN(mean) || around.length < 8) return 0;
    const local = around.reduce((sum, one) => sum + one, 0) / around.length;
    return Math.max(-3, Math.min(3, mean - local));
  });
}

function amplitude(values: Float64Array, frequency: number): number {
  let x = 0;
  let y = 0;
  values.forEach((value, place) => {
    if (value === 0) return;
    x += value * Math.cos(2 * Math.PI * frequency * place);
    y += value * Math.sin(2 * Math.PI * frequency * place);
  });
  return Math.hypot(x, y);
}
