import type { LogoMeasure } from '../../../contract/picture-measure.ts';
import { differenceAt, luminanceOf, planeSide, type LogoPlane } from './logo-plane.ts';

/** A quarter of a square less a quarter of a disc: what a corner of radius 1 leaves open. */
const openArea = 1 - Math.PI / 4;
/** Corners are looked for in squares of this side. */
const cornerSide = planeSide / 2;
/** Two colours that differ by less are one ground. */
const leastDifference = 6;

type Corners = Pick<LogoMeasure, 'cornerRadiusPx' | 'cornerSpreadPx' | 'cornersAre'>;

/** The px of one corner by their distance from it, along its row and its column. */
type FromCorner = (right: number, down: number) => number;

const fromCorners: readonly FromCorner[] = [
  (right, down) => down * planeSide + right,
  (right, down) => down * planeSide + planeSide - 1 - right,
  (right, down) => (planeSide - 1 - down) * planeSide + right,
  (right, down) => (planeSide - 1 - down) * planeSide + planeSide - 1 - right,
];

/**
 * The radius of a tile's corners, by the area that they leave open: transparent, or another colour than the tile's own
 * edges. Empty where that area is no corner.
 */
export function measureCorners(plane: LogoPlane): Corners {
  const open = fromCorners.map((at) => openAreaOf(plane, at));
  const radii = open.flatMap((area) => (area === null ? [] : [Math.sqrt(area / openArea)]));
  if (radii.length < 4) return {};
  // A white square may be a white tile with its corners on white.
  if (radii.every((one) => one < 1) && isWhite(plane)) return {};
  const mean = radii.reduce((sum, one) => sum + one, 0) / 4;
  return {
    cornerRadiusPx: tenth(mean),
    cornerSpreadPx: tenth(Math.max(...radii.map((one) => Math.abs(one - mean)))),
    ...(mean < 1 ? {} : { cornersAre: groundOf(plane) }),
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

const isWhite = ({ rgb, alpha }: LogoPlane): boolean =>
  fromCorners.every((from) => {
    const at = from(0, 0);
    return (alpha[at] ?? 0) >= 128 && rgb.subarray(at * 3, at * 3 + 3).every((value) => value >= 245);
  });

function groundOf({ rgb, alpha }: LogoPlane): NonNullable<LogoMeasure['cornersAre']> {
  const corners = fromCorners.map((at) => at(0, 0));
  if (corners.every((at) => (alpha[at] ?? 0) < 128)) return 'transparent';
  const isLight = (at: number): boolean =>
    luminanceOf(rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0) > 0.8;
  return corners.every(isLight) ? 'light' : 'other';
}

/** Px that a corner leaves open; null where what is open reaches on beyond a corner. */
function openAreaOf(plane: LogoPlane, at: FromCorner): number | null {
  const corner = at(0, 0);
  const { alpha } = plane;
  const isTransparent = (alpha[corner] ?? 0) < 128;
  // The tile's own colour is that of the middle of its edges.
  const sides = [at(60, 2), at(2, 60)];
  const distance = Math.min(...sides.map((side) => differenceAt(plane, corner, side)));
  if (!isTransparent && distance < leastDifference) return 0;
  const opennessOf = (place: number): number => {
    if (isTransparent) return 1 - (alpha[place] ?? 0) / 255;
    return 1 - Math.min(1, differenceAt(plane, corner, place) / distance);
  };
  const isSeen = new Uint8Array(cornerSide * cornerSide);
  const queue = [0];
  isSeen[0] = 1;
  let area = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const right = next % cornerSide;
    const down = (next - right) / cornerSide;
    const openness = opennessOf(at(right, down));
    area += openness;
    // Beyond its blended rim the tile begins.
    if (openness < 0.5) continue;
    if (right === cornerSide - 1 || down === cornerSide - 1) return null;
    for (const [x, y] of [
      [right + 1, down],
      [right - 1, down],
      [right, down + 1],
      [right, down - 1],
    ] as const) {
      if (x < 0 || y < 0) continue;
      const index = y * cornerSide + x;
      if (isSeen[index] === 1) continue;
      isSeen[index] = 1;
      queue.push(index);
    }
  }
  return area;
}
