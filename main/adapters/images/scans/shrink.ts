import type { Raster } from './raster.ts';

/**
 * The least long side in px that pages are measured at: `quick` shows every page that is well, 75 dpi on A4; `fine` is for
 * those that it leaves in doubt, 150 dpi, enough for small print.
 */
const leastLongSidePx = { quick: 750, fine: 1500 } as const;
export type Fineness = keyof typeof leastLongSidePx;

/** How many times smaller a picture is measured than it is: 1, 2, 4 or 8, which JPEG decoders make on the way. */
export function shrinkFactor(widthPx: number, heightPx: number, fineness: Fineness): 1 | 2 | 4 | 8 {
  const longSide = Math.max(widthPx, heightPx);
  for (const factor of [8, 4, 2] as const) if (longSide / factor >= leastLongSidePx[fineness]) return factor;
  return 1;
}

/** Means of square blocks, over white, as RGB; rows and columns that fill no block are left out. */
export function shrinkBy({ data, width, height, channels }: Raster, factor: number): Raster {
  const columns = Math.max(1, Math.floor(width / factor));
  const rows = Math.max(1, Math.floor(height / factor));
  const result = new Uint8Array(columns * rows * 3);
  const area = factor * factor;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let [r, g, b] = [0, 0, 0];
      for (let y = row * factor; y < (row + 1) * factor; y += 1) {
        let at = (y * width + column * factor) * channels;
        for (let x = 0; x < factor; x += 1, at += channels) {
          const lift = channels === 4 ? 255 - (data[at + 3] ?? 255) : 0;
          const share = (255 - lift) / 255;
          r += (data[at] ?? 0) * share + lift;
          g += (data[at + 1] ?? 0) * share + lift;
          b += (data[at + 2] ?? 0) * share + lift;
        }
      }
      const to = (row * columns + column) * 3;
      result[to] = r / area;
      result[to + 1] = g / area;
      result[to + 2] = b / area;
    }
  }
  return { data: result, width: columns, height: rows, channels: 3 };
}
