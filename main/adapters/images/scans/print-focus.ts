import { insideOf, type Quadrilateral } from './quadrilateral.ts';
import { greyPart, lumaOf, quantile, type Raster } from './raster.ts';

const tilePx = 28;
const mostTiles = 200;
const leastTiles = 6;
/** Print stands out from paper by this much, of 255, or the tile tells nothing. */
const leastContrast = 42;

/** Widths of the edges of strokes, one for each tile with print, in px of the raster. Empty where there is too little. */
export function edgeWidths(raster: Raster, corners: Quadrilateral): readonly number[] {
  const columns = Math.floor((raster.width - 2) / tilePx);
  const rows = Math.floor((raster.height - 2) / tilePx);
  const isWithin = insideOf(corners, tilePx * 0.8);
  const tiles: [number, number][] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = 1 + column * tilePx;
      const y = 1 + row * tilePx;
      if (!isWithin(x + tilePx / 2, y + tilePx / 2)) continue;
      if (roughContrast(raster, x, y) >= leastContrast) tiles.push([x, y]);
    }
  }
  const step = Math.max(1, tiles.length / mostTiles);
  const side = tilePx + 2;
  const grey = new Uint8Array(side * side);
  const widths: number[] = [];
  for (let index = 0; index < tiles.length; index += step) {
    const [x, y] = tiles[Math.floor(index)] ?? [1, 1];
    const edge = edgeWidth(
      greyPart(raster, { left: x - 1, top: y - 1, width: side, height: side }, grey),
      side,
    );
    if (edge !== null) widths.push(edge);
  }
  return widths.length < leastTiles ? [] : widths;
}

/** Every fourth pixel is enough to see whether there is print. */
function roughContrast({ data, width, channels }: Raster, left: number, top: number): number {
  let [least, most] = [255, 0];
  for (let y = top; y < top + tilePx; y += 4) {
    for (let x = left + ((y >> 2) & 3); x < left + tilePx; x += 4) {
      const at = (y * width + x) * channels;
      const shade = lumaOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
      if (shade < least) least = shade;
      if (shade > most) most = shade;
    }
  }
  return most - least;
}

/** Contrast over steepest slope: two pixels for the sharpest step. Across strokes of both directions, the wider one counts. */
function edgeWidth(luma: Uint8Array, width: number): number | null {
  let [least, most, across, down] = [255, 0, 0, 0];
  for (let y = 1; y <= tilePx; y += 1) {
    for (let x = 1; x <= tilePx; x += 1) {
      const at = y * width + x;
      const shade = luma[at] ?? 0;
      if (shade < least) least = shade;
      if (shade > most) most = shade;
      const slopeX = Math.abs((luma[at + 1] ?? 0) - (luma[at - 1] ?? 0));
      const slopeY = Math.abs((luma[at + width] ?? 0) - (luma[at - width] ?? 0));
      if (slopeX > across) across = slopeX;
      if (slopeY > down) down = slopeY;
    }
  }
  const contrast = most - least;
  if (contrast < leastContrast) return null;
  const slope = Math.min(across, down) / 2;
  // A tile with rules of one direction only tells nothing about the other.
  if (slope < contrast * 0.045) return null;
  return contrast / slope;
}

/** Most of the print: the width that four in ten tiles stay under, so that tiles with large type or rules do not decide. */
export const typicalWidth = (widths: readonly number[]): number => quantile(widths, 0.4);
