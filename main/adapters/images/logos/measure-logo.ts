import type { LogoMeasure } from '../../../contract/picture-measure.ts';
import type { DecodedPixels } from '../pixels.ts';
import { findBadge } from './find-badge.ts';
import { findMark } from './find-mark.ts';
import { measureCorners } from './logo-corners.ts';
import { findOutline } from './logo-outline.ts';
import { formatColour, logoPlane, medianColour, planeSide, type LogoPlane } from './logo-plane.ts';

/** A tile covers this share of the square, and comes to its edges somewhere in the middle of each. */
const leastTile = 0.7;
/** Edges of the tile itself, blended, are no drawing. */
const rimPx = 4;

/** Measures the drawing of a nearly square picture (see LogoMeasure). */
export function measureLogo(pixels: DecodedPixels, isJpeg: boolean): LogoMeasure {
  const plane = logoPlane(pixels);
  const badge = findBadge(plane);
  const found = badge === undefined ? {} : { badge };
  if (!isTile(plane)) {
    return {
      shape: 'free',
      ...findMark(plane, { rimPx: 1, cornerRadiusPx: 0, ground: [255, 255, 255], isJpeg }),
      ...found,
    };
  }
  const corners = measureCorners(plane);
  const outline = findOutline(plane, corners.cornersAre === 'light');
  const rim = outline === undefined ? rimPx : Math.ceil(outline.insetPx + outline.widthPx) + 2;
  const ground = medianColour(plane, ringOf(rim));
  return {
    shape: 'tile',
    ...corners,
    groundColour: formatColour(ground),
    ...findMark(plane, { rimPx: rim, cornerRadiusPx: (corners.cornerRadiusPx ?? 0) + 2, ground, isJpeg }),
    ...(outline === undefined ? {} : { outline }),
    ...found,
  };
}

function isTile({ alpha }: LogoPlane): boolean {
  const isSolid = (at: number): boolean => (alpha[at] ?? 0) >= 128;
  let solid = 0;
  for (const opacity of alpha) if (opacity >= 128) solid += 1;
  if (solid < leastTile * alpha.length) return false;
  const middles = [52, 58, 64, 70, 76];
  return (
    middles.every((along) => isSolid(2 * planeSide + along)) &&
    middles.every((along) => isSolid((planeSide - 3) * planeSide + along)) &&
    middles.every((along) => isSolid(along * planeSide + 2)) &&
    middles.every((along) => isSolid(along * planeSide + planeSide - 3))
  );
}

/** The px of the tile's rim, three deep, without its corners. */
function ringOf(rim: number): readonly number[] {
  const places: number[] = [];
  for (let along = 24; along < planeSide - 24; along += 1) {
    for (let depth = rim; depth < rim + 3; depth += 1) {
      const far = planeSide - 1 - depth;
      places.push(
        depth * planeSide + along,
        far * planeSide + along,
        along * planeSide + depth,
        along * planeSide + far,
      );
    }
  }
  return places;
}
