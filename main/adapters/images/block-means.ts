import type { KernelRoom, RowStrip } from './pixel-kernels.ts';
import type { DecodedPixels } from './pixels.ts';

/** The means of equal blocks of a picture, 0 to 255, rows from the top: f32 in the kernels' memory, at these places. */
export interface BlockMeans {
  readonly columns: number;
  readonly rows: number;
  /** Three values a block: colour over white. */
  readonly rgb: number;
  /** Luminance. */
  readonly shades: number;
  readonly alpha: number;
}

/** Of blocks this high every second row is read: what is measured on them is not so fine. */
const highBlockPx = 8;

/**
 * Averages square blocks of a picture, as small as keeps the longer side at `longSide` blocks or fewer, so that noise cancels out. It
 * is read as its rows come by.
 */
export class BlockMeansReader {
  readonly #room: KernelRoom;
  readonly #pixels: DecodedPixels;
  /** Side of a block in px; those at the right and bottom may be cut. */
  readonly #blockPx: number;
  readonly #step: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #sums: number;

  constructor(room: KernelRoom, pixels: DecodedPixels, longSide: number) {
    const { width, height } = pixels;
    this.#room = room;
    this.#pixels = pixels;
    this.#blockPx = Math.max(1, Math.ceil(Math.max(width, height) / longSide));
    this.#step = this.#blockPx >= highBlockPx ? 2 : 1;
    this.#columns = Math.ceil(width / this.#blockPx);
    this.#rows = Math.ceil(height / this.#blockPx);
    this.#sums = room.reserveUnset(this.#columns * this.#rows * 16);
  }

  read({ at, top, rows }: RowStrip): void {
    const { width, channels } = this.#pixels;
    const { run } = this.#room;
    run.addMeans(at, top, rows, width, channels, this.#blockPx, this.#step, this.#columns, this.#sums);
  }

  /** The means, once all rows were read. */
  means(): BlockMeans {
    const { width, height, channels } = this.#pixels;
    const room = this.#room;
    const [columns, rows] = [this.#columns, this.#rows];
    const count = columns * rows;
    const rgb = room.reserveUnset(count * 12);
    const shades = room.reserveUnset(count * 4);
    const alpha = room.reserveUnset(count * 4);
    room.run.finishMeans(
      this.#sums,
      columns,
      rows,
      width,
      height,
      channels,
      this.#blockPx,
      this.#step,
      rgb,
      alpha,
    );
    room.run.readLuminance(rgb, count, shades);
    return { columns, rows, rgb, shades, alpha };
  }
}
