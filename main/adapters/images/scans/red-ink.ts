import type { PaperLight } from './page-light.ts';
import { rowsWithin, type Quadrilateral } from './quadrilateral.ts';
import type { Cells } from './raster.ts';

/** Where a page is red as seal ink is, cell by cell. */
export interface RedInk {
  /** 1 where it is red. */
  readonly red: Uint8Array;
  /** 1 where it is gold or yellow, as in emblems. */
  readonly gold: Uint8Array;
  readonly count: number;
}

/** Red leads over green and blue by this share of the paper's luminance, at the least by so much of 255. */
const leastLead = { share: 0.085, of255: 14 } as const;

/** Finds red ink on a page, its colours freed of the paper's tint. Wood and skin are no seal ink: they lean to yellow. */
export function findRedInk(cells: Cells, coarse: Cells, corners: Quadrilateral, light: PaperLight): RedInk {
  const { rgb, width, height, px } = cells;
  const within = rowsWithin(corners, -px, cells);
  const [byR, byG, byB] = paperTint(coarse, corners, light);
  const red = new Uint8Array(width * height);
  const gold = new Uint8Array(width * height);
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    const end = within.to[y] ?? 0;
    for (let x = within.from[y] ?? 0; x < end; x += 1) {
      const cell = y * width + x;
      const rawR = rgb[cell * 3] ?? 0;
      const rawB = rgb[cell * 3 + 2] ?? 0;
      // Most cells are paper or black print: told before anything is computed.
      if (rawR * byR < rawB * byB + 14) continue;
      const r = rawR * byR;
      const g = (rgb[cell * 3 + 1] ?? 0) * byG;
      const b = rawB * byB;
      const least = Math.min(g, b);
      const level = light.levelAt(x >> 1, y >> 1);
      const lead = r - Math.max(g, b);
      const tilt = (g - b) / Math.max(1, r - least);
      if (lead > Math.max(leastLead.of255, leastLead.share * level) && tilt < 0.42 && tilt > -0.6) {
        red[cell] = 1;
        count += 1;
      } else if (tilt >= 0.42 && r - b > 0.22 * level) {
        gold[cell] = 1;
      }
    }
  }
  return { red, gold, count };
}

/** Factors that turn the paper's own colour into grey: the mean of cells as bright as the paper around them. */
function paperTint(
  cells: Cells,
  corners: Quadrilateral,
  light: PaperLight,
): readonly [number, number, number] {
  const { rgb, luma, width, height, px } = cells;
  const within = rowsWithin(corners, px * 4, cells);
  let [r, g, b, count] = [0, 0, 0, 0];
  for (let y = 0; y < height; y += 3) {
    const end = within.to[y] ?? 0;
    for (let x = within.from[y] ?? 0; x < end; x += 3) {
      const cell = y * width + x;
      if ((luma[cell] ?? 0) < light.levelAt(x, y) - 6) continue;
      count += 1;
      r += rgb[cell * 3] ?? 0;
      g += rgb[cell * 3 + 1] ?? 0;
      b += rgb[cell * 3 + 2] ?? 0;
    }
  }
  // A tint this strong is no paper: a coloured ground is left as it is.
  if (count === 0 || Math.max(r, g, b) > 2.2 * Math.max(1, Math.min(r, g, b))) return [1, 1, 1];
  const mean = (r + g + b) / 3;
  return [mean / r, mean / g, mean / b];
}
