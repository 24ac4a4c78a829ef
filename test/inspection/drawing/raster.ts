import sharp, { type Sharp } from 'sharp';
import { randomOf, type Random } from './random.ts';

/** Pixels in memory: three bytes each, red, green, blue, row by row. */
export interface Raster {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A drawing of this size as pixels on white. */
export const drawRaster = (width: number, height: number, body: string): Promise<Raster> =>
  toRaster(Buffer.from(svgOf(width, height, body)));

/** An SVG file with this body. */
export const svgOf = (width: number, height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;

/** A coded picture as pixels on white. */
export async function toRaster(picture: Uint8Array | Buffer): Promise<Raster> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Pixels for sharp to work on. */
export const fromRaster = ({ data, width, height }: Raster): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });

/** What sharp makes of the pixels, as pixels again. */
export async function throughSharp(raster: Raster, work: (image: Sharp) => Sharp): Promise<Raster> {
  const { data, info } = await work(fromRaster(raster))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A copy whose pixels were changed by `paint`, which is given the place of each pixel's first byte. */
export function painted(
  raster: Raster,
  paint: (data: Buffer, at: number, x: number, y: number) => void,
): Raster {
  const data = Buffer.from(raster.data);
  for (let y = 0, at = 0; y < raster.height; y += 1)
    for (let x = 0; x < raster.width; x += 1, at += 3) paint(data, at, x, y);
  return { ...raster, data };
}

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);

const bankSize = 1 << 20;
let bank: Float32Array | undefined;

/** Normal numbers, drawn once: a picture starts somewhere among them. */
function normals(): Float32Array {
  if (bank !== undefined) return bank;
  const { next } = randomOf('normal numbers');
  bank = Float32Array.from(
    { length: bankSize },
    () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  );
  return bank;
}

/** Sensor noise, normal in each channel: `sigma` of 255. */
export function withNoise(raster: Raster, sigma: number, random: Random): Raster {
  const numbers = normals();
  const source = raster.data;
  const data = Buffer.allocUnsafe(source.length);
  // Rounds, and keeps within 0 to 255.
  const clamped = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  for (let start = 0; start < data.length; start += 65_536) {
    // A new start now and then, so that no pattern repeats down the picture.
    let place = random.whole(0, bankSize - 65_536);
    const end = Math.min(start + 65_536, data.length);
    for (let at = start; at < end; at += 1, place += 1) clamped[at] = source[at]! + numbers[place]! * sigma; // Safe: inside both.
  }
  return { ...raster, data };
}

/** Light from `gain(x, y)` on every pixel, x and y from 0 to 1; what is brighter than white is white. */
export function lit(raster: Raster, gain: (x: number, y: number) => number): Raster {
  const { width, height } = raster;
  // Light changes slowly: one value for each 8 × 8 px.
  const across = Math.ceil(width / 8);
  const gains = new Float32Array(across * Math.ceil(height / 8));
  for (let n = 0; n < gains.length; n += 1)
    gains[n] = gain(((n % across) * 8) / width, (Math.floor(n / across) * 8) / height);
  return painted(raster, (data, at, x, y) => {
    const factor = gains[(y >> 3) * across + (x >> 3)] ?? 1;
    data[at] = clamp((data[at] ?? 0) * factor);
    data[at + 1] = clamp((data[at + 1] ?? 0) * factor);
    data[at + 2] = clamp((data[at + 2] ?? 0) * factor);
  });
}

/** A point in px. */
export type Point = readonly [x: number, y: number];

/** Solves the eight numbers of the map that takes each of `from` to its fellow of `to`. */
function homography(from: readonly Point[], to: readonly Point[]): readonly number[] {
  const rows = from.flatMap(([x, y], index): number[][] => {
    const [u, v] = to[index] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  for (let column = 0; column < 8; column += 1) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best));
    const place = rows.indexOf(pivot);
    // Safe: both rows are among the eight.
    [rows[column], rows[place]] = [rows[place] as number[], rows[column] as number[]];
    const scale = pivot[column] ?? 1;
    for (let n = column; n < 9; n += 1) pivot[n] = (pivot[n] ?? 0) / scale;
    for (const row of rows) {
      const factor = row === pivot ? 0 : (row[column] ?? 0);
      if (factor !== 0) for (let n = column; n < 9; n += 1) row[n] = (row[n] ?? 0) - factor * (pivot[n] ?? 0);
    }
  }
  return rows.map((row) => row[8] ?? 0);
}

/** Lays a sheet on a ground so that its corners (top left, top right, bottom right, bottom left) come to these points. */
export function laidOn(ground: Raster, sheet: Raster, corners: readonly Point[]): Raster {
  const { width: sw, height: sh, data: source } = sheet;
  const row = sw * 3;
  const [a, b, c, d, e, f, g, h] = homography(corners, [
    [0, 0],
    [sw, 0],
    [sw, sh],
    [0, sh],
  ]) as [number, number, number, number, number, number, number, number];
  const data = Buffer.from(ground.data);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const right = Math.min(ground.width, Math.ceil(Math.max(...xs)) + 1);
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const bottom = Math.min(ground.height, Math.ceil(Math.max(...ys)) + 1);
  for (let y = top; y < bottom; y += 1) {
    const py = y + 0.5;
    let at = (y * ground.width + left) * 3;
    for (let x = left; x < right; x += 1, at += 3) {
      const px = x + 0.5;
      const w = 1 / (g * px + h * py + 1);
      const u = (a * px + b * py + c) * w - 0.5;
      const v = (d * px + e * py + f) * w - 0.5;
      if (u < 0 || v < 0 || u >= sw - 1 || v >= sh - 1) continue;
      const x0 = u | 0;
      const y0 = v | 0;
      // In 256ths between two pixels: whole numbers are fast.
      const fx = ((u - x0) * 256) | 0;
      const fy = ((v - y0) * 256) | 0;
      const p = (y0 * sw + x0) * 3;
      const q = p + row;
      // Safe: all four pixels are inside the sheet.
      for (let n = 0; n < 3; n += 1) {
        const upper = source[p + n]! * (256 - fx) + source[p + n + 3]! * fx;
        const lower = source[q + n]! * (256 - fx) + source[q + n + 3]! * fx;
        data[at + n] = (upper * (256 - fy) + lower * fy) >> 16;
      }
    }
  }
  return { ...ground, data };
}
