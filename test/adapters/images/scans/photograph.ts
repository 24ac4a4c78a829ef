import sharp from 'sharp';
import type { Picture } from './draw-papers.ts';
import { numbersFrom } from '../draw-scan.ts';

/** How a sheet is photographed or scanned: each part is left out unless told. */
export interface Capture {
  readonly seed: number;
  /** Size of the picture in px; the sheet's own unless told. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Where the sheet's corners come to lie, in shares of the picture: upper left, upper right, lower right, lower left. */
  readonly corners?: readonly (readonly [number, number])[];
  /** What it lies on. */
  readonly desk?: { readonly colour: readonly [number, number, number]; readonly grain: number };
  /** Light: overall strength, and how much is lost from one side to the other. */
  readonly exposure?: number;
  readonly falloff?: { readonly to: number; readonly degrees: number };
  readonly warmth?: number;
  /** A lamp's reflection: middle and radius in shares of the picture's width, strength 0 to 1. */
  readonly glare?: {
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly strength: number;
  };
  readonly blurPx?: number;
  readonly noise?: number;
  readonly isGrey?: boolean;
  readonly jpegQuality?: number;
  readonly densityDpi?: number;
}

/** Photographs or scans a sheet: warped, lit, blurred, noisy and compressed to JPEG; the same for the same seed. */
export async function photograph(sheet: Picture, capture: Capture): Promise<Buffer> {
  const next = numbersFrom(capture.seed * 104_729 + 13);
  for (let skip = 0; skip < 4; skip += 1) next();
  const width = capture.widthPx ?? sheet.width;
  const height = capture.heightPx ?? sheet.height;
  const warped =
    capture.corners === undefined && width === sheet.width
      ? Buffer.from(sheet.data)
      : warp(sheet, width, height, capture);
  lightUp(warped, width, height, capture, next);
  let image = sharp(warped, { raw: { width, height, channels: 3 } });
  if (capture.blurPx !== undefined) image = image.blur(capture.blurPx);
  if (capture.noise !== undefined && capture.noise > 0) {
    const { data } = await image.raw().toBuffer({ resolveWithObject: true });
    for (let at = 0; at < data.length; at += 3) {
      const common = (next() + next() - 1) * capture.noise;
      for (let channel = 0; channel < 3; channel += 1) {
        const value = (data[at + channel] ?? 0) + common + (next() - 0.5) * capture.noise;
        data[at + channel] = Math.max(0, Math.min(255, Math.round(value)));
      }
    }
    image = sharp(data, { raw: { width, height, channels: 3 } });
  }
  if (capture.isGrey === true)
    image = sharp(await image.greyscale().toColourspace('srgb').png({ compressionLevel: 1 }).toBuffer());
  const density =
    capture.densityDpi === undefined ? image : image.withMetadata({ density: capture.densityDpi });
  return density.jpeg({ quality: capture.jpegQuality ?? 85 }).toBuffer();
}

