import { KernelRoom } from '../pixel-kernels.ts';
import type { DecodedPixels } from '../pixels.ts';

/** Logos are measured on a square of this side, in px. */
export const planeSide = 128;

/** A colour in the CIELAB space of D65, whose distances are about those that people see. */
export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** A logo scaled to 128 × 128 px: over white, its opacity apart, rows from the top. */
export interface LogoPlane {
  /** Three values a px, 0 to 255. */
  readonly rgb: Float32Array;
  /** Three values a px: L, a, b. */
  readonly lab: Float32Array;
  /** 0 to 255. */
  readonly alpha: Float32Array;
  /**
   * How much the colours around each px differ (CIE76): the larger of the difference between its left and right neighbour and of that between those
   * above and below it, negative where the latter is larger; 0 along the sides.
   */
  readonly changes: Float32Array;
}

/** Scales a picture to the plane by the share that each of its pixels has in each px. */
export function logoPlane(pixels: DecodedPixels): LogoPlane {
  const count = planeSide * planeSide;
  const plane = { rgb: new Float32Array(count * 3), alpha: new Float32Array(count) };
  if (pixels.width === planeSide && pixels.height === planeSide) copyTo(plane, pixels);
  else scaleTo(plane, pixels);
  return { ...plane, ...seenColours(plane.rgb, count) };
}

/** The colours as people see them, and how they change. */
function seenColours(rgb: Float32Array, count: number): Pick<LogoPlane, 'lab' | 'changes'> {
  const room = new KernelRoom();
  const shares = room.reserveUnset(linear.length * 4);
  room.f32(shares, linear.length).set(linear);
  const from = room.reserveUnset(count * 12);
  room.f32(from, count * 3).set(rgb);
  const lab = room.reserveUnset(count * 12);
  const changes = room.reserve(count * 4);
  room.run.readLab(from, count, shares, lab);
  room.run.colourChanges(lab, planeSide, changes);
  return { lab: room.f32(lab, count * 3).slice(), changes: room.f32(changes, count).slice() };
}

type Drawn = Pick<LogoPlane, 'rgb' | 'alpha'>;

function copyTo({ rgb, alpha }: Drawn, { data, channels }: DecodedPixels): void {
  for (let at = 0; at < alpha.length; at += 1) {
    const opacity = channels === 4 ? (data[at * 4 + 3] ?? 0) : 255;
    const share = opacity / 255;
    const lift = 255 - opacity;
    rgb[at * 3] = (data[at * channels] ?? 0) * share + lift;
    rgb[at * 3 + 1] = (data[at * channels + 1] ?? 0) * share + lift;
    rgb[at * 3 + 2] = (data[at * channels + 2] ?? 0) * share + lift;
    alpha[at] = opacity;
  }
}

function scaleTo({ rgb, alpha }: Drawn, { data, width, height, channels }: DecodedPixels): void {
  const columns = spans(width);
  const rows = spans(height);
  for (let y = 0; y < planeSide; y += 1) {
    for (let x = 0; x < planeSide; x += 1) {
      let [r, g, b, a, area] = [0, 0, 0, 0, 0];
      for (const [row, high] of rows[y] ?? []) {
        for (const [column, wide] of columns[x] ?? []) {
          const at = (row * width + column) * channels;
          const opacity = channels === 4 ? (data[at + 3] ?? 0) : 255;
          const part = high * wide;
          const share = (part * opacity) / 255;
          const lift = part * (255 - opacity);
          r += (data[at] ?? 0) * share + lift;
          g += (data[at + 1] ?? 0) * share + lift;
          b += (data[at + 2] ?? 0) * share + lift;
          a += opacity * part;
          area += part;
        }
      }
      const at = y * planeSide + x;
      alpha[at] = a / area;
      rgb.set([r / area, g / area, b / area], at * 3);
    }
  }
}

/** For each px of the plane, the pixels under it along one direction, each with how much of it. */
const spans = (length: number): readonly (readonly (readonly [number, number])[])[] =>
  Array.from({ length: planeSide }, (_, index) => {
    const from = (index * length) / planeSide;
    const to = ((index + 1) * length) / planeSide;
    const first = Math.floor(from);
    return Array.from({ length: Math.max(1, Math.ceil(to - 1e-9) - first) }, (_, more) => {
      const pixel = first + more;
      return [pixel, Math.min(to, pixel + 1) - Math.max(from, pixel)] as const;
    });
  });

const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

const linearOf = (value: number): number => linear[Math.round(value)] ?? 0;

/** Luminance of a colour, 0 to 1, as WCAG defines it. */
export const luminanceOf = (r: number, g: number, b: number): number =>
  0.2126 * linearOf(r) + 0.7152 * linearOf(g) + 0.0722 * linearOf(b);

const cube = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);

function toLab(r: number, g: number, b: number): Lab {
  const [lr, lg, lb] = [linearOf(r), linearOf(g), linearOf(b)];
  const x = cube((0.4124 * lr + 0.3576 * lg + 0.1805 * lb) / 0.9505);
  const y = cube(0.2126 * lr + 0.7152 * lg + 0.0722 * lb);
  const z = cube((0.0193 * lr + 0.1192 * lg + 0.9505 * lb) / 1.089);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/** The colour of a px. */
export const labAt = ({ lab }: LogoPlane, at: number): Lab => ({
  l: lab[at * 3] ?? 0,
  a: lab[at * 3 + 1] ?? 0,
  b: lab[at * 3 + 2] ?? 0,
});

/** CIE76: 2 can just be seen, 100 is black against white. */
export const differenceOf = (one: Lab, other: Lab): number =>
  Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);

/** The same between two px. */
export const differenceAt = ({ lab }: LogoPlane, one: number, other: number): number =>
  Math.sqrt(
    ((lab[one * 3] ?? 0) - (lab[other * 3] ?? 0)) ** 2 +
      ((lab[one * 3 + 1] ?? 0) - (lab[other * 3 + 1] ?? 0)) ** 2 +
      ((lab[one * 3 + 2] ?? 0) - (lab[other * 3 + 2] ?? 0)) ** 2,
  );

/** The middle one of numbers, which are put in order; 0 for none. */
const middleOf = (values: Float32Array): number => values.sort()[Math.floor(values.length / 2)] ?? 0;

/** The colour that has the middle red, green and blue of some px. */
export function medianColour(
  { rgb }: LogoPlane,
  places: readonly number[],
): readonly [number, number, number] {
  const channel = new Float32Array(places.length);
  const medianAt = (offset: number): number => {
    for (let index = 0; index < places.length; index += 1)
      channel[index] = rgb[(places[index] ?? 0) * 3 + offset] ?? 0;
    return middleOf(channel);
  };
  return [medianAt(0), medianAt(1), medianAt(2)];
}

/** `#rrggbb`. */
export const formatColour = (colour: readonly number[]): string =>
  `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** A colour of red, green and blue as people see it. */
export const labOf = ([r, g, b]: readonly [number, number, number]): Lab => toLab(r, g, b);
