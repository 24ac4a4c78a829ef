import type { ImageMeasure } from '../../contract/files.ts';
import type { BlockMeans } from './block-means.ts';
import { KernelRoom } from './pixel-kernels.ts';
import type { Cells } from './scans/raster.ts';

/** Chroma (largest minus smallest of R, G, B) over which a block is clearly coloured. */
const colouredChroma = 24;
/** How far red leads over green and blue in seal ink, thinned by the white around its strokes. */
const redLead = 30;
/** A paper tint is bright and weak; anything stronger is colour that the picture means. */
const paper = { leastLuminance: 150, mostChroma: 48 } as const;

type Shades = Pick<ImageMeasure, 'colouredShare' | 'redShare' | 'contrast'>;

/** The same shares of a page that is there as cells already. */
export function measureCells({ rgb: cells }: Cells): Shades {
  const room = new KernelRoom();
  const count = cells.length / 3;
  const rgb = room.reserve(cells.length * 4);
  const shades = room.reserve(count * 4);
  room.f32(rgb, cells.length).set(cells);
  room.run.readLuminance(rgb, count, shades);
  return measureShades(room, { columns: count, rows: 1, rgb, shades, alpha: 0 }, false);
}

/**
 * Colour and contrast of a picture by the means of its blocks. Colour is measured against the tint of the paper, so that a grey
 * scan on yellowish paper is grey; contrast is the larger one of over white and over black, so that a white logo
 * on nothing is no empty picture.
 */
export function measureShades(
  room: KernelRoom,
  { columns, rows, rgb, shades, alpha }: BlockMeans,
  hasAlpha: boolean,
): Shades {
  const { run } = room;
  const count = columns * rows;
  const [byRed, byGreen, byBlue] = paperTint(room, rgb, shades, count);
  const counts = room.reserve(8);
  run.countColours(rgb, count, byRed, byGreen, byBlue, colouredChroma, redLead, counts);
  const [coloured = 0, red = 0] = room.u32(counts, 2);
  let contrast = deviation(room, shades, count);
  if (hasAlpha) {
    const overBlack = room.reserve(count * 4);
    room.u8(overBlack, count * 4).set(room.u8(shades, count * 4));
    run.putOverBlack(overBlack, alpha, count);
    contrast = Math.max(contrast, deviation(room, overBlack, count));
  }
  return {
    colouredShare: round(coloured / count),
    redShare: round(red / count),
    contrast: round(contrast),
  };
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5;

function deviation({ run }: KernelRoom, values: number, count: number): number {
  return Math.sqrt(run.squaresOf(values, count, run.sumOf(values, count) / count) / count);
}

/** Factors that turn the paper's tint into white; 1 each where the brightest fifth of the picture is no paper. */
function paperTint(
  room: KernelRoom,
  rgb: number,
  shades: number,
  cells: number,
): readonly [number, number, number] {
  const histogram = room.reserveUnset(256 * 4);
  room.run.countShades(shades, cells, histogram);
  const counts = room.u32(histogram, 256);
  let leastBright = 255;
  for (
    let count = counts[255] ?? 0;
    count < cells / 5 && leastBright > 0;
    count += counts[leastBright] ?? 0
  ) {
    leastBright -= 1;
  }
  const sums = room.reserve(24);
  const bright = room.run.sumBright(rgb, shades, cells, leastBright, sums);
  const [r = 0, g = 0, b = 0] = room.f64(sums, 3).map((sum) => sum / bright);
  const most = Math.max(r, g, b);
  const luminance = 0.299 * r + 0.587 * g + 0.114 * b;
  const isPaper = luminance >= paper.leastLuminance && most - Math.min(r, g, b) <= paper.mostChroma;
  return isPaper ? [most / r, most / g, most / b] : [1, 1, 1];
}