/** Each pixel of the picture is looked up on the sheet by the projection of four corners, between four neighbours. */
function warp(sheet: Picture, width: number, height: number, capture: Capture): Buffer {
  const corners = (
    capture.corners ?? [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]
  ).map(([x, y]) => [x * width, y * height] as const);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = projection(
    corners,
    sheet.width - 1,
    sheet.height - 1,
  );
  const result = Buffer.alloc(width * height * 3);
  const [deskR, deskG, deskB] = capture.desk?.colour ?? [90, 70, 55];
  const grain = capture.desk?.grain ?? 0;
  const next = numbersFrom(capture.seed + 77);
  const tones = Array.from({ length: 512 }, () => next() - 0.5);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const depth = g * (x + 0.5) + h * (y + 0.5) + 1;
      const u = (a * (x + 0.5) + b * (y + 0.5) + c) / depth;
      const v = (d * (x + 0.5) + e * (y + 0.5) + f) / depth;
      const to = (y * width + x) * 3;
      if (u < 0 || v < 0 || u > sheet.width - 1 || v > sheet.height - 1) {
        // Wood: long streaks along the picture with a little noise.
        const streak =
          ((tones[(y >> 2) & 511] ?? 0) * 0.7 + (tones[((x >> 5) + (y >> 3) * 7) & 511] ?? 0) * 0.3) * grain;
        result[to] = Math.max(0, Math.min(255, deskR + streak));
        result[to + 1] = Math.max(0, Math.min(255, deskG + streak));
        result[to + 2] = Math.max(0, Math.min(255, deskB + streak));
        continue;
      }
      const left = Math.floor(u);
      const top = Math.floor(v);
      const fx = u - left;
      const fy = v - top;
      const first = (top * sheet.width + left) * 3;
      const right = left + 1 < sheet.width ? 3 : 0;
      const below = top + 1 < sheet.height ? sheet.width * 3 : 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const at = first + channel;
        const upper = (sheet.data[at] ?? 0) * (1 - fx) + (sheet.data[at + right] ?? 0) * fx;
        const lower = (sheet.data[at + below] ?? 0) * (1 - fx) + (sheet.data[at + below + right] ?? 0) * fx;
        result[to + channel] = upper * (1 - fy) + lower * fy;
      }
    }
  }
  return result;
}

/** The projection that takes four corners of a picture to those of a sheet of this size. */
function projection(
  corners: readonly (readonly [number, number])[],
  sheetWidth: number,
  sheetHeight: number,
): readonly number[] {
  const targets = [
    [0, 0],
    [sheetWidth, 0],
    [sheetWidth, sheetHeight],
    [0, sheetHeight],
  ] as const;
  const rows: number[][] = [];
  for (const [index, [x, y]] of corners.entries()) {
    const [u, v] = targets[index] ?? [0, 0];
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  }
  for (let column = 0; column < 8; column += 1) {
    let pivot = column;
    for (let row = column; row < 8; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const [a, b] = [rows[column] ?? [], rows[pivot] ?? []];
    rows[column] = b;
    rows[pivot] = a;
    for (let row = 0; row < 8; row += 1) {
      const line = rows[row];
      if (row === column || line === undefined) continue;
      const factor = (line[column] ?? 0) / (b[column] ?? 1);
      for (let at = column; at < 9; at += 1) line[at] = (line[at] ?? 0) - factor * (b[at] ?? 0);
    }
  }
  return rows.map((line, index) => (line[8] ?? 0) / (line[index] ?? 1));
}

function lightUp(data: Buffer, width: number, height: number, capture: Capture, next: () => number): void {
  const exposure = capture.exposure ?? 1;
  const angle = ((capture.falloff?.degrees ?? 0) * Math.PI) / 180;
  const to = capture.falloff?.to ?? 1;
  const warmth = capture.warmth ?? 0;
  const { glare } = capture;
  next();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const along = ((x / width - 0.5) * Math.cos(angle) + (y / height - 0.5) * Math.sin(angle)) / 1.42 + 0.5;
      const light = exposure * (1 + (to - 1) * along);
      const at = (y * width + x) * 3;
      let shine = 0;
      if (glare !== undefined) {
        const away =
          Math.hypot(x / width - glare.x, ((y / height - glare.y) * height) / width) / glare.radius;
        shine =
          away < 1.8
            ? glare.strength * Math.max(0, Math.min(1, 1.5 * Math.exp(-away * away * 1.1) - 0.05))
            : 0;
      }
      for (let channel = 0; channel < 3; channel += 1) {
        const tint = channel === 0 ? 1 : channel === 1 ? 1 - warmth * 0.4 : 1 - warmth;
        const lit = (data[at + channel] ?? 0) * light * tint;
        data[at + channel] = Math.max(0, Math.min(255, lit + (255 - lit) * shine));
      }
    }
  }
}
