import { scaleTable } from './jpeg-quality.ts';
import { isLarge, type DecodedPixels } from './pixels.ts';

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
/** One row of blocks in so many is read, of large pictures one in twice as many. */
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
 * still lie at multiples of that quality's steps. Blocks are read as the picture's rows come by.
 */
export class FormerJpegReader {
  readonly #pixels: DecodedPixels;
  /** The different values of each frequency in halves: a layout that repeats counts once. */
  readonly #halves = frequencies.map(() => new Set<number>());
  readonly #block = new Float64Array(64);
  #measured = 0;
  readonly #everyRows: number;
  #top = 0;

  constructor(pixels: DecodedPixels) {
    this.#pixels = pixels;
    this.#everyRows = isLarge(pixels) ? 2 * everyBlockRows : everyBlockRows;
  }

  /** Reads the blocks that lie above row `bottom` and were not read yet. */
  advance(bottom: number): void {
    const { width } = this.#pixels;
    for (; this.#top + 8 <= bottom && this.#measured < mostBlocks; this.#top += 8 * this.#everyRows) {
      for (let left = 0; left + 8 <= width; left += 8) {
        if (!readBlock(this.#pixels, left, this.#top, this.#block)) continue;
        this.#measured += 1;
        this.#addBlock();
      }
    }
  }

  /** Undefined where values do not lie at such multiples. */
  quality(): number | undefined {
    if (this.#halves.reduce((sum, { size }) => sum + size, 0) < leastValues) return undefined;
    const fits = qualities.map((quality) => ({ quality, fit: fitOf(this.#halves, quality) }));
    const best = Math.max(...fits.map(({ fit }) => fit));
    if (best < leastFit) return undefined;
    // Multiples of a step are multiples of its half too: the coarsest table that fits is the one.
    return fits.find(({ fit }) => fit >= 0.8 * best)?.quality;
  }

  #addBlock(): void {
    for (const [which, { u, v }] of frequencies.entries()) {
      let sum = 0;
      for (let row = 0; row < 8; row += 1) {
        let line = 0;
        for (let column = 0; column < 8; column += 1) {
          line += (this.#block[row * 8 + column] ?? 0) * (cosines[u * 8 + column] ?? 0);
        }
        sum += line * (cosines[v * 8 + row] ?? 0);
      }
      const scale = (u === 0 ? Math.SQRT1_2 : 1) * (v === 0 ? Math.SQRT1_2 : 1);
      this.#halves[which]?.add(Math.round((sum * scale) / 2));
    }
  }
}

/** For each step, how near a value of so many halves lies to a multiple of it, 1 at one and −1 in the middle. */
const nearness = new Map<number, Float64Array>();

function nearnessTo(step: number): Float64Array {
  const known = nearness.get(step);
  if (known !== undefined) return known;
  const made = Float64Array.from({ length: 2 * step }, (_, halves) => Math.cos((Math.PI * halves) / step));
  nearness.set(step, made);
  return made;
}

function fitOf(halves: readonly ReadonlySet<number>[], quality: number): number {
  let [sum, count] = [0, 0];
  for (const [index, { zigzag }] of frequencies.entries()) {
    const step = scaleTable(zigzag, quality);
    const near = nearnessTo(step);
    for (const value of halves[index] ?? []) {
      const size = Math.abs(value);
      if (size < 1.2 * step) continue;
      sum += near[size % (2 * step)] ?? 0;
      count += 1;
    }
  }
  return count < leastValues / 2 ? 0 : sum / count;
}

/** Reads the brightness of a block; false for one that is even, or that has a channel at its end: what was cut off at black or white. */
function readBlock(
  { data, width, channels }: DecodedPixels,
  left: number,
  top: number,
  block: Float64Array,
): boolean {
  let least = 255;
  let most = 0;
  for (let place = 0; place < 64; place += 1) {
    const at = ((top + (place >> 3)) * width + left + (place & 7)) * channels;
    const r = data[at] ?? 0;
    const g = data[at + 1] ?? 0;
    const b = data[at + 2] ?? 0;
    if (r === 0 || g === 0 || b === 0 || r === 255 || g === 255 || b === 255) return false;
    const shade = 0.299 * r + 0.587 * g + 0.114 * b;
    block[place] = shade;
    if (shade < least) least = shade;
    if (shade > most) most = shade;
    // Even ground goes by quickly: its first three rows tell.
    if (place === 23 && most - least < 1) return false;
  }
  return most - least >= leastRange;
}
