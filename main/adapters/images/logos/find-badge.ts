import type { Badge } from '../../../contract/picture-measure.ts';
import { componentsOf } from '../scans/components.ts';
import { formatColour, luminanceOf, medianColour, planeSide, type LogoPlane } from './logo-plane.ts';

/** A badge is this large, in px of the plane. */
const leastArea = 45;
const widestPx = 74;
const highestPx = 44;
/** Its middle is this far from the middle of the logo both ways; with letters on it, it may stand at the middle of an edge. */
const leastOffsetPx = 30;
const leastEdgeOffsetPx = 40;
/** Share of light px on a patch that letters make. */
const leastLetters = 0.07;
/** Letters and marks on it are filled in before its shape is judged. */
const leastFill = 0.62;

interface Patch {
  readonly places: readonly number[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Finds a small patch of a warning colour, red to orange, near a corner of a logo that is not made of that colour. */
export function findBadge(plane: LogoPlane): Badge | undefined {
  const patches = warmPatches(plane);
  const all = patches.reduce((sum, { places }) => sum + places.length, 0);
  const badges = patches.filter(
    (patch) => isBadge(plane, patch) && all - patch.places.length <= 0.7 * patch.places.length,
  );
  const [found] = badges.toSorted((a, b) => b.places.length - a.places.length);
  if (found === undefined) return undefined;
  const share = (px: number): number => Math.round((px / planeSide) * 1000) / 1000;
  return {
    colour: formatColour(medianColour(plane, found.places)),
    at: {
      left: share(found.left),
      top: share(found.top),
      width: share(found.width),
      height: share(found.height),
    },
    fill: Math.round(fillOf(found) * 100) / 100,
    isLettered: lightShare(plane, found) > leastLetters,
  };
}

function isBadge(plane: LogoPlane, patch: Patch): boolean {
  const half = planeSide / 2;
  const x = Math.abs(patch.left + patch.width / 2 - half);
  const y = Math.abs(patch.top + patch.height / 2 - half);
  return (
    patch.places.length >= leastArea &&
    patch.width <= widestPx &&
    patch.height <= highestPx &&
    Math.min(patch.width, patch.height) >= 7 &&
    (Math.min(x, y) >= leastOffsetPx ||
      (y >= leastEdgeOffsetPx && lightShare(plane, patch) > leastLetters)) &&
    patch.width / patch.height <= 4.2 &&
    patch.height / patch.width <= 1.6 &&
    fillOf(patch) >= leastFill
  );
}

/** The share of its box between the first and last px of each row: holes and letters count as filled. */
function fillOf({ places, height, width }: Patch): number {
  const rows = new Map<number, [number, number]>();
  for (const at of places) {
    const row = Math.floor(at / planeSide);
    const known = rows.get(row);
    rows.set(row, known === undefined ? [at, at] : [Math.min(known[0], at), Math.max(known[1], at)]);
  }
  let filled = 0;
  for (const [first, last] of rows.values()) filled += last - first + 1;
  return filled / (width * height);
}

/** The share of light px in a patch's box, its rim apart. */
function lightShare({ rgb }: LogoPlane, { left, top, width, height }: Patch): number {
  let light = 0;
  for (let y = top + 2; y < top + height - 2; y += 1) {
    for (let x = left + 2; x < left + width - 2; x += 1) {
      const at = (y * planeSide + x) * 3;
      if (luminanceOf(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0) > 0.6) light += 1;
    }
  }
  return light / Math.max(1, (width - 4) * (height - 4));
}

function isWarm({ rgb, alpha }: LogoPlane, at: number): boolean {
  if ((alpha[at] ?? 0) < 128) return false;
  const [r, g, b] = [rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0];
  const chroma = r - Math.min(g, b);
  if (r < 150 || r < g || r < b || chroma < 0.55 * r) return false;
  // Hue, in degrees from red: towards orange up to 35, towards magenta up to 25.
  const hue = (60 * (g - b)) / chroma;
  return hue <= 35 && hue >= -25;
}

function warmPatches(plane: LogoPlane): readonly Patch[] {
  const mask = new Uint8Array(planeSide * planeSide);
  for (let at = 0; at < mask.length; at += 1) mask[at] = isWarm(plane, at) ? 1 : 0;
  return componentsOf(mask, planeSide, planeSide, 4).map(({ cells, left, top, right, bottom }) => ({
    places: [...cells],
    left,
    top,
    width: right - left + 1,
    height: bottom - top + 1,
  }));
}
