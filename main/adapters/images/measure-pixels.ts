import type { ImageMeasure } from '../../contract/files.ts';
import type { Cells } from './scans/raster.ts';
import type { BlockMeans } from './block-means.ts';

/** Chroma (largest minus smallest of R, G, B) over which a block is clearly coloured. */
const colouredChroma = 24;
/** How far red leads over green and blue in seal ink, thinned by the white around its strokes. */
const redLead = 30;
/** A paper tint is bright and weak; anything stronger is colour that the picture means. */
const paper = { leastLuminance: 150, mostChroma: 48 } as const;

type Shades = Pick<ImageMeasure, 'colouredShare' | 'redShare' | 'contrast'>;

/** The same shares of a page that is there as cells already. */
export const measureCells = ({ rgb }: Cells): Shades =>
  measureShades(
    {
      rgb: new Float32Array(rgb),
      shades: lightnessOf(rgb),
      alpha: new Float32Array(rgb.length / 3).fill(255),
    },
    false,
  );

/**
 * Colour and contrast of a picture by the means of its blocks. Colour is measured against the tint of the paper, so that a grey
 * scan on yellowish paper is grey; contrast is the larger one of over white and over black, so that a white logo
 * on nothing is no empty picture.
 */
export function measureShades(
  { rgb, shades: overWhite, alpha }: Pick<BlockMeans, 'rgb' | 'shades' | 'alpha'>,
  hasAlpha: boolean,
): Shades {
  const count = alpha.length;
  const [byR, byG, byB] = paperTint(rgb, overWhite);
  let coloured = 0;
  let red = 0;
  for (let at = 0; at < count * 3; at += 3) {
    const r = (rgb[at] ?? 0) * byR;
    const g = (rgb[at + 1] ?? 0) * byG;
    const b = (rgb[at + 2] ?? 0) * byB;
    if (Math.max(r, g, b) - Math.min(r, g, b) > colouredChroma) coloured += 1;
    if (r - Math.max(g, b) > redLead) red += 1;
  }
  const overBlack = hasAlpha ? overWhite.map((shade, at) => shade - 255 + (alpha[at] ?? 0)) : overWhite;
  return {
    colouredShare: round(coloured / count),
    redShare: round(red / count),
    contrast: round(Math.max(deviation(overWhite), hasAlpha ? deviation(overBlack) : 0)),
  };
}

/** The luminance of colours of three values each, 0 to 255. */
function lightnessOf(rgb: Uint8Array): Float32Array {
  const shades = new Float32Array(rgb.length / 3);
  for (let index = 0; index < shades.length; index += 1) {
    shades[index] = luminance(rgb[index * 3] ?? 0, rgb[index * 3 + 1] ?? 0, rgb[index * 3 + 2] ?? 0);
  }
  return shades;
}

const luminance = (r: number, g: number, b: number): number => 0.299 * r + 0.587 * g + 0.114 * b;

const round = (value: number): number => Math.round(value * 1e5) / 1e5;

function deviation(values: Float32Array): number {
  const count = values.length;
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += values[index] ?? 0;
  const mean = sum / count;
  let squares = 0;
  for (let index = 0; index < count; index += 1) squares += ((values[index] ?? 0) - mean) ** 2;
  return Math.sqrt(squares / count);
}

/** Factors that turn the paper's tint into white; 1 each where the brightest fifth of the picture is no paper. */
function paperTint(rgb: Float32Array, shades: Float32Array): readonly [number, number, number] {
  const cells = shades.length;
  const histogram = new Uint32Array(256);
  for (let cell = 0; cell < cells; cell += 1) {
    const shade = Math.min(255, Math.floor(shades[cell] ?? 0));
    histogram[shade] = (histogram[shade] ?? 0) + 1;
  }
  let leastBright = 255;
  for (
    let count = histogram[255] ?? 0;
    count < cells / 5 && leastBright > 0;
    count += histogram[leastBright] ?? 0
  ) {
    leastBright -= 1;
  }
  let r = 0;
  let g = 0;
  let b = 0;
  let bright = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    if ((shades[cell] ?? 0) < leastBright) continue;
    bright += 1;
    r += rgb[cell * 3] ?? 0;
    g += rgb[cell * 3 + 1] ?? 0;
    b += rgb[cell * 3 + 2] ?? 0;
  }
  [r, g, b] = [r / bright, g / bright, b / bright];
  const most = Math.max(r, g, b);
  const isPaper = luminance(r, g, b) >= paper.leastLuminance && most - Math.min(r, g, b) <= paper.mostChroma;
  return isPaper ? [most / r, most / g, most / b] : [1, 1, 1];
}
