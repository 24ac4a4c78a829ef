import { scaleTable } from './jpeg-quality.ts';
import type { Pixels } from './pixels.ts';

/** The frequencies that are looked at, by column and row, with their place in the zigzag order. */
const frequencies = [
  { u: 1, v: 0, zigzag: 1 },
  { u: 0, v: 1, zigzag: 2 },
  { u: 0, v: 2, zigzag: 3 },
  { u: 1, v: 1, zigzag: 4 },
  { u: 2, v: 0, zigzag: 5 },
] as const;
/** Qualities that are tried; above, the steps are too small to show after decoding. */
const qualities = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 33, 36, 40, 45, 50,
];
const mostBlocks = 600;
/** Rows of blocks that are read. */
const everyBlockRows = 4;
/** Blocks with less between their darkest and lightest px hold nothing to measure. */
const leastRange = 20;
/** With fewer different values nothing is said. */
const leastValues = 40;
/** How well values must fall on multiples of a table's steps, 1 being exactly and 0 by chance. */
const leastFit = 0.5;

const cosines = Float64Array.from({ length: 24 }, (_, index) =>
  Math.cos(((2 * (index % 8) + 1) * Math.floor(index / 8) * Math.PI) / 16),
);

/**
 * The quality, 3 to 50, of the JPEG that a PNG or GIF was once saved as: its frequencies (discrete cosine transform of 8 × 8 px)
 * still lie at multiples of that quality's steps. Undefined where they do not.
 */
export function formerJpegQuality(
  words: Int32Array,
  { width, height }: Pick<Pixels, 'width' | 'height'>,
): number | undefined {
  const values = frequencyValues(words, width, height);
  if (values.reduce((sum, { size }) => sum + size, 0) < leastValues) return undefined;
  const fits = qualities.map((quality) => ({ quality, fit: fitOf(values, quality) }));
  const best = Math.max(...fits.map(({ fit }) => fit));
  if (best < leastFit) return undefined;
  // Multiples of a step are multiples of its half too: the coarsest table that fits is the one.
  return fits.find(({ fit }) => fit >= 0.8 * best)?.quality;
}

function fitOf(values: readonly ReadonlySet<number>[], quality: number): number {
  let [sum, count] = [0, 0];
  for (const [index, { zigzag }] of frequencies.entries()) {
    const step = scaleTable(zigzag, quality);
    for (const value of values[index] ?? []) {
      if (Math.abs(value) < 0.6 * step) continue;
      sum += Math.cos((2 * Math.PI * value) / step);
      count += 1;
    }
  }
  return count < leastValues / 2 ? 0 : sum / count;
}

/** The different values, to a half, of each frequency over blocks with nothing cut off at black or white: a layout that repeats counts once. */
function frequencyValues(words: Int32Array, width: number, height: number): readonly ReadonlySet<number>[] {
  const values = frequencies.map(() => new Set<number>());
  const block = new Float64Array(64);
  let measured = 0;
  for (let top = 0; top + 8 <= height && measured < mostBlocks; top += 8 * everyBlockRows) {
    for (let left = 0; left + 8 <= width; left += 8) {
      if (!readBlock(words, top * width + left, width, block)) continue;
      measured += 1;
      for (const [which, { u, v }] of frequencies.entries()) {
        let sum = 0;
        for (let at = 0; at < 64; at += 1) {
          sum += (block[at] ?? 0) * (cosines[u * 8 + (at & 7)] ?? 0) * (cosines[v * 8 + (at >> 3)] ?? 0);
        }
        const scale = (u === 0 ? Math.SQRT1_2 : 1) * (v === 0 ? Math.SQRT1_2 : 1);
        values[which]?.add(Math.round((sum * scale) / 2) / 2);
      }
    }
  }
  return values;
}

/** Reads the brightness of a block; false for one that is even, or that has a channel at its end. */
function readBlock(words: Int32Array, start: number, width: number, block: Float64Array): boolean {
  let least = 255;
  let most = 0;
  for (let at = 0; at < 64; at += 1) {
    const word = words[start + (at >> 3) * width + (at & 7)] ?? 0;
    const r = word & 255;
    const g = (word >>> 8) & 255;
    const b = (word >>> 16) & 255;
    if (r === 0 || g === 0 || b === 0 || r === 255 || g === 255 || b === 255) return false;
    const shade = 0.299 * r + 0.587 * g + 0.114 * b;
    block[at] = shade;
    if (shade < least) least = shade;
    if (shade > most) most = shade;
    // Even ground goes by quickly: its first three rows tell.
    if (at === 23 && most - least < 1) return false;
  }
  return most - least >= leastRange;
}
