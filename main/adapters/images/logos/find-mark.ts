import type { LogoMeasure } from '../../../contract/picture-measure.ts';
import {
  differenceOf,
  formatColour,
  labAt,
  labOf,
  luminanceOf,
  medianColour,
  planeSide,
  type LogoPlane,
} from './logo-plane.ts';

type Mark = NonNullable<LogoMeasure['mark']>;

/** Colours two px apart that differ by this much are an edge of the drawing; a faint drawing is looked for at the second. */
const clearEdge = 12;
const faintEdge = 2.1;
/** The same in a JPEG, whose colours bleed over several px. */
const clearJpegEdge = 26;
const faintJpegEdge = 6;
/** With fewer edge px there is no drawing. */
const leastEdges = 40;
/** Over this share of edge px a logo is a photograph or a pattern, of which no figure can be told. */
const mostEdges = 0.5;
const mostFaintEdges = 0.25;

interface Edge {
  readonly at: number;
  /** The px on either side of it. */
  readonly one: number;
  readonly other: number;
  readonly difference: number;
}

/** What stands on a logo's ground. */
export type Figure = Pick<LogoMeasure, 'figure' | 'mark'>;

/** The figure on a tile's ground: where its colours change at once. Slow changes are ground, a gradient or a shadow. */
export function findMark(
  plane: LogoPlane,
  options: {
    readonly rimPx: number;
    readonly cornerRadiusPx: number;
    readonly ground: readonly [number, number, number];
    readonly isJpeg: boolean;
  },
): Figure {
  const inside = insideOf(options.rimPx, options.cornerRadiusPx);
  const [strong, faint] = options.isJpeg ? [clearJpegEdge, faintJpegEdge] : [clearEdge, faintEdge];
  const clear = edgesOf(plane, inside, strong);
  const edges = clear.length >= leastEdges ? clear : edgesOf(plane, inside, faint);
  // Faint changes everywhere are a gradient.
  const isGradient = edges !== clear && edges.length > mostFaintEdges * inside.length;
  if (edges.length < leastEdges || isGradient) return { figure: 'none' };
  if (edges.length > mostEdges * inside.length || isScene(plane, options.rimPx + 1, options.cornerRadiusPx))
    return { figure: 'busy' };
  const box = boxOf(edges);
  if (box === null) return { figure: 'none' };
  const strongest = edges
    .toSorted((a, b) => b.difference - a.difference)
    .slice(0, Math.ceil(edges.length / 8));
  const ground = labOf(options.ground);
  const markSides = strongest.map(({ one, other }) =>
    differenceOf(labAt(plane, one), ground) > differenceOf(labAt(plane, other), ground) ? one : other,
  );
  let [massX, massY] = [0, 0];
  for (const { at } of edges) {
    massX += (at % planeSide) + 0.5;
    massY += Math.floor(at / planeSide) + 0.5;
  }
  const half = planeSide / 2;
  const mark = {
    ...box,
    offsetXPx: tenth(box.leftPx + box.widthPx / 2 - half),
    offsetYPx: tenth(box.topPx + box.heightPx / 2 - half),
    massXPx: tenth(massX / edges.length - half),
    massYPx: tenth(massY / edges.length - half),
    colour: formatColour(medianColour(plane, markSides)),
    contrastRatio: tenth(quarterOf(strongest.map((edge) => ratioOf(plane, edge)))),
    colourDifference: tenth(strongest.at(-1)?.difference ?? 0),
  };
  return { figure: 'found', mark };
}

/** Colours along a side that change at once by this much in all, from one end to the other, are parts of a scene. */
const leastSceneChange = 16;

/** Whether the ground itself changes at once along two opposite sides, as sky and hills do: a figure that reaches a side changes to and back. */
function isScene(plane: LogoPlane, depthPx: number, cornerRadiusPx: number): boolean {
  const depths = [depthPx, planeSide - 1 - depthPx];
  const short = Math.max(0, cornerRadiusPx - depthPx);
  // Where the rounded corner ends at this depth.
  const start = Math.max(
    depthPx,
    Math.ceil(cornerRadiusPx - Math.sqrt(cornerRadiusPx ** 2 - short ** 2)) + 2,
  );
  const changes = (at: (along: number, depth: number) => number): boolean =>
    depths.every((depth) => {
      let [l, a, b] = [0, 0, 0];
      for (let along = start; along < planeSide - 1 - start; along += 1) {
        const [one, other] = [labAt(plane, at(along, depth)), labAt(plane, at(along + 1, depth))];
        if (differenceOf(one, other) < 4) continue;
        l += other.l - one.l;
        a += other.a - one.a;
        b += other.b - one.b;
      }
      return Math.hypot(l, a, b) >= leastSceneChange;
    });
  return (
    changes((along, depth) => along * planeSide + depth) ||
    changes((along, depth) => depth * planeSide + along)
  );
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The least of the larger half of some values. */
const quarterOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => b - a)[Math.floor(values.length / 2)] ?? 1;

function ratioOf({ rgb }: LogoPlane, { one, other }: Edge): number {
  const of = (at: number): number =>
    luminanceOf(rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0) + 0.05;
  const [a, b] = [of(one), of(other)];
  return Math.max(a, b) / Math.min(a, b);
}

/** The px of a tile within its rim and its rounded corners. */
function insideOf(rimPx: number, cornerRadiusPx: number): readonly number[] {
  const places: number[] = [];
  const reach = Math.max(0, cornerRadiusPx - rimPx);
  for (let y = rimPx; y < planeSide - rimPx; y += 1) {
    for (let x = rimPx; x < planeSide - rimPx; x += 1) {
      const right = Math.max(0, rimPx + reach - x, x - (planeSide - 1 - rimPx - reach));
      const down = Math.max(0, rimPx + reach - y, y - (planeSide - 1 - rimPx - reach));
      if (right * right + down * down <= reach * reach || right === 0 || down === 0)
        places.push(y * planeSide + x);
    }
  }
  return places;
}

function edgesOf({ changes }: LogoPlane, inside: readonly number[], least: number): readonly Edge[] {
  const edges: Edge[] = [];
  for (const at of inside) {
    const change = changes[at] ?? 0;
    const difference = Math.abs(change);
    if (difference < least) continue;
    const step = change >= 0 ? 1 : planeSide;
    edges.push({ at, one: at - step, other: at + step, difference });
  }
  return edges;
}

/** The box of some edges, where at least three px in a row or column speak for each side; edges lie one px to either side of a change. */
function boxOf(edges: readonly Edge[]): Pick<Mark, 'leftPx' | 'topPx' | 'widthPx' | 'heightPx'> | null {
  const columns = new Uint32Array(planeSide);
  const rows = new Uint32Array(planeSide);
  for (const { at } of edges) {
    columns[at % planeSide] = (columns[at % planeSide] ?? 0) + 1;
    rows[Math.floor(at / planeSide)] = (rows[Math.floor(at / planeSide)] ?? 0) + 1;
  }
  const isThere = (count: number): boolean => count >= 3;
  const [left, right] = [columns.findIndex(isThere), columns.findLastIndex(isThere)];
  const [top, bottom] = [rows.findIndex(isThere), rows.findLastIndex(isThere)];
  if (left < 0 || top < 0 || right - left < 3 || bottom - top < 3) return null;
  return { leftPx: left + 1, topPx: top + 1, widthPx: right - left - 1, heightPx: bottom - top - 1 };
}
