import { scaleTable } from './jpeg-quality.ts';
import type { KernelRoom, RowStrip } from './pixel-kernels.ts';
import { isLarge, type DecodedPixels } from './pixels.ts';

/** The places in the zigzag order of the frequencies that the kernel gives. */
const zigzags = [1, 2, 3, 4, 5] as const;
/** Qualities that are tried; above, the steps are too small to show after decoding. */
const qualities = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 33, 36, 40, 45, 50,
];
const mostBlocks = 600;
/** One row of blocks in so many is read, of large pictures one in twice as many. */
const everyBlockRows = 4;
/** With fewer different values nothing is said. */
const leastValues = 40;
/** How well values must fall on multiples of a table's steps, 1 being exactly and 0 by chance. */
const leastFit = 0.5;

/** These frequencies of 8 × 8 bytes, in halves, are no farther from 0 than 3,350. */
const mostHalves = 4096;

/** The different values of a frequency in halves: a layout that repeats counts once. */
class DifferentValues {
  readonly values: number[] = [];
  /** A set of numbers would take longer than measuring them. */
  readonly #isThere = new Uint8Array(2 * mostHalves + 1);

  add(value: number): void {
    if (this.#isThere[value + mostHalves] === 1) return;
    this.#isThere[value + mostHalves] = 1;
    this.values.push(value);
  }
}

/**
 * The quality, 3 to 50, of the JPEG that a PNG or GIF was once saved as: its frequencies (discrete cosine transform of 8 × 8 px)
 * still lie at multiples of that quality's steps. Blocks are read as the picture's rows come by.
 */
export class FormerJpegReader {
  readonly #room: KernelRoom;
  readonly #pixels: DecodedPixels;
  readonly #halves = zigzags.map(() => new DifferentValues());
  readonly #everyRows: number;
  readonly #found: number;
  #measured = 0;

  constructor(room: KernelRoom, pixels: DecodedPixels) {
    this.#room = room;
    this.#pixels = pixels;
    this.#everyRows = 8 * (isLarge(pixels) ? 2 * everyBlockRows : everyBlockRows);
    this.#found = room.reserveUnset((pixels.width >> 3) * zigzags.length * 4);
  }

  read({ at, top, rows }: RowStrip): void {
    if (top % this.#everyRows !== 0 || rows < 8 || this.#measured >= mostBlocks) return;
    const { width, channels } = this.#pixels;
    const count = this.#room.run.addFormerJpeg(at, width, channels, this.#found);
    this.#measured += count;
    const found = this.#room.i32(this.#found, count * zigzags.length);
    for (const [which, halves] of this.#halves.entries()) {
      for (let index = which; index < found.length; index += zigzags.length) halves.add(found[index] ?? 0);
    }
  }

  /** Undefined where values do not lie at such multiples. */
  quality(): number | undefined {
    if (this.#halves.reduce((sum, { values }) => sum + values.length, 0) < leastValues) return undefined;
    const fits = qualities.map((quality) => ({ quality, fit: fitOf(this.#halves, quality) }));
    const best = Math.max(...fits.map(({ fit }) => fit));
    if (best < leastFit) return undefined;
    // Multiples of a step are multiples of its half too: the coarsest table that fits is the one.
    return fits.find(({ fit }) => fit >= 0.8 * best)?.quality;
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

function fitOf(halves: readonly DifferentValues[], quality: number): number {
  let [sum, count] = [0, 0];
  for (const [index, zigzag] of zigzags.entries()) {
    const step = scaleTable(zigzag, quality);
    const near = nearnessTo(step);
    for (const value of halves[index]?.values ?? []) {
      const size = Math.abs(value);
      if (size < 1.2 * step) continue;
      sum += near[size % (2 * step)] ?? 0;
      count += 1;
    }
  }
  return count < leastValues / 2 ? 0 : sum / count;
}
