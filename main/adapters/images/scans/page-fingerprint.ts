import { quantile, type Cells } from './raster.ts';

const side = 40;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** Of a window, 40 rows of 40 mean shades against the brightest part, each one of 64 characters: see ScanMeasure. */
export function fingerprintOf({ luma, width, height, px }: Cells, window: Window): string {
  // Rows first: each of 40 bands becomes one line of sums, and that line 40 means.
  const bands = partsOf(window.top / px, window.bottom / px, height);
  const columns = partsOf(window.left / px, window.right / px, width);
  const line = new Float64Array(width);
  const means = new Float64Array(side * side);
  for (let row = 0; row < side; row += 1) {
    const band = bands[row] ?? noPart;
    line.fill(0);
    for (let y = band.first; y <= band.last; y += 1) {
      const weight = weightIn(band, y);
      for (let x = 0; x < width; x += 1) line[x] = (line[x] ?? 0) + (luma[y * width + x] ?? 0) * weight;
    }
    for (let column = 0; column < side; column += 1) {
      const part = columns[column] ?? noPart;
      let sum = 0;
      for (let x = part.first; x <= part.last; x += 1) sum += (line[x] ?? 0) * weightIn(part, x);
      means[row * side + column] = sum / ((part.to - part.from) * (band.to - band.from));
    }
  }
  const white = Math.max(1, quantile(means, 0.95));
  return Array.from(means, (mean) => alphabet[Math.min(63, Math.floor((mean / white) * 60))] ?? '0').join('');
}

/** A part of a raster in px. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One of 40 parts of a length, in cells: where it begins and ends, and the cells it touches. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

const noPart: Part = { from: 0, to: 1, first: 0, last: 0 };

function partsOf(start: number, end: number, cells: number): readonly Part[] {
  const length = end - start;
  return Array.from({ length: side }, (_, part) => {
    const from = Math.min(cells - 1e-6, start + (part * length) / side);
    const to = Math.min(cells, Math.max(from + 1e-6, start + ((part + 1) * length) / side));
    return { from, to, first: Math.floor(from), last: Math.min(cells - 1, Math.ceil(to) - 1) };
  });
}

const weightIn = ({ from, to }: Part, cell: number): number => Math.min(to, cell + 1) - Math.max(from, cell);
