import type { KernelRoom, RowStrip } from './pixel-kernels.ts';
import { isLarge, type DecodedPixels } from './pixels.ts';
import { EdgeTally, type FinderHit } from './scan-edges.ts';

/** Of large pictures every so many rows, and every so many bands of columns, are read for edges: columns lie apart in memory. */
const sparseRows = 8;
const sparseBands = 14;
/** Columns are read in bands that lie together in memory. */
const bandPx = 16;

/** A place at which a row of a picture reads like the finder pattern of a QR code. */
export interface FinderPlace extends FinderHit {
  readonly y: number;
}

/** Reads rows and columns of a picture, as its rows come by, and tells edges along them. */
export class EdgeReader {
  /** Along rows. */
  readonly across: EdgeTally;
  readonly places: FinderPlace[] = [];
  readonly #room: KernelRoom;
  readonly #pixels: DecodedPixels;
  readonly #everyRow: number;
  readonly #everyPx: number;
  readonly #row: number;
  readonly #columns: number;
  readonly #columnCount: number;

  constructor(room: KernelRoom, pixels: DecodedPixels) {
    const { width, height } = pixels;
    this.#room = room;
    this.#pixels = pixels;
    this.#everyRow = isLarge(pixels) ? sparseRows : 1;
    this.#everyPx = bandPx * (isLarge(pixels) ? sparseBands : 1);
    const wholeBands = Math.floor(width / this.#everyPx);
    this.#columnCount = wholeBands * bandPx + Math.min(bandPx, width - wholeBands * this.#everyPx);
    this.across = new EdgeTally(room, width);
    this.#row = room.reserveUnset(width);
    this.#columns = room.reserveUnset(this.#columnCount * height);
  }

  read({ at, top, rows }: RowStrip): void {
    const { width, height, channels } = this.#pixels;
    const { run } = this.#room;
    for (let row = (this.#everyRow - (top % this.#everyRow)) % this.#everyRow; row < rows;) {
      run.readShades(at + row * width * channels, width, channels, this.#row);
      for (const hit of this.across.walk(this.#row, width)) this.places.push({ ...hit, y: top + row });
      row += this.#everyRow;
    }
    run.readBands(at, top, rows, width, channels, this.#everyPx, height, this.#columns);
  }

  /** Edges along columns, once all rows were read. */
  down(): EdgeTally {
    const { height } = this.#pixels;
    const tally = new EdgeTally(this.#room, height);
    for (let index = 0; index < this.#columnCount; index += 1) {
      tally.walk(this.#columns + index * height, height);
    }
    return tally;
  }
}
