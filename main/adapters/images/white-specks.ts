import { isLarge, type DecodedPixels } from './pixels.ts';

/** One row of blocks in so many is read, of large pictures one in twice as many. */
const everyBlockRows = 4;
/** With fewer blocks of the kind nothing is said. */
const leastBlocks = 40;

/**
 * Of the blocks of 8 × 8 px with dark drawing on pure white, the share that is strewn with pale grey, 0 to 1: heavy compression
 * leaves it around letters, smoothed letters hardly. It tells of a JPEG where its steps cannot, being cut off at white. Blocks are
 * read as the picture's rows come by.
 */
export class WhiteSpecksReader {
  readonly #pixels: DecodedPixels;
  readonly #everyRows: number;
  #top = 0;
  #blocks = 0;
  #strewn = 0;

  constructor(pixels: DecodedPixels) {
    this.#pixels = pixels;
    this.#everyRows = isLarge(pixels) ? 2 * everyBlockRows : everyBlockRows;
  }

  /** Reads the blocks that lie above row `bottom` and were not read yet. */
  advance(bottom: number): void {
    const { data, width, channels } = this.#pixels;
    for (; this.#top + 8 <= bottom; this.#top += 8 * this.#everyRows) {
      for (let left = 0; left + 8 <= width; left += 8) {
        let white = 0;
        let pale = 0;
        let darkest = 255;
        for (let row = 0; row < 8; row += 1) {
          // The green of each px.
          const start = ((this.#top + row) * width + left) * channels + 1;
          for (let at = start; at < start + 8 * channels; at += channels) {
            const green = data[at] ?? 0;
            if (green === 255) white += 1;
            else if (green >= 205 && green <= 244) pale += 1;
            if (green < darkest) darkest = green;
          }
          // Even ground, and what stands on no white, go by quickly.
          if (row === 1 && white === 0 && pale === 0) break;
        }
        if (white < 8 || darkest > 150) continue;
        this.#blocks += 1;
        if (pale >= 10) this.#strewn += 1;
      }
    }
  }

  /** Undefined where there are too few such blocks. */
  share(): number | undefined {
    return this.#blocks < leastBlocks ? undefined : Math.round((this.#strewn / this.#blocks) * 1000) / 1000;
  }
}
