import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { DecodedPixels } from './pixels.ts';

/**
 * A hash of pixels as their rows come by: the SHA-256 of the CRC-32 of each few rows, which takes a quarter of the time of a SHA-256
 * of everything and tells any change of up to four neighbouring bytes for certain, any other but for one in four thousand
 * million. Opacity counts only where there is less than all of it, so that a picture saved with and without it is one.
 */
export class PixelHash {
  readonly #pixels: DecodedPixels;
  readonly #sums: number[] = [];
  #top = 0;

  constructor(pixels: DecodedPixels) {
    this.#pixels = pixels;
    this.#sums.push(pixels.width, pixels.height);
  }

  /** Takes the rows from the last ones up to `bottom` together. The result depends on where rows are parted. */
  advance(bottom: number): void {
    const { data, width, channels } = this.#pixels;
    const bytes = data.subarray(this.#top * width * channels, bottom * width * channels);
    this.#top = bottom;
    if (channels === 3) {
      this.#sums.push(crc32(bytes));
      return;
    }
    const { colours, opacities } = parted(bytes);
    this.#sums.push(crc32(colours), ...(opacities === null ? [] : [crc32(opacities), -1]));
  }

  /** Lower-case hex. */
  hex(): string {
    return createHash('sha256').update(this.#sums.join(' ')).digest('hex');
  }
}

/** The colours of RGBA, and their opacities where these are not all whole. */
function parted(rgba: Uint8Array): {
  readonly colours: Uint8Array;
  readonly opacities: Uint8Array | null;
} {
  const count = rgba.length / 4;
  const colours = new Uint8Array(count * 3);
  const opacities = new Uint8Array(count);
  let all = 255;
  for (let pixel = 0, from = 0, to = 0; pixel < count; pixel += 1, from += 4, to += 3) {
    colours[to] = rgba[from] ?? 0;
    colours[to + 1] = rgba[from + 1] ?? 0;
    colours[to + 2] = rgba[from + 2] ?? 0;
    const opacity = rgba[from + 3] ?? 0;
    opacities[pixel] = opacity;
    all &= opacity;
  }
  return { colours, opacities: all === 255 ? null : opacities };
}
