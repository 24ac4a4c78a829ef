import { createHash } from 'node:crypto';
import type { ImageMeasure } from '../../contract/files.ts';

/** Decoded pixels: RGBA, rows from the top, 4 bytes each. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Shares are measured on a picture of this long side or less: the mean of whole blocks, so that noise cancels out. */
const measuredSidePx = 512;

/** Chroma (largest minus smallest of R, G, B) over which a block is clearly coloured. */
const colouredChroma = 24;
/** How far red leads over green and blue in seal ink, thinned by the white around its strokes. */
const redLead = 30;
/** A paper tint is bright and weak; anything stronger is colour that the picture means. */
const paper = { leastLuminance: 150, mostChroma: 48 } as const;

/**
 * Measures decoded pixels (see ImageMeasure). Colour is measured against the tint of the paper, so that a grey
 * scan on yellowish paper is grey; contrast is the larger one of over white and over black, so that a white logo
 * on nothing is no empty picture.
 */
export function measurePixels(pixels: Pixels, frames: number, hasAlpha: boolean): ImageMeasure {
  const { rgb, alpha } = shrink(pixels);
  const tint = paperTint(rgb);
  let coloured = 0;
  let red = 0;
  const count = alpha.length;
  const overWhite = new Float64Array(count);
  const overBlack = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const share = (alpha[index] ?? 0) / 255;
    const r = rgb[index * 3] ?? 0;
    const g = rgb[index * 3 + 1] ?? 0;
    const b = rgb[index * 3 + 2] ?? 0;
    overWhite[index] = luminance(r, g, b);
    overBlack[index] = luminance(r, g, b) - 255 * (1 - share);
    const plainR = r * tint[0];
    const plainG = g * tint[1];
    const plainB = b * tint[2];
    if (Math.max(plainR, plainG, plainB) - Math.min(plainR, plainG, plainB) > colouredChroma) coloured += 1;
    if (plainR - Math.max(plainG, plainB) > redLead) red += 1;
  }
  return {
    widthPx: pixels.width,
    heightPx: pixels.height,
    frames,
    hasAlpha,
    pixelSha256: createHash('sha256').update(pixels.data).digest('hex'),
    colouredShare: round(coloured / count),
    redShare: round(red / count),
    contrast: round(Math.max(deviation(overWhite), hasAlpha ? deviation(overBlack) : 0)),
  };
}

const luminance = (r: number, g: number, b: number): number => 0.299 * r + 0.587 * g + 0.114 * b;

const round = (value: number): number => Math.round(value * 1e5) / 1e5;

function deviation(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / values.length);
}

/** Means of square blocks, over white: 0 to 255 per channel, and the mean alpha. */
function shrink({ data, width, height }: Pixels): { rgb: Float32Array; alpha: Float32Array } {
  const block = Math.max(1, Math.ceil(Math.max(width, height) / measuredSidePx));
  const columns = Math.ceil(width / block);
  const rows = Math.ceil(height / block);
  const rgb = new Float32Array(columns * rows * 3);
  const alpha = new Float32Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    let cell = Math.floor(y / block) * columns;
    let at = y * width * 4;
    for (let column = 0; column < columns; column += 1, cell += 1) {
      const end = at + 4 * Math.min(block, width - column * block);
      let [r, g, b, a] = [0, 0, 0, 0];
      for (; at < end; at += 4) {
        const opacity = data[at + 3] ?? 0;
        const share = opacity / 255;
        const lift = 255 - opacity;
        r += (data[at] ?? 0) * share + lift;
        g += (data[at + 1] ?? 0) * share + lift;
        b += (data[at + 2] ?? 0) * share + lift;
        a += opacity;
      }
      rgb[cell * 3] = (rgb[cell * 3] ?? 0) + r;
      rgb[cell * 3 + 1] = (rgb[cell * 3 + 1] ?? 0) + g;
      rgb[cell * 3 + 2] = (rgb[cell * 3 + 2] ?? 0) + b;
      alpha[cell] = (alpha[cell] ?? 0) + a;
    }
  }
  for (let cell = 0; cell < alpha.length; cell += 1) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    const area = Math.min(block, width - column * block) * Math.min(block, height - row * block);
    for (const index of [cell * 3, cell * 3 + 1, cell * 3 + 2]) rgb[index] = (rgb[index] ?? 0) / area;
    alpha[cell] = (alpha[cell] ?? 0) / area;
  }
  return { rgb, alpha };
}

/** Factors that turn the paper's tint into white; 1 each where the brightest fifth of the picture is no paper. */
function paperTint(rgb: Float32Array): readonly [number, number, number] {
  const cells = rgb.length / 3;
  const shadeOf = (cell: number): number =>
    luminance(rgb[cell * 3] ?? 0, rgb[cell * 3 + 1] ?? 0, rgb[cell * 3 + 2] ?? 0);
  const shades = new Uint32Array(256);
  for (let cell = 0; cell < cells; cell += 1) {
    const shade = Math.floor(shadeOf(cell));
    shades[shade] = (shades[shade] ?? 0) + 1;
  }
  let leastBright = 255;
  for (
    let count = shades[255] ?? 0;
    count < cells / 5 && leastBright > 0;
    count += shades[leastBright] ?? 0
  ) {
    leastBright -= 1;
  }
  const sums = [0, 0, 0];
  let bright = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    if (shadeOf(cell) < leastBright) continue;
    bright += 1;
    for (const channel of [0, 1, 2]) sums[channel] = (sums[channel] ?? 0) + (rgb[cell * 3 + channel] ?? 0);
  }
  const [r = 0, g = 0, b = 0] = sums.map((sum) => sum / bright);
  const most = Math.max(r, g, b);
  const isPaper = luminance(r, g, b) >= paper.leastLuminance && most - Math.min(r, g, b) <= paper.mostChroma;
  return isPaper ? [most / r, most / g, most / b] : [1, 1, 1];
}
