import type { ScanPoint } from '../../../contract/scan-measure.ts';
import type { FoundSeal } from './found-seal.ts';

/** A square seal: so much of its four sides must be red, of each at least so much. */
const sides = { least: 0.62, leastEach: 0.42, widest: 1.3, mostInk: 0.75 } as const;

/** So many of the cells are enough to see four sides. */
const mostPoints = 2400;

/** Whether red cells are a square seal: four straight red sides around lettering. Null for anything else. */
export function squareOf(all: readonly ScanPoint[], cellsPerMm: number, leastMm: number): FoundSeal | null {
  const step = Math.max(1, Math.ceil(all.length / mostPoints));
  const own = step === 1 ? all : all.filter((_, index) => index % step === 0);
  let best: { readonly angle: number; readonly box: Box } | null = null;
  for (let degrees = -44; degrees <= 45; degrees += 4) {
    const box = boxAt(own, (degrees * Math.PI) / 180);
    if (best === null || box.width * box.height < best.box.width * best.box.height) {
      best = { angle: (degrees * Math.PI) / 180, box };
    }
  }
  if (best === null) return null;
  const { box, angle } = best;
  const [long, short] = [Math.max(box.width, box.height), Math.min(box.width, box.height)];
  if (short < leastMm * cellsPerMm || long > short * sides.widest) return null;
  const shown = [0, 1, 2, 3].map((side) => shareOfSide(own, box, angle, side));
  const ink = all.length / (box.width * box.height);
  if (shown.some((share) => share < sides.leastEach) || ink > sides.mostInk) return null;
  if (shown.reduce((sum, share) => sum + share, 0) / 4 < sides.least) return null;
  const back = (u: number, v: number): ScanPoint => ({
    x: u * Math.cos(angle) - v * Math.sin(angle),
    y: u * Math.sin(angle) + v * Math.cos(angle),
  });
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  return {
    shape: 'square',
    long,
    short,
    centre: back((box.left + right) / 2, (box.top + bottom) / 2),
    inkShare: ink,
    inGrid: 1,
    outline: [back(box.left, box.top), back(right, box.top), back(right, bottom), back(box.left, bottom)],
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const turned = ({ x, y }: ScanPoint, angle: number): readonly [number, number] => [
  x * Math.cos(angle) + y * Math.sin(angle),
  -x * Math.sin(angle) + y * Math.cos(angle),
];

function boxAt(own: readonly ScanPoint[], angle: number): Box {
  let [left, right, top, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const point of own) {
    const [u, v] = turned(point, angle);
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** How much of one side of a box is red, within an eighteenth of the box. */
function shareOfSide(own: readonly ScanPoint[], box: Box, angle: number, side: number): number {
  const bins = new Uint8Array(36);
  const depth = Math.max(2, Math.min(box.width, box.height) / 18);
  for (const point of own) {
    const [u, v] = turned(point, angle);
    const [x, y] = [u - box.left, v - box.top];
    const away = [y, box.width - 1 - x, box.height - 1 - y, x][side] ?? depth;
    if (away > depth) continue;
    const along = side % 2 === 0 ? x / box.width : y / box.height;
    bins[Math.min(35, Math.floor(along * 36))] = 1;
  }
  return bins.reduce((sum, one) => sum + one, 0) / 36;
}
