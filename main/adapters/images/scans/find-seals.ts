import type { ScanPoint } from '../../../contract/scan-measure.ts';
import { componentsOf, type Box } from './components.ts';
import { fitEllipse, pointOn, polarIn, type Ellipse } from './ellipse.ts';
import type { FoundSeal } from './found-seal.ts';
import { circlesIn } from './red-circles.ts';
import type { RedInk } from './red-ink.ts';
import { squareOf } from './red-squares.ts';

/** Sizes in mm: what is smaller is a fingerprint or a name seal, what is larger a border or a picture. */
const sealMm = { least: 24, most: 78, leastSquare: 14 } as const;
/** Strokes of one seal lie no further apart than this. */
const gapMm = 1.5;
const mostParts = 24;
const angles = 144;
/** So much of the ring must be there, so much of what lies beyond it be free, so much of its inside not be ink. */
const ring = { leastShown: 0.56, mostBeyond: 0.3, mostInk: 0.62, mostGold: 0.12 } as const;

/**
 * Finds seals on a page by their ring: red lines that close around lettering. Red headlines, borders, emblems,
 * fingerprints and signatures have none. `cellsPerMm`: cells to a millimetre of the sheet. `isLeftOver` where something of a
 * seal's size is red and none.
 */
export function findSeals(
  ink: RedInk,
  size: { readonly width: number; readonly height: number },
  cellsPerMm: number,
): { readonly seals: readonly FoundSeal[]; readonly isLeftOver: boolean } {
  const { width, height } = size;
  if (ink.count < 60) return { seals: [], isLeftOver: false };
  const step = Math.max(1, Math.round(gapMm * cellsPerMm));
  const leastBlocks = ((sealMm.leastSquare * cellsPerMm) / step) ** 2 / 12;
  const seals: FoundSeal[] = [];
  let isLeftOver = false;
  for (const part of redParts(ink.red, width, height, step, leastBlocks).slice(0, mostParts)) {
    const found = sealsIn(part, ink, size, cellsPerMm);
    seals.push(...found);
    // What is filled, as emblems are, is no seal however finely it is looked at.
    const isFilled = part.own.length > shortSide(part.part) ** 2 * 0.5;
    isLeftOver ||= found.length === 0 && !isFilled && shortSide(part.part) >= sealMm.least * cellsPerMm;
  }
  return { seals, isLeftOver };
}

const shortSide = ({ left, top, right, bottom }: Box): number => Math.min(right - left, bottom - top) + 1;

function sealsIn(
  { own, part }: RedPart,
  ink: RedInk,
  size: { readonly width: number; readonly height: number },
  cellsPerMm: number,
): readonly FoundSeal[] {
  const long = Math.max(part.right - part.left, part.bottom - part.top) + 1;
  if (long < sealMm.leastSquare * cellsPerMm) return [];
  if (long <= sealMm.most * 1.1 * cellsPerMm) {
    const square = squareOf(own, cellsPerMm, sealMm.leastSquare);
    if (square !== null) return [square];
    const rim = outermost(own, part);
    for (const points of [rim, ...withoutArcs(rim, part)]) {
      const fitted = fitEllipse(points);
      const whole = fitted === null ? null : ringOf(fitted, ink, size, cellsPerMm);
      if (whole !== null) return [whole];
    }
  }
  // What touches other red print is looked for as a circle.
  if (shortSide(part) < sealMm.least * cellsPerMm) return [];
  return circlesIn(own, part, cellsPerMm).flatMap((circle) => {
    const near = own.filter(({ x, y }) => Math.abs(polarIn(circle, x, y).reach - 1) < 0.09);
    const refined = near.length < 20 ? circle : (fitEllipse(near) ?? circle);
    const found = ringOf(refined, ink, size, cellsPerMm) ?? ringOf(circle, ink, size, cellsPerMm);
    return found === null ? [] : [found];
  });
}

interface RedPart {
  readonly own: readonly ScanPoint[];
  readonly part: Box;
}

/** Red cells that hang together over gaps of up to a block: blocks with a red cell in them that touch. Largest first. */
function redParts(
  red: Uint8Array,
  width: number,
  height: number,
  step: number,
  leastBlocks: number,
): readonly RedPart[] {
  const columns = Math.ceil(width / step);
  const rows = Math.ceil(height / step);
  const blocks = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / step) * columns;
    for (let x = 0, cell = y * width; x < width; x += 1, cell += 1) {
      if (red[cell] === 1) blocks[row + Math.floor(x / step)] = 1;
    }
  }
  return componentsOf(blocks, columns, rows, leastBlocks).map((found) => {
    const own: ScanPoint[] = [];
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (const block of found.cells) {
      const [startX, startY] = [(block % columns) * step, Math.floor(block / columns) * step];
      for (let y = startY; y < Math.min(height, startY + step); y += 1) {
        for (let x = startX; x < Math.min(width, startX + step); x += 1) {
          if (red[y * width + x] !== 1) continue;
          own.push({ x, y });
          [left, right] = [Math.min(left, x), Math.max(right, x)];
          [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
        }
      }
    }
    return { own, part: { left, top, right, bottom } };
  });
}

