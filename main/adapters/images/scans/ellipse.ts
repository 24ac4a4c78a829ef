import type { ScanPoint } from '../../../contract/scan-measure.ts';

/** An ellipse: middle, half axes with `a` the longer one, and the direction of `a` in radians. */
export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly angle: number;
}

/** How far out a point is: 0 in the middle, 1 on the ellipse; and at which angle of the ellipse. */
export function polarIn(
  ellipse: Ellipse,
  x: number,
  y: number,
): { readonly reach: number; readonly angle: number } {
  const cos = Math.cos(ellipse.angle);
  const sin = Math.sin(ellipse.angle);
  const u = ((x - ellipse.x) * cos + (y - ellipse.y) * sin) / ellipse.a;
  const v = (-(x - ellipse.x) * sin + (y - ellipse.y) * cos) / ellipse.b;
  return { reach: Math.hypot(u, v), angle: Math.atan2(v, u) };
}

/** The point at an angle of the ellipse, `reach` times as far out. */
export function pointOn(ellipse: Ellipse, angle: number, reach: number): ScanPoint {
  const u = Math.cos(angle) * ellipse.a * reach;
  const v = Math.sin(angle) * ellipse.b * reach;
  const cos = Math.cos(ellipse.angle);
  const sin = Math.sin(ellipse.angle);
  return { x: ellipse.x + u * cos - v * sin, y: ellipse.y + u * sin + v * cos };
}

/** The ellipse nearest to points by least squares, those far off left out in two further rounds; null where none fits. */
export function fitEllipse(points: readonly ScanPoint[]): Ellipse | null {
  let kept = points;
  let ellipse: Ellipse | null = null;
  for (const tolerance of [0.2, 0.1, 0.06]) {
    ellipse = conicThrough(kept);
    if (ellipse === null) return null;
    const fitted = ellipse;
    kept = points.filter(({ x, y }) => Math.abs(polarIn(fitted, x, y).reach - 1) <= tolerance);
    if (kept.length < 12) return null;
  }
  return conicThrough(kept) ?? ellipse;
}

/** Ax² + Bxy + Cy² + Dx + Ey = 1 by least squares, around the points' own middle. */
function conicThrough(points: readonly ScanPoint[]): Ellipse | null {
  if (points.length < 6) return null;
  const midX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const midY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const scale = Math.max(1e-9, ...points.map(({ x, y }) => Math.hypot(x - midX, y - midY)));
  const normal = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0, 0]);
  for (const point of points) {
    const x = (point.x - midX) / scale;
    const y = (point.y - midY) / scale;
    const row = [x * x, x * y, y * y, x, y];
    for (const [i, left] of row.entries()) {
      const line = normal[i];
      if (line === undefined) continue;
      for (const [j, right] of row.entries()) line[j] = (line[j] ?? 0) + left * right;
      line[5] = (line[5] ?? 0) + left;
    }
  }
  const solved = solve(normal);
  if (solved === null) return null;
  const [A = 0, B = 0, C = 0, D = 0, E = 0] = solved;
  const determinant = 4 * A * C - B * B;
  if (determinant <= 1e-9) return null;
  const x = (B * E - 2 * C * D) / determinant;
  const y = (B * D - 2 * A * E) / determinant;
  const level = 1 + A * x * x + B * x * y + C * y * y;
  const spread = Math.hypot(A - C, B);
  const small = (A + C + spread) / 2;
  const large = (A + C - spread) / 2;
  if (level / small <= 0 || level / large <= 0) return null;
  return {
    x: x * scale + midX,
    y: y * scale + midY,
    a: Math.sqrt(level / large) * scale,
    b: Math.sqrt(level / small) * scale,
    angle: Math.atan2(-B, C - A) / 2,
  };
}

/** Gauss elimination with pivots; null where the equations do not settle it. */
function solve(rows: number[][]): readonly number[] | null {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const [upper, chosen] = [rows[column], rows[pivot]];
    if (upper === undefined || chosen === undefined || Math.abs(chosen[column] ?? 0) < 1e-12) return null;
    rows[column] = chosen;
    rows[pivot] = upper;
    for (let row = 0; row < size; row += 1) {
      const line = rows[row];
      if (row === column || line === undefined) continue;
      const factor = (line[column] ?? 0) / (chosen[column] ?? 1);
      for (let at = column; at <= size; at += 1) line[at] = (line[at] ?? 0) - factor * (chosen[at] ?? 0);
    }
  }
  return rows.map((line, index) => (line[size] ?? 0) / (line[index] ?? 1));
}
