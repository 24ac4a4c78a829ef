import type { ScanPoint } from '../../../contract/scan-measure.ts';

/** Four corners: upper left, upper right, lower right, lower left. */
export type Quadrilateral = readonly [ScanPoint, ScanPoint, ScanPoint, ScanPoint];

/** Twice the signed area of a triangle; positive when a, b, c turn clockwise on a screen. */
const turn = (a: ScanPoint, b: ScanPoint, c: ScanPoint): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The convex hull of points, clockwise on a screen. */
export function convexHull(points: readonly ScanPoint[]): readonly ScanPoint[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (from: readonly ScanPoint[]): ScanPoint[] => {
    const chain: ScanPoint[] = [];
    for (const point of from) {
      for (;;) {
        const [before, last] = [chain.at(-2), chain.at(-1)];
        if (before === undefined || last === undefined || turn(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** The area of a polygon, whichever way it turns. */
export function areaOf(points: readonly ScanPoint[]): number {
  let sum = 0;
  for (const [index, { x, y }] of points.entries()) {
    const next = points[(index + 1) % points.length] ?? { x, y };
    sum += x * next.y - next.x * y;
  }
  return Math.abs(sum) / 2;
}

/**
 * The quadrilateral around a convex polygon that adds little: the side whose removal adds the least area goes, until four
 * are left. Null for fewer than four corners, or sides so parallel that they never meet.
 */
export function quadrilateralAround(hull: readonly ScanPoint[]): Quadrilateral | null {
  let polygon = [...hull];
  while (polygon.length > 4) {
    let best: { readonly index: number; readonly corner: ScanPoint; readonly added: number } | null = null;
    for (const [index, start] of polygon.entries()) {
      const before = polygon.at(index - 1);
      const end = polygon[(index + 1) % polygon.length];
      const after = polygon[(index + 2) % polygon.length];
      if (before === undefined || end === undefined || after === undefined) continue;
      const corner = meet(before, start, after, end);
      if (corner === null) continue;
      const added = Math.abs(turn(start, corner, end));
      if (best === null || added < best.added) best = { index, corner, added };
    }
    if (best === null) return null;
    const { index, corner } = best;
    const next = (index + 1) % polygon.length;
    polygon = polygon.flatMap((point, at) => (at === index ? [corner] : at === next ? [] : [point]));
  }
  return polygon.length === 4 ? inOrder(polygon) : null;
}

/** Where the ray from a over b meets that from c over d; null where they lead apart. */
function meet(a: ScanPoint, b: ScanPoint, c: ScanPoint, d: ScanPoint): ScanPoint | null {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const cross = ux * vy - uy * vx;
  if (Math.abs(cross) < 1e-9) return null;
  const along = ((c.x - a.x) * vy - (c.y - a.y) * vx) / cross;
  const other = ((c.x - a.x) * uy - (c.y - a.y) * ux) / cross;
  if (along < 1 || other < 1) return null;
  return { x: a.x + along * ux, y: a.y + along * uy };
}

/** Starts with the corner nearest the upper left, clockwise. */
function inOrder(corners: readonly ScanPoint[]): Quadrilateral | null {
  let first = 0;
  for (const [index, { x, y }] of corners.entries()) {
    const now = corners[first];
    if (now !== undefined && x + y < now.x + now.y) first = index;
  }
  const [a, b, c, d] = [0, 1, 2, 3].map((step) => corners[(first + step) % 4]);
  return a && b && c && d ? [a, b, c, d] : null;
}

/** Lengths of the top, right, bottom and left side. */
export function sideLengths(corners: Quadrilateral): readonly [number, number, number, number] {
  const [a, b, c, d] = corners;
  const length = (from: ScanPoint, to: ScanPoint): number => Math.hypot(to.x - from.x, to.y - from.y);
  return [length(a, b), length(b, c), length(d, c), length(a, d)];
}

/** A test for points that are in the quadrilateral and at least `inset` within each side. */
export function insideOf(corners: Quadrilateral, inset: number): (x: number, y: number) => boolean {
  const sides = corners.map((from, index) => {
    const to = corners[(index + 1) % 4] ?? from;
    const length = Math.max(1e-9, Math.hypot(to.x - from.x, to.y - from.y));
    return { x: from.x, y: from.y, ux: (to.x - from.x) / length, uy: (to.y - from.y) / length };
  });
  return (x, y) => sides.every((side) => (x - side.x) * -side.uy + (y - side.y) * side.ux >= inset);
}

/** Where a point is in shares of the quadrilateral's width and height, by its opposite sides. */
export function shareWithin([a, b, c, d]: Quadrilateral, { x, y }: ScanPoint): ScanPoint {
  const between = (from: ScanPoint, to: ScanPoint, fromB: ScanPoint, toB: ScanPoint): number => {
    const near = distance({ x, y }, from, to);
    const far = distance({ x, y }, fromB, toB);
    return near + far === 0 ? 0 : near / (near + far);
  };
  return { x: between(a, d, b, c), y: between(a, b, d, c) };
}

const distance = (point: ScanPoint, from: ScanPoint, to: ScanPoint): number =>
  Math.abs(turn(from, to, point)) / Math.max(1e-9, Math.hypot(to.x - from.x, to.y - from.y));

/** For each row of cells of `px`, the first column whose middle lies in the quadrilateral, and the one after the last. */
export function rowsWithin(
  corners: Quadrilateral,
  inset: number,
  { width, height, px }: { readonly width: number; readonly height: number; readonly px: number },
): { readonly from: Int32Array; readonly to: Int32Array } {
  const from = new Int32Array(height);
  const to = new Int32Array(height);
  for (let row = 0; row < height; row += 1) {
    const y = (row + 0.5) * px;
    let [left, right] = [0, width * px];
    for (const [index, start] of corners.entries()) {
      const end = corners[(index + 1) % 4] ?? start;
      const length = Math.max(1e-9, Math.hypot(end.x - start.x, end.y - start.y));
      const [ux, uy] = [(end.x - start.x) / length, (end.y - start.y) / length];
      // The distance from the side grows by -uy with each px to the right.
      const room = inset - (y - start.y) * ux;
      if (Math.abs(uy) < 1e-9) {
        if (room > 0) right = -1;
      } else if (uy < 0) left = Math.max(left, start.x + room / -uy);
      else right = Math.min(right, start.x - room / uy);
    }
    from[row] = Math.max(0, Math.ceil(left / px - 0.5));
    to[row] = Math.max(from[row] ?? 0, Math.min(width, Math.floor(right / px - 0.5) + 1));
  }
  return { from, to };
}
