import type { KernelRoom, RowStrip } from './pixel-kernels.ts';
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
  readonly #room: KernelRoom;
  readonly #pixels: DecodedPixels;
  readonly #everyRows: number;
  #blocks = 0;
  #strewn = 0;

  constructor(room: KernelRoom, pixels: DecodedPixels) {
    this.#room = room;
    this.#pixels = pixels;
    this.#everyRows = 8 * (isLarge(pixels) ? 2 * everyBlockRows : everyBlockRows);
  }

  read({ at, top, rows }: RowStrip): void {
    if (top % this.#everyRows !== 0 || rows < 8) return;
    const { width, channels } = this.#pixels;
    const counts = this.#room.run.addSpecks(at, width, channels);
    this.#blocks += counts >>> 16;
    this.#strewn += counts & 0xffff;
  }

  /** Undefined where there are too few such blocks. */
  share(): number | undefined {
    return this.#blocks < leastBlocks ? undefined : Math.round((this.#strewn / this.#blocks) * 1000) / 1000;
  }
}
