import type { ScanPoint, ScanSide } from '../../../contract/scan-measure.ts';
import { componentsOf, type Component } from './components.ts';
import { areaOf, convexHull, quadrilateralAround, sideLengths, type Quadrilateral } from './quadrilateral.ts';
import { halved, quantile, type Cells } from './raster.ts';

/** A sheet in a picture, in px of the raster that was measured. */
export interface Sheet {
  readonly found: 'edges' | 'frame' | 'none';
  readonly corners: Quadrilateral;
  /** Sides that lie on the picture's frame. */
  readonly onFrame: readonly ScanSide[];
  /** The widest strip of background beside the sheet, in shares of the picture's side. */
  readonly margin: number;
  readonly perspective: number;
}

type SideKind = 'edge' | 'frame' | 'none';

const sides: readonly ScanSide[] = ['top', 'right', 'bottom', 'left'];
const levels = 12;
/** How much darker or more coloured what surrounds a sheet must be, of 255. */
const leastStep = 14;
const leastShare = 0.03;
/** A smaller region must show all four of its edges: a card or a window is no sheet cut off. */
const smallShare = 0.18;

interface Field {
  /** How much each cell looks like paper: bright and without colour, print filled in. */
  readonly paper: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Candidate {
  readonly corners: Quadrilateral;
  readonly kinds: readonly SideKind[];
  readonly score: number;
}

/**
 * Looks for the sheet of paper in a picture: the bright even region that four straight and sharp edges bound, or the whole
 * picture where its rim looks like paper.
 */
export function findSheet(coarse: Cells): Sheet {
  const cells = halved(coarse);
  const field = { paper: paperness(cells), width: cells.width, height: cells.height };
  const best = candidatesOf(field).reduce<Candidate | null>(
    (chosen, one) => (chosen === null || one.score > chosen.score ? one : chosen),
    null,
  );
  const right = cells.width * cells.px;
  const bottom = cells.height * cells.px;
  if (best === null) {
    const corners: Quadrilateral = [
      { x: 0, y: 0 },
      { x: right, y: 0 },
      { x: right, y: bottom },
      { x: 0, y: bottom },
    ];
    const found = hasEvenRim(field) ? 'frame' : 'none';
    return { found, corners, onFrame: sides, margin: 0, perspective: 0 };
  }
  const scale = (point: ScanPoint): ScanPoint => ({ x: point.x * cells.px, y: point.y * cells.px });
  const [a, b, c, d] = best.corners;
  const corners: Quadrilateral = [scale(a), scale(b), scale(c), scale(d)];
  const onFrame = sides.filter((_, index) => best.kinds[index] === 'frame');
  const [top, east, low, west] = sideLengths(corners);
  const apart = (one: number, other: number): number =>
    Math.max(one, other) / Math.max(1, Math.min(one, other));
  const middle = (from: ScanPoint, to: ScanPoint) => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  const margin = Math.max(
    middle(corners[0], corners[1]).y / bottom,
    1 - middle(corners[1], corners[2]).x / right,
    1 - middle(corners[2], corners[3]).y / bottom,
    middle(corners[0], corners[3]).x / right,
  );
  const perspective = Math.max(apart(top, low), apart(east, west)) - 1;
  return { found: 'edges', corners, onFrame, margin, perspective };
}

/** Luminance less half the colour, with dark strokes up to four cells wide filled in. */
function paperness(cells: Cells): Uint8Array {
  const { width, height, rgb, luma } = cells;
  const raw = new Uint8Array(width * height);
  for (let cell = 0; cell < raw.length; cell += 1) {
    const r = rgb[cell * 3] ?? 0;
    const g = rgb[cell * 3 + 1] ?? 0;
    const b = rgb[cell * 3 + 2] ?? 0;
    raw[cell] = Math.max(0, (luma[cell] ?? 0) - (Math.max(r, g, b) - Math.min(r, g, b)) / 2);
  }
  return closed(closed(raw, width, height, true), width, height, false);
}

/** How far strokes are filled in, in cells. */
const radius = 2;

/** The greatest or the least of the cells around each, first along rows, then along columns. */
function closed(from: Uint8Array, width: number, height: number, isGreatest: boolean): Uint8Array {
  const rows = new Uint8Array(from.length);
  for (let y = 0; y < height; y += 1) {
    const [first, end] = [y * width, (y + 1) * width];
    for (let cell = first; cell < end; cell += 1) {
      let value = from[cell] ?? 0;
      const last = Math.min(end - 1, cell + radius);
      for (let at = Math.max(first, cell - radius); at <= last; at += 1) {
        const other = from[at] ?? 0;
        if (isGreatest ? other > value : other < value) value = other;
      }
      rows[cell] = value;
    }
  }
  const result = new Uint8Array(from.length);
  for (let y = 0; y < height; y += 1) {
    const start = Math.max(0, y - radius);
    const end = Math.min(height - 1, y + radius);
    for (let x = 0; x < width; x += 1) {
      let value = rows[y * width + x] ?? 0;
      for (let at = start; at <= end; at += 1) {
        const other = rows[at * width + x] ?? 0;
        if (isGreatest ? other > value : other < value) value = other;
      }
      result[y * width + x] = value;
    }
  }
  return result;
}

function candidatesOf(field: Field): readonly Candidate[] {
  const { paper, width, height } = field;
  const low = quantile(paper, 0.04);
  const high = quantile(paper, 0.96);
  const found: Candidate[] = [];
  // Where all of the rim is as bright as the page, nothing lies around a sheet.
  if (high - low < leastStep || quantile(rimShades(field), 0.02) > high - leastStep) return found;
  for (let level = 1; level < levels; level += 1) {
    const threshold = low + ((high - low) * level) / levels;
    const mask = paper.map((value) => (value >= threshold ? 1 : 0));
    const [region] = componentsOf(mask, width, height, width * height * leastShare);
    const candidate = region === undefined ? null : candidateOf(region, field);
    if (candidate !== null) found.push(candidate);
  }
  return found;
}

function candidateOf(region: Component, field: Field): Candidate | null {
  const { width, height } = field;
  const rim = rimOf(region, width);
  const hull = convexHull(rim.points);
  const hullArea = areaOf(hull);
  const corners = quadrilateralAround(hull);
  if (corners === null || hullArea < width * height * leastShare) return null;
  if (rim.area / hullArea < 0.82 || hullArea / areaOf(corners) < 0.88) return null;
  const inside = quantile(
    Array.from(
      region.cells.filter((_, index) => index % 7 === 0),
      (cell) => field.paper[cell] ?? 0,
    ),
    0.5,
  );
  const kinds = sides.map((_, index) => kindOfSide(corners, index, inside, field));
  const edges = kinds.filter((kind) => kind === 'edge').length;
  const missing = kinds.filter((kind) => kind === 'none').length;
  if (edges === 0 || missing > (edges >= 3 ? 1 : 0)) return null;
  if (hullArea < width * height * smallShare && edges < 4) return null;
  return {
    corners,
    kinds,
    score: edges - missing + 0.4 * (4 - edges - missing) + (0.5 * hullArea) / (width * height),
  };
}

/** The leftmost and rightmost cell of each row of a region, as the outer corners of cells, and the area between. */
function rimOf(
  { cells, top, bottom }: Component,
  width: number,
): { readonly points: readonly ScanPoint[]; readonly area: number } {
  const left = new Int32Array(bottom - top + 1).fill(width);
  const right = new Int32Array(bottom - top + 1).fill(-1);
  for (const cell of cells) {
    const x = cell % width;
    const row = (cell - x) / width - top;
    if (x < (left[row] ?? 0)) left[row] = x;
    if (x > (right[row] ?? 0)) right[row] = x;
  }
  const points: ScanPoint[] = [];
  let area = 0;
  for (const [row, from] of left.entries()) {
    const to = right[row] ?? from;
    if (to < from) continue;
    const y = row + top;
    points.push({ x: from, y }, { x: from, y: y + 1 }, { x: to + 1, y }, { x: to + 1, y: y + 1 });
    area += to + 1 - from;
  }
  return { points, area };
}

/** What one side of a candidate is: a sharp step to something unlike paper, the picture's frame, or neither. */
function kindOfSide(corners: Quadrilateral, index: number, inside: number, field: Field): SideKind {
  const { paper, width, height } = field;
  const from = corners[index] ?? corners[0];
  const to = corners[(index + 1) % 4] ?? corners[0];
  const length = Math.max(1e-9, Math.hypot(to.x - from.x, to.y - from.y));
  const inward = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const samples = 28;
  let [onFrame, sharp, looked] = [0, 0, 0];
  for (let sample = 0; sample < samples; sample += 1) {
    const along = 0.08 + (0.84 * (sample + 0.5)) / samples;
    const x = from.x + (to.x - from.x) * along;
    const y = from.y + (to.y - from.y) * along;
    const at = (steps: number): number | null => {
      const column = Math.floor(x + inward.x * steps);
      const row = Math.floor(y + inward.y * steps);
      if (column < 0 || row < 0 || column >= width || row >= height) return null;
      return paper[row * width + column] ?? 0;
    };
    const out = at(-2.2);
    if (out === null) {
      onFrame += 1;
      continue;
    }
    looked += 1;
    const within = at(3) ?? out;
    // What lies at the picture's own frame on this side: a printed border is paper again beyond it.
    const atFrame = outermost(x, y, inward, field);
    if (within - out >= leastStep && inside - atFrame >= leastStep) sharp += 1;
  }
  if (onFrame >= samples * 0.6) return 'frame';
  return sharp >= looked * 0.7 ? 'edge' : 'none';
}

/** The paperness of the picture's last cell going outward from a point. */
function outermost(x: number, y: number, inward: ScanPoint, { paper, width, height }: Field): number {
  const reach = (place: number, step: number, size: number): number =>
    step > 1e-6 ? place / step : step < -1e-6 ? (size - 1 - place) / -step : Number.POSITIVE_INFINITY;
  const steps = Math.max(0, Math.min(reach(x, inward.x, width), reach(y, inward.y, height)) - 0.5);
  const column = Math.min(width - 1, Math.max(0, Math.round(x - inward.x * steps)));
  const row = Math.min(height - 1, Math.max(0, Math.round(y - inward.y * steps)));
  return paper[row * width + column] ?? 0;
}

/** The paperness of the picture's outermost cells. */
function rimShades({ paper, width, height }: Field): readonly number[] {
  const shades: number[] = [];
  for (let x = 0; x < width; x += 1) shades.push(paper[x] ?? 0, paper[(height - 1) * width + x] ?? 0);
  for (let y = 0; y < height; y += 1) shades.push(paper[y * width] ?? 0, paper[y * width + width - 1] ?? 0);
  return shades;
}

/** Whether at least three sides of the picture's rim are even, as the margin of a sheet is. */
function hasEvenRim({ paper, width, height }: Field): boolean {
  const depth = Math.max(1, Math.round(Math.min(width, height) * 0.012));
  const strips: number[][] = [[], [], [], []];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = paper[y * width + x] ?? 0;
      if (y < depth) strips[0]?.push(value);
      if (x >= width - depth) strips[1]?.push(value);
      if (y >= height - depth) strips[2]?.push(value);
      if (x < depth) strips[3]?.push(value);
    }
  }
  const even = strips.filter((strip) => quantile(strip, 0.9) - quantile(strip, 0.3) <= 26);
  return even.length >= 3;
}