/** The cell farthest out in each direction from the middle of what a part covers. */
function outermost(own: readonly ScanPoint[], part: Box): readonly ScanPoint[] {
  const midX = (part.left + part.right) / 2;
  const midY = (part.top + part.bottom) / 2;
  const farthest = new Map<number, { readonly point: ScanPoint; readonly reach: number }>();
  for (const point of own) {
    const [dx, dy] = [point.x - midX, point.y - midY];
    const bin = Math.floor(((Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI)) * angles);
    const reach = Math.hypot(dx, dy);
    if (reach > (farthest.get(bin)?.reach ?? 0)) farthest.set(bin, { point, reach });
  }
  return [...farthest.values()].map(({ point }) => point);
}

const arcs = 10;

/** A rim without an arc of a quarter to a third, all round: a fingerprint or a signature may stick out there. */
function withoutArcs(rim: readonly ScanPoint[], part: Box): readonly (readonly ScanPoint[])[] {
  const midX = (part.left + part.right) / 2;
  const midY = (part.top + part.bottom) / 2;
  const directions = rim.map(({ x, y }) => Math.atan2(y - midY, x - midX));
  return [0.26, 0.36].flatMap((share) =>
    Array.from({ length: arcs }, (_, arc) => {
      const middle = (arc / arcs) * 2 * Math.PI;
      return rim.filter((_point, index) => {
        const away =
          Math.abs((((directions[index] ?? 0) - middle) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
        return Math.min(away, 2 * Math.PI - away) > share * Math.PI;
      });
    }),
  );
}

/** Whether an ellipse is the ring of a seal: red along it, free beyond it, not filled, and of a seal's size. */
function ringOf(
  ellipse: Ellipse,
  ink: RedInk,
  { width, height }: { readonly width: number; readonly height: number },
  cellsPerMm: number,
): FoundSeal | null {
  const [long, short] = [ellipse.a * 2 + 1, ellipse.b * 2 + 1];
  if (long < sealMm.least * cellsPerMm || long > sealMm.most * cellsPerMm || short < long / 1.9) return null;
  const at = (mask: Uint8Array, { x, y }: ScanPoint): number | null => {
    const [column, row] = [Math.round(x), Math.round(y)];
    if (column < 0 || row < 0 || column >= width || row >= height) return null;
    return mask[row * width + column] ?? 0;
  };
  let [within, shown, beyond] = [0, 0, 0];
  const step = 1 / ellipse.a;
  for (let index = 0; index < angles; index += 1) {
    const angle = (index / angles) * 2 * Math.PI;
    if (at(ink.red, pointOn(ellipse, angle, 1)) === null) continue;
    within += 1;
    if ([-2, -1, 0, 1].some((cells) => at(ink.red, pointOn(ellipse, angle, 1 + cells * step)) === 1))
      shown += 1;
    const out = Math.max(0.07, 3 * step);
    if ([0, 0.03, 0.06].some((more) => at(ink.red, pointOn(ellipse, angle, 1 + out + more)) === 1))
      beyond += 1;
  }
  if (within < angles * 0.35 || shown < within * ring.leastShown || beyond > within * ring.mostBeyond)
    return null;
  const { inked, gilded, cells } = fillOf(ellipse, ink, width, height);
  if (cells === 0 || inked > cells * ring.mostInk || gilded > cells * ring.mostGold) return null;
  return {
    shape: long <= short * 1.14 ? 'round' : 'oval',
    long,
    short,
    centre: { x: ellipse.x, y: ellipse.y },
    inkShare: inked / cells,
    inGrid: within / angles,
    outline: Array.from({ length: 24 }, (_, index) => pointOn(ellipse, (index / 24) * 2 * Math.PI, 1)),
  };
}

function fillOf(
  ellipse: Ellipse,
  ink: RedInk,
  width: number,
  height: number,
): { readonly inked: number; readonly gilded: number; readonly cells: number } {
  let [inked, gilded, cells] = [0, 0, 0];
  const bottom = Math.min(height - 1, Math.ceil(ellipse.y + ellipse.a));
  const right = Math.min(width - 1, Math.ceil(ellipse.x + ellipse.a));
  for (let y = Math.max(0, Math.floor(ellipse.y - ellipse.a)); y <= bottom; y += 1) {
    for (let x = Math.max(0, Math.floor(ellipse.x - ellipse.a)); x <= right; x += 1) {
      if (polarIn(ellipse, x, y).reach > 0.9) continue;
      cells += 1;
      inked += ink.red[y * width + x] ?? 0;
      gilded += ink.gold[y * width + x] ?? 0;
    }
  }
  return { inked, gilded, cells };
}
