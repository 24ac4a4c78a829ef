import type { DecodedPixels } from './pixels.ts';

/** The means of equal blocks of a picture: colour over white and opacity, 0 to 255, rows from the top. */
export interface BlockMeans {
  readonly columns: number;
  readonly rows: number;
  /** Side of a block in px; those at the right and bottom may be cut. */
  readonly blockPx: number;
  /** Three values a block. */
  readonly rgb: Float32Array;
  readonly alpha: Float32Array;
}

/** Of blocks this high every second row is read: what is measured on them is not so fine. */
const highBlockPx = 8;
/** Sums of larger blocks would run into one another where four bytes are summed at once. */
const mostSummedPx = 32;

/**
 * Averages square blocks of a picture, as small as keeps the longer side at `longSide` blocks or fewer, so that noise cancels out. It
 * is read as its rows come by.
 */
export class BlockMeansReader {
  readonly means: BlockMeans;
  readonly #pixels: DecodedPixels;
  /** Four bytes each, where blocks and rows begin with one. */
  readonly #words: Int32Array | null;
  #row = 0;

  constructor(pixels: DecodedPixels, longSide: number) {
    const { width, height } = pixels;
    const blockPx = Math.max(1, Math.ceil(Math.max(width, height) / longSide));
    const columns = Math.ceil(width / blockPx);
    const rows = Math.ceil(height / blockPx);
    this.#pixels = pixels;
    this.#words = wordsOf(pixels, blockPx);
    this.means = {
      columns,
      rows,
      blockPx,
      rgb: new Float32Array(columns * rows * 3),
      alpha: new Float32Array(columns * rows).fill(255),
    };
  }

  /** Reads the blocks that lie above row `bottom` and were not read yet. */
  advance(bottom: number): void {
    const { rows, blockPx } = this.means;
    const { height, channels } = this.#pixels;
    while (this.#row < rows && Math.min(height, (this.#row + 1) * blockPx) <= bottom) {
      if (this.#words !== null) this.#readWords(this.#row, this.#words);
      else if (channels === 3) this.#readOpaque(this.#row);
      else this.#readBlended(this.#row);
      this.#row += 1;
    }
  }

  /** Sums the three words of each four pixels: red and blue, green and red, blue and green lie in halves of the sums. */
  #readWords(row: number, words: Int32Array): void {
    const { columns, blockPx, rgb } = this.means;
    const { width, height } = this.#pixels;
    const step = blockPx >= highBlockPx ? 2 : 1;
    const top = row * blockPx;
    const bottom = Math.min(height, top + blockPx);
    for (let column = 0; column < columns; column += 1) {
      const left = column * blockPx;
      const right = Math.min(width, left + blockPx);
      let redBlue = 0;
      let greenRed = 0;
      let blueGreen = 0;
      for (let y = top; y < bottom; y += step) {
        const end = ((y * width + right) * 3) >> 2;
        for (let at = ((y * width + left) * 3) >> 2; at < end; at += 3) {
          const first = words[at] ?? 0;
          const second = words[at + 1] ?? 0;
          const third = words[at + 2] ?? 0;
          redBlue = (redBlue + (first & 0xff00ff) + ((third >>> 8) & 0xff00ff)) | 0;
          greenRed = (greenRed + ((first >>> 8) & 0xff00ff) + (second & 0xff00ff)) | 0;
          blueGreen = (blueGreen + ((second >>> 8) & 0xff00ff) + (third & 0xff00ff)) | 0;
        }
      }
      const area = (right - left) * Math.ceil((bottom - top) / step);
      const cell = (row * columns + column) * 3;
      rgb[cell] = ((redBlue & 0xffff) + (greenRed >>> 16)) / area;
      rgb[cell + 1] = ((greenRed & 0xffff) + (blueGreen >>> 16)) / area;
      rgb[cell + 2] = ((blueGreen & 0xffff) + (redBlue >>> 16)) / area;
    }
  }

  #readOpaque(row: number): void {
    const { columns, blockPx, rgb } = this.means;
    const { data, width, height } = this.#pixels;
    const step = blockPx >= highBlockPx ? 2 : 1;
    const top = row * blockPx;
    const bottom = Math.min(height, top + blockPx);
    for (let column = 0; column < columns; column += 1) {
      const left = column * blockPx;
      const right = Math.min(width, left + blockPx);
      let r = 0;
      let g = 0;
      let b = 0;
      for (let y = top; y < bottom; y += step) {
        const end = (y * width + right) * 3;
        for (let at = (y * width + left) * 3; at < end; at += 3) {
          r += data[at] ?? 0;
          g += data[at + 1] ?? 0;
          b += data[at + 2] ?? 0;
        }
      }
      const area = (right - left) * Math.ceil((bottom - top) / step);
      const cell = (row * columns + column) * 3;
      rgb[cell] = r / area;
      rgb[cell + 1] = g / area;
      rgb[cell + 2] = b / area;
    }
  }

  #readBlended(row: number): void {
    const { columns, blockPx, rgb, alpha } = this.means;
    const { data, width, height } = this.#pixels;
    const step = blockPx >= highBlockPx ? 2 : 1;
    const top = row * blockPx;
    const bottom = Math.min(height, top + blockPx);
    for (let column = 0; column < columns; column += 1) {
      const left = column * blockPx;
      const right = Math.min(width, left + blockPx);
      let r = 0;
      let g = 0;
      let b = 0;
      let a = 0;
      for (let y = top; y < bottom; y += step) {
        const end = (y * width + right) * 4;
        for (let at = (y * width + left) * 4; at < end; at += 4) {
          const opacity = data[at + 3] ?? 0;
          const lift = 255 - opacity;
          a += opacity;
          r += (data[at] ?? 0) * opacity + lift * 255;
          g += (data[at + 1] ?? 0) * opacity + lift * 255;
          b += (data[at + 2] ?? 0) * opacity + lift * 255;
        }
      }
      const area = (right - left) * Math.ceil((bottom - top) / step);
      const cell = row * columns + column;
      rgb[cell * 3] = r / area / 255;
      rgb[cell * 3 + 1] = g / area / 255;
      rgb[cell * 3 + 2] = b / area / 255;
      alpha[cell] = a / area;
    }
  }
}

function wordsOf({ data, width, channels }: DecodedPixels, blockPx: number): Int32Array | null {
  const isWhole =
    channels === 3 &&
    blockPx <= mostSummedPx &&
    [blockPx, width, data.byteOffset].every((one) => one % 4 === 0);
  return isWhole ? new Int32Array(data.buffer, data.byteOffset, data.length >> 2) : null;
}
