import type { DecodedPixels } from './pixels.ts';
import { pixelKernelsModule } from './pixel-kernels-module.ts';

/** The loops over pixels, compiled from `kernels/` to WebAssembly with SIMD; what each does stands there. Places are in bytes of `memory`. */
export interface PixelKernels {
  readonly memory: WebAssembly.Memory;
  readonly firstFree: WebAssembly.Global<'i32'>;
  addMeans(
    at: number,
    top: number,
    rows: number,
    width: number,
    channels: number,
    blockPx: number,
    step: number,
    columns: number,
    sums: number,
  ): void;
  finishMeans(
    sums: number,
    columns: number,
    rows: number,
    width: number,
    height: number,
    channels: number,
    blockPx: number,
    step: number,
    rgb: number,
    alpha: number,
  ): void;
  readLuminance(rgb: number, count: number, to: number): void;
  countShades(shades: number, count: number, to: number): void;
  sumBright(rgb: number, shades: number, count: number, least: number, to: number): number;
  countColours(
    rgb: number,
    count: number,
    byRed: number,
    byGreen: number,
    byBlue: number,
    chroma: number,
    lead: number,
    to: number,
  ): void;
  sumOf(values: number, count: number): number;
  squaresOf(values: number, count: number, mean: number): number;
  putOverBlack(shades: number, alpha: number, count: number): void;
  countDrawn(rgb: number, columns: number, rows: number, levels: number): number;
  readShades(at: number, count: number, channels: number, to: number): void;
  readBands(
    at: number,
    top: number,
    rows: number,
    width: number,
    channels: number,
    everyPx: number,
    lengthPx: number,
    to: number,
  ): void;
  walkLine(line: number, length: number, steepness: number, steps: number, finders: number): number;
  addSpecks(at: number, width: number, channels: number): number;
  addFormerJpeg(at: number, width: number, channels: number, to: number): number;
  addBends(
    at: number,
    top: number,
    rows: number,
    width: number,
    height: number,
    channels: number,
    lines: number,
    lineBytes: number,
    across: number,
    sumsPx: number,
    down: number,
  ): void;
  fourierSums(
    sums: number,
    differences: number,
    half: number,
    cosines: number,
    sines: number,
    count: number,
    real: number,
    imaginary: number,
  ): void;
  sumLikeness(
    shades: number,
    columns: number,
    firstsAcross: number,
    weightsAcross: number,
    mostAcross: number,
    firstsDown: number,
    weightsDown: number,
    mostDown: number,
    lines: number,
    to: number,
  ): void;
  readLab(rgb: number, count: number, linear: number, to: number): void;
  colourChanges(lab: number, side: number, to: number): void;
  hashBytes(at: number, length: number, to: number): void;
  partOpacity(at: number, count: number, colours: number, opacities: number): number;
}

/** Kernels read whole vectors, and some write them: so many bytes behind what is reserved are nobody's. */
const slackBytes = 64;
const pageBytes = 65_536;

let loaded: PixelKernels | undefined;

/** This thread's own kernels and memory. */
function load(): PixelKernels {
  if (loaded === undefined) {
    const bytes = Buffer.from(pixelKernelsModule, 'base64');
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    // Safe: a test compiles kernels/ and finds the same bytes, and calls every kernel.
    loaded = exports as unknown as PixelKernels;
  }
  return loaded;
}

/**
 * The kernels' memory for one piece of work that is done without waiting: opening it again gives up all that was reserved before.
 * Views go stale when more is reserved; what is to stay is copied out.
 */
export class KernelRoom {
  readonly run: PixelKernels = load();
  #free: number = Math.ceil(this.run.firstFree.value / 16) * 16;

  /** The place of so many bytes, all 0. */
  reserve(bytes: number): number {
    const at = this.reserveUnset(bytes);
    this.u8(at, bytes).fill(0);
    return at;
  }

  /** The place of so many bytes that are written before they are read, whatever they are. */
  reserveUnset(bytes: number): number {
    const at = this.#free;
    const end = Math.ceil((at + bytes + slackBytes) / 16) * 16;
    const missing = end - this.run.memory.buffer.byteLength;
    if (missing > 0) this.run.memory.grow(Math.ceil(missing / pageBytes));
    this.#free = end;
    return at;
  }

  u8(at: number, length: number): Uint8Array {
    return new Uint8Array(this.run.memory.buffer, at, length);
  }

  u32(at: number, length: number): Uint32Array {
    return new Uint32Array(this.run.memory.buffer, at, length);
  }

  i32(at: number, length: number): Int32Array {
    return new Int32Array(this.run.memory.buffer, at, length);
  }

  f32(at: number, length: number): Float32Array {
    return new Float32Array(this.run.memory.buffer, at, length);
  }

  f64(at: number, length: number): Float64Array {
    return new Float64Array(this.run.memory.buffer, at, length);
  }
}

/** Some rows of a picture in the kernels' memory. */
export interface RowStrip {
  readonly at: number;
  /** The place of the first one in the picture. */
  readonly top: number;
  readonly rows: number;
}

/** Everything is read from so many rows before the next ones, while they are at hand in the processor's cache. A multiple of 8. */
export const rowsAtOnce = 32;

/** The rows of a picture from the top, a strip at a time, each in the place of the one before. */
export function* stripsOf(room: KernelRoom, pixels: DecodedPixels): Generator<RowStrip> {
  const { data, width, height, channels } = pixels;
  const at = room.reserveUnset(rowsAtOnce * width * channels);
  for (let top = 0; top < height; top += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - top);
    const bytes = data.subarray(top * width * channels, (top + rows) * width * channels);
    room.u8(at, bytes.length).set(bytes);
    yield { at, top, rows };
  }
}
