import type { ScanMeasure, ScanPoint } from '../../../contract/scan-measure.ts';
import { componentsOf } from './components.ts';
import { insideOf, rowsWithin, shareWithin, type Quadrilateral } from './quadrilateral.ts';
import { quantile, type Cells } from './raster.ts';

/** The brightness of the paper from place to place: tiles of a page, each with its bright part's luminance. */
export interface PaperLight {
  readonly paper: number;
  readonly evenness: number;
  /** Luminance of the paper where it is darker than on four fifths of the page. */
  readonly dim: number;
  /** Luminance of the paper around a coarse cell. */
  levelAt(column: number, row: number): number;
}

const tileCells = 8;

/** Measures the paper's luminance tile by tile, within the sheet; its corners are in px of the raster. */
export function measureLight(cells: Cells, corners: Quadrilateral): PaperLight {
  const { width, height, luma, px } = cells;
  const columns = Math.ceil(width / tileCells);
  const rows = Math.ceil(height / tileCells);
  const levels = new Uint8Array(columns * rows);
  const isWithin = insideOf(corners, px * tileCells);
  const within: number[] = [];
  // Four shades a step are fine enough for paper.
  const shades = new Uint16Array(64);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      shades.fill(0);
      const right = Math.min(width, (column + 1) * tileCells);
      const bottom = Math.min(height, (row + 1) * tileCells);
      let count = 0;
      for (let y = row * tileCells; y < bottom; y += 1) {
        for (let x = column * tileCells; x < right; x += 1) {
          const shade = (luma[y * width + x] ?? 0) >> 2;
          shades[shade] = (shades[shade] ?? 0) + 1;
          count += 1;
        }
      }
      let step = 63;
      for (let seen = shades[63] ?? 0; seen < count * 0.15 && step > 0; seen += shades[step] ?? 0) step -= 1;
      const level = step * 4 + 2;
      levels[row * columns + column] = level;
      if (isWithin((column + 0.5) * tileCells * px, (row + 0.5) * tileCells * px)) within.push(level);
    }
  }
  const levelAt = (x: number, y: number): number =>
    levels[
      Math.min(rows - 1, Math.floor(y / tileCells)) * columns +
        Math.min(columns - 1, Math.floor(x / tileCells))
    ] ?? 0;
  const bright = quantile(within, 0.97);
  return {
    paper: quantile(within, 0.5),
    evenness: bright === 0 ? 1 : Math.min(1, quantile(within, 0.05) / bright),
    dim: quantile(within, 0.2),
    levelAt,
  };
}

/** A spot is at least so much of the page, and brighter than its paper by so much. */
const leastSpotShare = 0.002;
const leastExcess = 12;
/** Paper brighter than this leaves no room to see a spot. */
const brightestPaper = 214;

/**
 * The largest spot of glare: nearly white, clearly brighter than the paper around, and fading out over several millimetres, as a
 * lamp's reflection does and a printed field does not. Null where there is none.
 */
export function findGlare(cells: Cells, corners: Quadrilateral, light: PaperLight): ScanMeasure['glare'] {
  const { width, height, luma, px } = cells;
  if (light.dim > brightestPaper) return null;
  const threshold = Math.max(246, light.dim + leastExcess);
  const within = rowsWithin(corners, px * 3, cells);
  const mask = new Uint8Array(width * height);
  let page = 0;
  for (let y = 0; y < height; y += 1) {
    const end = y * width + (within.to[y] ?? 0);
    for (let cell = y * width + (within.from[y] ?? 0); cell < end; cell += 1) {
      page += 1;
      if ((luma[cell] ?? 0) >= threshold) mask[cell] = 1;
    }
  }
  const spots = componentsOf(mask, width, height, Math.max(12, page * leastSpotShare));
  for (const spot of spots) {
    const member = new Set(spot.cells);
    let [perimeter, fading, sumX, sumY] = [0, 0, 0, 0];
    for (const cell of spot.cells) {
      const x = cell % width;
      const y = (cell - x) / width;
      sumX += x;
      sumY += y;
      for (const [dx, dy] of around) {
        if (member.has(cell + dx + dy * width)) continue;
        perimeter += 1;
        // Three to five cells on, glare is still on its way down; the edge of a printed field is long past.
        const near = at(cells, x + dx * 3, y + dy * 3);
        const far = at(cells, x + dx * 5, y + dy * 5);
        if (near > light.dim + (threshold - light.dim) * 0.25 || far > light.dim + 4) fading += 1;
      }
    }
    if (fading < perimeter * 0.5) continue;
    const centre: ScanPoint = {
      x: (sumX / spot.cells.length + 0.5) * px,
      y: (sumY / spot.cells.length + 0.5) * px,
    };
    return { share: spot.cells.length / page, centre: shareWithin(corners, centre) };
  }
  return null;
}

const around = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

const at = ({ luma, width, height }: Cells, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (luma[y * width + x] ?? 0);
