import type { ScanSide } from '../../../contract/scan-measure.ts';
import type { PaperLight } from './page-light.ts';
import type { Planes } from './raster.ts';

/**
 * So many strokes must meet the frame, over so much of the side, or two at its two ends, as a border does that was cut; darker
 * than this share of the paper in the light of red ink. What stands in the very corners is a scanner's shadow.
 */
const strokes = {
  least: 3,
  leastSpan: 0.1,
  borderSpan: 0.7,
  darkerThan: 0.76,
  corner: 0.012,
  redLead: 40,
} as const;
/** A stroke is followed inward this far, and is no longer along the frame than that, in shares of the picture's side. */
const reachPx = 4;
const longestShare = 0.03;

/** Whether print runs over the picture's frame on a side: many short dark strokes that go on inward. */
export function isPrintCut(planes: Planes, light: PaperLight, side: ScanSide): boolean {
  const { width, height } = planes.raster;
  const isUpright = side === 'left' || side === 'right';
  const length = isUpright ? height : width;
  const depth = isUpright ? width : height;
  if (depth < 60) return false;
  const { data, channels } = planes.raster;
  const perCell = planes.coarse.px;
  // Red is left out: a seal across the edges of several pages goes over the edge as it should.
  const isDark = (along: number, inward: number): boolean => {
    const away = side === 'left' || side === 'top' ? inward : depth - 1 - inward;
    const [x, y] = isUpright ? [away, along] : [along, away];
    const level = light.levelAt(Math.floor(x / perCell), Math.floor(y / perCell));
    const at = (y * width + x) * channels;
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    return r < level * strokes.darkerThan && r - Math.max(g, b) < strokes.redLead;
  };
  const isStroke = (along: number): boolean => {
    for (let inward = 0; inward < reachPx; inward += 1) if (!isDark(along, inward)) return false;
    return true;
  };
  const starts: number[] = [];
  let run = 0;
  for (let along = 0; along <= length; along += 1) {
    if (along < length && isStroke(along)) {
      run += 1;
      continue;
    }
    const isInCorner = along - run < strokes.corner * length || along > (1 - strokes.corner) * length;
    if (run > 0 && run <= longestShare * length && !isInCorner) starts.push(along);
    run = 0;
  }
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  const span = (last - first) / length;
  return starts.length >= strokes.least ? span >= strokes.leastSpan : span >= strokes.borderSpan;
}
