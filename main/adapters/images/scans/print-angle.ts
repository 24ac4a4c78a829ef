import type { Quadrilateral } from './quadrilateral.ts';

/** Cells that bear ink: their columns and rows, one after the other. */
export interface Ink {
  readonly x: Int16Array;
  readonly y: Int16Array;
}

const leastCells = 250;
const mostCells = 8000;
/** Of the rough angles every so many cells are enough. */
const roughStep = 2;
const bins = 2048;
const widestDegrees = 20;
/** By how much an angle must beat the best within two degrees of level, which are so many rough steps. */
const leastLead = 1.25;
const levelSteps = 4;
/** How much the best angle must stand out from the others. */
const leastPeak = 1.12;

/**
 * By how many degrees lines of print lean clockwise: the angle at which rows of ink and gaps stand apart best, along
 * whichever axis they do. Null for little print, or print without direction.
 */
export function measurePrintAngle(ink: Ink): number | null {
  if (ink.x.length < leastCells) return null;
  const step = Math.max(1, Math.ceil(ink.x.length / mostCells));
  const count = Math.ceil(ink.x.length / step);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    x[index] = ink.x[index * step] ?? 0;
    y[index] = ink.y[index * step] ?? 0;
  }
  const rows = bestAngle(x, y, 1);
  const columns = bestAngle(y, x, -1);
  const best = rows.peak >= columns.peak ? rows : columns;
  return best.peak < leastPeak ? null : best.degrees;
}

function bestAngle(
  along: Float32Array,
  across: Float32Array,
  sign: 1 | -1,
): { readonly degrees: number; readonly peak: number } {
  const counts = new Uint16Array(bins);
  const score = (degrees: number, step: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180) * sign;
    counts.fill(0);
    for (let index = 0; index < along.length; index += step) {
      const bin = ((across[index] ?? 0) - (along[index] ?? 0) * slope + bins / 4) | 0;
      if (bin >= 0 && bin < bins) counts[bin] = (counts[bin] ?? 0) + 1;
    }
    let sum = 0;
    let before = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      const count = counts[bin] ?? 0;
      sum += (count - before) * (count - before);
      before = count;
    }
    return sum;
  };
  const rough: number[] = [];
  for (let degrees = -widestDegrees; degrees <= widestDegrees; degrees += 0.5)
    rough.push(score(degrees, roughStep));
  const highest = rough.indexOf(Math.max(...rough));
  const level = rough.length >> 1;
  // Borders, seals and patterns make peaks of their own: print that stands nearly as well when level is level.
  const nearLevel = rough.slice(level - levelSteps, level + levelSteps + 1);
  const atLevel = level - levelSteps + nearLevel.indexOf(Math.max(...nearLevel));
  const top = (rough[atLevel] ?? 0) * leastLead > (rough[highest] ?? 0) ? atLevel : highest;
  const median = rough.toSorted((a, b) => a - b)[rough.length >> 1] ?? 0;
  const peak = median === 0 ? 0 : (rough[top] ?? 0) / median;
  const middle = -widestDegrees + top * 0.5;
  let best = { degrees: middle, value: 0 };
  for (let fine = -4; fine <= 4; fine += 1) {
    const degrees = middle + fine * 0.1;
    const value = score(degrees, 1);
    if (value > best.value) best = { degrees, value };
  }
  return { degrees: Math.round(best.degrees * 10) / 10, peak };
}

/** By how many degrees a sheet leans clockwise: the mean of its four sides, to the nearest right angle. */
export function sheetAngle(corners: Quadrilateral): number {
  const angles = corners.map((from, index) => {
    const to = corners[(index + 1) % 4] ?? from;
    const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI - index * 90;
    return ((((degrees + 45) % 90) + 90) % 90) - 45;
  });
  return Math.round((angles.reduce((sum, angle) => sum + angle, 0) / 4) * 10) / 10;
}
