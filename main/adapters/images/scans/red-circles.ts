import type { ScanPoint } from '../../../contract/scan-measure.ts';
import type { Box } from './components.ts';
import type { Ellipse } from './ellipse.ts';

/** Radii of company seals in mm, with what measuring and printing vary. */
const radiusMm = { least: 17, most: 24 } as const;
const mostPoints = 1500;
const mostCircles = 3;
/** Voting goes by cells three times as coarse; what is found is fitted again on the fine ones. */
const coarser = 3;
/** So much of a circle's length must vote for its middle. */
const leastVotes = 0.5;

/** Circles of the size of seals among red cells that other red print touches: each cell votes for the middles it could belong to. */
export function circlesIn(own: readonly ScanPoint[], part: Box, cellsPerMm: number): readonly Ellipse[] {
  const width = Math.floor((part.right - part.left) / coarser) + 1;
  const height = Math.floor((part.bottom - part.top) / coarser) + 1;
  const marked = new Uint8Array(width * height);
  for (const { x, y } of own) {
    marked[Math.floor((y - part.top) / coarser) * width + Math.floor((x - part.left) / coarser)] = 1;
  }
  const all: number[] = [];
  for (const [cell, mark] of marked.entries()) if (mark === 1) all.push(cell);
  const step = Math.max(1, all.length / mostPoints);
  let points = Array.from(
    { length: Math.floor(all.length / step) },
    (_, index) => all[Math.floor(index * step)] ?? 0,
  );
  const found: Ellipse[] = [];
  while (found.length < mostCircles) {
    const best = bestCircle(points, width, height, cellsPerMm / coarser);
    if (best === null || best.votes * step < 2 * Math.PI * best.radius * leastVotes) break;
    const { column, row, radius } = best;
    const a = radius * coarser;
    found.push({
      x: part.left + (column + 0.5) * coarser,
      y: part.top + (row + 0.5) * coarser,
      a,
      b: a,
      angle: 0,
    });
    const rest = points.filter(
      (cell) => Math.hypot((cell % width) - column, Math.floor(cell / width) - row) > radius * 1.05,
    );
    if (rest.length < 40 || rest.length === points.length) break;
    points = rest;
  }
  return found;
}

function bestCircle(
  points: readonly number[],
  width: number,
  height: number,
  cellsPerMm: number,
): { readonly column: number; readonly row: number; readonly radius: number; readonly votes: number } | null {
  const votes = new Uint16Array(width * height);
  let best: { column: number; row: number; radius: number; votes: number } | null = null;
  const from = Math.max(4, Math.floor(radiusMm.least * cellsPerMm));
  const to = Math.ceil(radiusMm.most * cellsPerMm);
  for (let radius = from; radius <= to; radius += 1) {
    votes.fill(0);
    const count = Math.ceil(2 * Math.PI * radius);
    const across = Int16Array.from({ length: count }, (_, index) =>
      Math.round(Math.cos(index / radius) * radius),
    );
    const down = Int16Array.from({ length: count }, (_, index) =>
      Math.round(Math.sin(index / radius) * radius),
    );
    for (const cell of points) {
      const x = cell % width;
      const y = (cell - x) / width;
      for (let direction = 0; direction < count; direction += 1) {
        const column = x + (across[direction] ?? 0);
        const row = y + (down[direction] ?? 0);
        if (column < 0 || row < 0 || column >= width || row >= height) continue;
        const middle = row * width + column;
        votes[middle] = (votes[middle] ?? 0) + 1;
      }
    }
    for (let cell = 0; cell < votes.length; cell += 1) {
      const count = votes[cell] ?? 0;
      if (best !== null && count * best.radius <= best.votes * radius) continue;
      best = { column: cell % width, row: Math.floor(cell / width), radius, votes: count };
    }
  }
  return best;
}
