import type { LogoMeasure } from '../../../contract/picture-measure.ts';
import {
  differenceOf,
  formatColour,
  labAt,
  labOf,
  medianColour,
  planeSide,
  type Lab,
  type LogoPlane,
} from './logo-plane.ts';

/** A line is no wider than this, and no farther inside the tile; anything else is drawing. */
const widestPx = 7;
const deepestPx = 10;
const profilePx = 26;
/** Between neighbouring depths a colour begins to change at this difference, and has changed at this one. */
const beginning = 2.5;
const changed = 9;
const white: Lab = { l: 100, a: 0, b: 0 };

interface Line {
  readonly inset: number;
  readonly width: number;
  readonly colour: readonly [number, number, number];
}

/** The px at a depth from one side, along the middle of it. */
const sides: readonly ((depth: number, along: number) => number)[] = [
  (depth, along) => depth * planeSide + along,
  (depth, along) => (planeSide - 1 - depth) * planeSide + along,
  (depth, along) => along * planeSide + depth,
  (depth, along) => along * planeSide + planeSide - 1 - depth,
];
const alongSide = Array.from({ length: 23 }, (_, index) => 20 + 4 * index);

/** Finds a line along all four sides of a tile; `isOnWhite` where the picture's corners are white, so that a white margin is no line. */
export function findOutline(plane: LogoPlane, isOnWhite: boolean): LogoMeasure['outline'] {
  const lines = sides.map((side) => lineAlong(plane, side, isOnWhite));
  const found = lines.flatMap((line) => (line === null ? [] : [line]));
  const [first] = found;
  if (first === undefined || found.length < 4) return undefined;
  const isOne = found.every(
    (line) =>
      Math.abs(line.inset - first.inset) <= 2 &&
      Math.abs(line.width - first.width) <= 2 &&
      differenceOf(labOf(line.colour), labOf(first.colour)) < 20,
  );
  if (!isOne) return undefined;
  const mean = (value: (line: Line) => number): number =>
    Math.round((found.reduce((sum, line) => sum + value(line), 0) / found.length) * 10) / 10;
  return {
    widthPx: mean((line) => line.width),
    insetPx: mean((line) => line.inset),
    colour: formatColour(first.colour),
  };
}

function lineAlong(plane: LogoPlane, side: (typeof sides)[number], isOnWhite: boolean): Line | null {
  const colours = Array.from({ length: profilePx }, (_, depth) =>
    medianColour(
      plane,
      alongSide.map((along) => side(depth, along)),
    ),
  );
  const shades = colours.map(labOf);
  const [first, second] = changesIn(shades);
  if (first === undefined) return null;
  const colourAt = (depth: number): readonly [number, number, number] => colours[depth] ?? [0, 0, 0];
  const isNoMargin = !isOnWhite || differenceOf(shades[0] ?? white, white) > 15;
  if (isNoMargin && first.middle <= widestPx) {
    const depth = Math.min(first.from, Math.floor(first.middle / 2));
    const line = { inset: 0, width: first.middle, colour: colourAt(depth) };
    return isStraight(plane, side, depth, line.colour) ? line : null;
  }
  if (second === undefined || first.middle > deepestPx || second.middle - first.middle > widestPx)
    return null;
  const depth = Math.round((first.to + second.from) / 2);
  const line = { inset: first.middle, width: second.middle - first.middle, colour: colourAt(depth) };
  return isStraight(plane, side, depth, line.colour) ? line : null;
}

/** Whether a line's colour is there all along a side: a ring touches it in the middle only. */
function isStraight(
  plane: LogoPlane,
  side: (typeof sides)[number],
  depth: number,
  colour: readonly [number, number, number],
): boolean {
  const wanted = labOf(colour);
  const there = alongSide.filter((along) => differenceOf(labAt(plane, side(depth, along)), wanted) < 14);
  return there.length >= 0.85 * alongSide.length;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly middle: number;
}

/** Where colours along a profile change for good: runs of neighbouring differences, in one direction, that add up to a clear one. */
function changesIn(shades: readonly Lab[]): readonly Change[] {
  const changes: Change[] = [];
  const step = (depth: number): number =>
    differenceOf(shades[depth] ?? white, shades[depth + 1] ?? shades[depth] ?? white);
  for (let depth = 0; depth + 1 < shades.length; depth += 1) {
    if (step(depth) < beginning) continue;
    const from = depth;
    const start = shades[from] ?? white;
    let to = depth + 1;
    // A thin line changes to and back: the change ends where the colour comes nearer to its start again.
    while (
      to + 1 < shades.length &&
      step(to) >= beginning &&
      differenceOf(start, shades[to + 1] ?? start) > differenceOf(start, shades[to] ?? start)
    ) {
      to += 1;
    }
    if (differenceOf(start, shades[to] ?? start) >= changed)
      changes.push({ from, to, middle: middleOf(shades, from, to) });
    depth = to - 1;
  }
  return changes;
}

/** The depth, in px from the edge, at which half of a change is done. */
function middleOf(shades: readonly Lab[], from: number, to: number): number {
  const start = shades[from] ?? white;
  const whole = differenceOf(start, shades[to] ?? start);
  let done = 0;
  for (let depth = from + 1; depth <= to; depth += 1) {
    // A px that is partly changed counts for the part that is not.
    done += 1 - Math.min(1, differenceOf(start, shades[depth] ?? start) / whole);
  }
  return from + 1 + done;
}
