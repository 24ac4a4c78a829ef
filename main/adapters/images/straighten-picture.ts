import { setImmediate } from 'node:timers/promises';
import type { SheetCorners } from '../../core/files/planned-repair.ts';
import type { MadePicture } from '../../world/pictures.ts';
import { loadSharp, PictureProblem } from './decode-picture.ts';
import type { Pixels } from './pixels.ts';

/** At this quality and with colour at full resolution no difference shows, zoomed in neither. */
const jpegQuality = 95;
/** What is left around a sheet, in shares of its long side: its edges are known to about a third of that. */
const marginShare = 0.012;
/** A sheet of about this shape that was taken at an angle is drawn out to it: papers are A4. */
const a4 = { ratio: Math.SQRT2, tolerance: 0.09, leastSlant: 1.02 } as const;
const mostOutputPixels = 80_000_000;
/** Px computed before others have their turn. */
const bandPixels = 250_000;

/** How a new picture's px lie in the old one: divided by the third, the first two are its place there. */
interface Mapping {
  readonly width: number;
  readonly height: number;
  readonly x: readonly [number, number, number];
  readonly y: readonly [number, number, number];
  readonly w: readonly [number, number, number];
  /** Px of the new sheet to one of the old along its long side. */
  readonly scale: number;
}

/**
 * Lays a page straight (see Pictures.straighten): each px is interpolated from the sixteen around its place, and nothing is made
 * smaller. Beyond the old picture there is paper.
 */
export async function straightenPicture(
  pixels: Pixels,
  how: {
    readonly corners: SheetCorners | null;
    readonly degrees: number;
    readonly dpi: number | null;
    readonly type: 'png' | 'jpeg';
  },
  signal: AbortSignal | undefined,
): Promise<MadePicture> {
  const mapping = how.corners === null ? turnMapping(pixels, how.degrees) : sheetMapping(how.corners);
  const { width, height, scale } = mapping;
  if (width * height > mostOutputPixels) throw new PictureProblem('too-large', `${width} × ${height} px`);
  const data = await resample(pixels, mapping, paperColour(pixels, how.corners), signal);
  const sharp = await loadSharp();
  const made = sharp(data, { raw: { width, height, channels: 3 } });
  const scaled = how.dpi === null ? made : made.withMetadata({ density: Math.round(how.dpi * scale) });
  const bytes =
    how.type === 'jpeg'
      ? await scaled.jpeg({ quality: jpegQuality, chromaSubsampling: '4:4:4' }).toBuffer()
      : await scaled.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
  return { bytes, type: how.type, widthPx: width, heightPx: height };
}

/** The whole picture turned clockwise, on a canvas that holds all of it. */
function turnMapping({ width: w, height: h }: Pixels, degrees: number): Mapping {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const width = Math.ceil(w * Math.abs(cos) + h * Math.abs(sin));
  const height = Math.ceil(w * Math.abs(sin) + h * Math.abs(cos));
  return {
    width,
    height,
    x: [cos, sin, w / 2 - (cos * width) / 2 - (sin * height) / 2],
    y: [-sin, cos, h / 2 + (sin * width) / 2 - (cos * height) / 2],
    w: [0, 0, 1],
    scale: 1,
  };
}

