import { isLarge, shadeOf, type DecodedPixels } from './pixels.ts';

/** Of large pictures every so many rows, and every so many bands of columns, are read for edges: columns lie apart in memory. */
const sparseRows = 8;
const sparseBands = 14;
/** Columns are read in bands that lie together in memory. */
const bandPx = 16;

/** Shades of parallel lines through a picture, one line after the other. */
export interface EdgeLines {
  readonly shades: Uint8Array;
  /** Pixels of a line. */
  readonly lengthPx: number;
  /** Where each line is: its row, or its column. */
  readonly places: readonly number[];
}

/** Reads rows and columns of a picture, as its rows come by, from which edges are told. */
export class EdgeLinesReader {
  readonly rows: EdgeLines;
  readonly columns: EdgeLines;
  readonly #pixels: DecodedPixels;
  readonly #bands: readonly number[];
  #next = 0;
  #top = 0;

  constructor(pixels: DecodedPixels) {
    const { width, height } = pixels;
    const rows = every(0, height, isLarge(pixels) ? sparseRows : 1);
    this.#bands = every(0, width, bandPx * (isLarge(pixels) ? sparseBands : 1));
    const columns = this.#bands.flatMap((left) => every(left, Math.min(width, left + bandPx), 1));
    this.#pixels = pixels;
    this.rows = { shades: new Uint8Array(rows.length * width), lengthPx: width, places: rows };
    this.columns = { shades: new Uint8Array(columns.length * height), lengthPx: height, places: columns };
  }

  /** Reads the rows above `bottom` that were not read yet. */
  advance(bottom: number): void {
    const { data, width, channels } = this.#pixels;
    const { shades, places } = this.rows;
    for (; (places[this.#next] ?? bottom) < bottom; this.#next += 1) {
      let at = (places[this.#next] ?? 0) * width * channels;
      const end = (this.#next + 1) * width;
      for (let to = this.#next * width; to < end; to += 1, at += channels) {
        shades[to] = shadeOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
      }
    }
    this.#readColumns(this.#top, bottom);
    this.#top = bottom;
  }

  #readColumns(top: number, bottom: number): void {
    const { data, width, height, channels } = this.#pixels;
    const { shades } = this.columns;
    let first = 0;
    for (const left of this.#bands) {
      const right = Math.min(width, left + bandPx);
      for (let x = left; x < right; x += 1) {
        let at = (top * width + x) * channels;
        const end = first * height + bottom;
        for (let to = first * height + top; to < end; to += 1, at += width * channels) {
          shades[to] = shadeOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
        }
        first += 1;
      }
    }
  }
}

const every = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, index) => from + index * step);
