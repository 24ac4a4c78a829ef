import type { Random } from '../drawing/random.ts';
import {
  drawRaster,
  laidOn,
  lit,
  throughSharp,
  withNoise,
  type Point,
  type Raster,
} from '../drawing/raster.ts';
import { softened } from './draw-seal.ts';

/** How a sheet gets into the computer. What is left out is as a careful person does it. */
export interface Take {
  readonly by: 'flatbed' | 'photo';
  readonly dpi?: number;
  /** Turned clockwise. */
  readonly turnDeg?: number;
  /** For a photograph: share of the picture's area that the sheet takes. */
  readonly fill?: number;
  /** For a photograph: how much the far edge shrinks, 0 to 0.2. */
  readonly tilt?: number;
  /** For a photograph: how far the sheet is moved, in shares of the picture; it may leave it. */
  readonly shift?: readonly [number, number];
  readonly desk?: 'wood' | 'grey' | 'dark' | 'blue' | 'white';
  /** Light over the picture; x and y from 0 to 1. */
  readonly light?: (x: number, y: number) => number;
  /** Out of focus, in px of the finished picture at 200 dpi. */
  readonly blurPx?: number;
  readonly noise?: number;
  /** A photograph's size in px. */
  readonly sizePx?: readonly [number, number];
}

const desks = {
  wood: '#9c6b3f',
  grey: '#8b8f94',
  dark: '#2d2f33',
  blue: '#3b5876',
  white: '#dcdad5',
} as const;

/** A desk with the shadow of the sheet on it: below and to the right of where it lies. */
function desk(
  width: number,
  height: number,
  kind: keyof typeof desks,
  sheet: readonly Point[],
  random: Random,
): Promise<Raster> {
  const grain =
    kind === 'wood'
      ? Array.from({ length: 70 }, () => {
          const y = random.between(0, height);
          return `<path d="M0 ${y}q${width / 2} ${random.between(-40, 40)} ${width} ${random.between(-20, 20)}" stroke="#7d5230" stroke-width="${random.between(1, 7)}" opacity="${random.between(0.15, 0.5)}" fill="none"/>`;
        }).join('')
      : '';
  const shadow = sheet.map(([x, y]) => `${x + 7},${y + 9}`).join(' ');
  return drawRaster(
    width,
    height,
    `<rect width="${width}" height="${height}" fill="${desks[kind]}"/>${grain}<polygon points="${shadow}" fill="#000" opacity="0.45"/>`,
  );
}

/** Paper is not pure white, and print not pure black. */
const asPaper = (page: Raster): Promise<Raster> =>
  throughSharp(page, (image) => image.linear([0.93, 0.925, 0.9], [14, 13, 12]));

async function flatbed(sheet: Raster, take: Take, random: Random): Promise<Raster> {
  const { dpi = 200, turnDeg = random.between(-0.4, 0.4) } = take;
  const scale = dpi / 200;
  const [w, h] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
  const paper = await asPaper(
    scale === 1 ? sheet : await throughSharp(sheet, (image) => image.resize(w, h, { fit: 'fill' })),
  );
  const lid = await drawRaster(w, h, `<rect width="${w}" height="${h}" fill="#f1f0ec"/>`);
  const angle = (turnDeg * Math.PI) / 180;
  const corner = (x: number, y: number): Point => {
    const [dx, dy] = [x - w / 2, y - h / 2];
    return [
      w / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
      h / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
    ];
  };
  return Math.abs(turnDeg) < 0.05
    ? paper
    : laidOn(lid, paper, [corner(0, 0), corner(w, 0), corner(w, h), corner(0, h)]);
}

async function photo(sheet: Raster, take: Take, random: Random): Promise<Raster> {
  const landscape = sheet.width > sheet.height;
  const {
    turnDeg = random.between(-1.2, 1.2),
    fill = 0.72,
    tilt = random.between(0.01, 0.05),
    shift = [random.between(-0.01, 0.01), random.between(-0.01, 0.01)],
  } = take;
  const [width, height] = take.sizePx ?? (landscape ? [2267, 1700] : [1700, 2267]);
  const kind = take.desk ?? random.one(['wood', 'grey', 'dark', 'blue'] as const);
  const scale = Math.sqrt((width * height * fill) / (sheet.width * sheet.height));
  const [w, h] = [sheet.width * scale, sheet.height * scale];
  const angle = (turnDeg * Math.PI) / 180;
  const [cx, cy] = [width * (0.5 + shift[0]), height * (0.5 + shift[1])];
  const corner = (x: number, y: number): Point => {
    // Seen from below: the upper edge is farther away.
    const narrow = y < 0 ? 1 - tilt : 1 + tilt;
    const [dx, dy] = [x * w * narrow, y * h];
    return [
      cx + dx * Math.cos(angle) - dy * Math.sin(angle),
      cy + dx * Math.sin(angle) + dy * Math.cos(angle),
    ];
  };
  // Fine print is averaged when it comes out smaller than it was drawn.
  const paper = await asPaper(
    scale < 0.8
      ? await throughSharp(sheet, (image) =>
          image.resize(Math.round(sheet.width * scale), Math.round(sheet.height * scale), { fit: 'fill' }),
        )
      : sheet,
  );
  const corners = [corner(-0.5, -0.5), corner(0.5, -0.5), corner(0.5, 0.5), corner(-0.5, 0.5)];
  return laidOn(await desk(width, height, kind, corners, random), paper, corners);
}

/** The picture of a sheet, of which `sheet` is the page at 200 dpi. */
export async function takeScan(sheet: Raster, take: Take, random: Random): Promise<Raster> {
  let picture = take.by === 'flatbed' ? await flatbed(sheet, take, random) : await photo(sheet, take, random);
  if (take.blurPx !== undefined) picture = await softened(picture, take.blurPx);
  else if (take.by === 'photo') picture = await softened(picture, 0.55);
  const light = take.light ?? (take.by === 'photo' ? gentle(random) : undefined);
  if (light !== undefined) picture = lit(picture, light);
  return withNoise(picture, take.noise ?? (take.by === 'photo' ? 3 : 1.6), random);
}

/** The uneven light of a room: brighter to one side, a little darker in the corners. */
export function gentle(random: Random): (x: number, y: number) => number {
  const [dx, dy] = [random.between(-0.14, 0.14), random.between(-0.1, 0.1)];
  return (x, y) => 0.97 + dx * (x - 0.5) + dy * (y - 0.5) - 0.22 * ((x - 0.5) ** 2 + (y - 0.5) ** 2);
}