/** The sheet drawn out to a rectangle as large as its longer sides, with a margin. */
function sheetMapping(corners: SheetCorners): Mapping {
  const [a, b, c, d] = corners;
  const length = (from: typeof a, to: typeof a): number => Math.hypot(to.x - from.x, to.y - from.y);
  const [top, right, bottom, left] = [length(a, b), length(b, c), length(c, d), length(d, a)];
  let across = Math.max(top, bottom);
  let down = Math.max(left, right);
  const slant = Math.max(across / Math.min(top, bottom), down / Math.min(left, right));
  const ratio = Math.max(across, down) / Math.min(across, down);
  if (slant > a4.leastSlant && Math.abs(ratio / a4.ratio - 1) < a4.tolerance) {
    const long = Math.max(across, down, Math.min(across, down) * a4.ratio);
    [across, down] = across > down ? [long, long / a4.ratio] : [long / a4.ratio, long];
  }
  const margin = Math.ceil(marginShare * Math.max(across, down));
  // From the unit square to the four corners (Heckbert, Fundamentals of Texture Mapping, 1989).
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [dx1, dy1, dx2, dy2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const cross = dx1 * dy2 - dx2 * dy1;
  const [g, h] = [(sx * dy2 - dx2 * sy) / cross, (dx1 * sy - sx * dy1) / cross];
  const unit = {
    x: [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x],
    y: [b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y],
    w: [g, h, 1],
  } as const;
  const fromPx = ([u, v, one]: readonly [number, number, number]): [number, number, number] => [
    u / across,
    v / down,
    one - (u * margin) / across - (v * margin) / down,
  ];
  return {
    width: Math.round(across) + 2 * margin,
    height: Math.round(down) + 2 * margin,
    x: fromPx(unit.x),
    y: fromPx(unit.y),
    w: fromPx(unit.w),
    scale: Math.max(across, down) / Math.max((top + bottom) / 2, (left + right) / 2),
  };
}

type Colour = readonly [number, number, number];

/** The paper's colour: of places all over the page the one of middling brightness among the brighter half. */
function paperColour({ data, width, height }: Pixels, corners: SheetCorners | null): Colour {
  const [a, b, c, d] = corners ?? [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const found: Colour[] = [];
  for (let row = 1; row < 40; row += 1) {
    for (let column = 1; column < 40; column += 1) {
      const [u, v] = [column / 40, row / 40];
      const mix = (from: number, east: number, far: number, south: number): number =>
        (1 - v) * ((1 - u) * from + u * east) + v * ((1 - u) * south + u * far);
      const x = Math.min(width - 1, Math.max(0, Math.floor(mix(a.x, b.x, c.x, d.x))));
      const y = Math.min(height - 1, Math.max(0, Math.floor(mix(a.y, b.y, c.y, d.y))));
      const at = (y * width + x) * 4;
      found.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
    }
  }
  const sum = ([r, g, blue]: Colour): number => r + g + blue;
  const sorted = found.toSorted((one, other) => sum(one) - sum(other));
  return sorted[Math.floor(sorted.length * 0.75)] ?? [255, 255, 255];
}

/** RGB rows of the new picture. What lets the ground through is on white. */
async function resample(
  { data, width, height }: Pixels,
  mapping: Mapping,
  paper: Colour,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const result = new Uint8Array(mapping.width * mapping.height * 3);
  const rowsAtOnce = Math.max(1, Math.floor(bandPixels / mapping.width));
  const across = new Float64Array(4);
  const down = new Float64Array(4);
  const [xu, xv, x1] = mapping.x;
  const [yu, yv, y1] = mapping.y;
  const [wu, wv, w1] = mapping.w;
  for (let row = 0; row < mapping.height; row += 1) {
    if (row % rowsAtOnce === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    let at = row * mapping.width * 3;
    const v = row + 0.5;
    for (let column = 0; column < mapping.width; column += 1, at += 3) {
      const u = column + 0.5;
      const divisor = wu * u + wv * v + w1;
      const x = (xu * u + xv * v + x1) / divisor - 0.5;
      const y = (yu * u + yv * v + y1) / divisor - 0.5;
      if (x < -1 || y < -1 || x > width || y > height) {
        result[at] = paper[0];
        result[at + 1] = paper[1];
        result[at + 2] = paper[2];
        continue;
      }
      const left = Math.floor(x);
      const top = Math.floor(y);
      catmullRom(x - left, across);
      catmullRom(y - top, down);
      let [r, g, b] = [0, 0, 0];
      for (let j = 0; j < 4; j += 1) {
        const line = Math.min(height - 1, Math.max(0, top - 1 + j)) * width;
        const weightDown = down[j] ?? 0;
        for (let i = 0; i < 4; i += 1) {
          const place = (line + Math.min(width - 1, Math.max(0, left - 1 + i))) * 4;
          const weight = weightDown * (across[i] ?? 0);
          const alpha = data[place + 3] ?? 255;
          if (alpha === 255) {
            r += weight * (data[place] ?? 0);
            g += weight * (data[place + 1] ?? 0);
            b += weight * (data[place + 2] ?? 0);
          } else {
            const ground = 255 - alpha;
            r += (weight * ((data[place] ?? 0) * alpha + 255 * ground)) / 255;
            g += (weight * ((data[place + 1] ?? 0) * alpha + 255 * ground)) / 255;
            b += (weight * ((data[place + 2] ?? 0) * alpha + 255 * ground)) / 255;
          }
        }
      }
      result[at] = toByte(r);
      result[at + 1] = toByte(g);
      result[at + 2] = toByte(b);
    }
  }
  return result;
}

const toByte = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value));

/** The weights of four neighbours for a place `t` of the way from the second to the third. */
function catmullRom(t: number, weights: Float64Array): void {
  const [t2, t3] = [t * t, t * t * t];
  weights[0] = (-t3 + 2 * t2 - t) / 2;
  weights[1] = (3 * t3 - 5 * t2 + 2) / 2;
  weights[2] = (-3 * t3 + 4 * t2 + t) / 2;
  weights[3] = (t3 - t2) / 2;
}
