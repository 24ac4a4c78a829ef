import type { ScanMeasure, ScanPoint, ScanSide, SealMeasure } from '../../../contract/scan-measure.ts';
import { isPrintCut } from './cut-print.ts';
import { findSeals } from './find-seals.ts';
import { findSheet, type Sheet } from './find-sheet.ts';
import type { FoundSeal } from './found-seal.ts';
import { fingerprintOf, type Window } from './page-fingerprint.ts';
import { findGlare, measureLight, type PaperLight } from './page-light.ts';
import { measurePrintAngle, sheetAngle, type Ink } from './print-angle.ts';
import { edgeWidths, typicalWidth } from './print-focus.ts';
import {
  areaOf,
  insideOf,
  rowsWithin,
  shareWithin,
  sideLengths,
  type Quadrilateral,
} from './quadrilateral.ts';
import type { Cells, Planes } from './raster.ts';
import { findRedInk } from './red-ink.ts';
import { scaleOf, type PaperFacts } from './paper-scale.ts';

/** Edges of print wider than this are soft: Chinese characters of 10.5 pt run together from about there. Fewer px are no blur. */
const softEdge = { mm: 0.7, px: 3 } as const;
/** Beyond these a finer raster is asked: sharp print has edges of 2.0 to 2.4 px at 75 dpi, blur of 0.3 mm makes 3.1. */
const doubtful = { degrees: 2, edgePx: 2.5 } as const;
/** Ink is darker than this share of the paper around it. */
const inkShade = 0.72;
/** A page with ink in fewer parts than this is blank: a page number alone, dust or a punched hole are less. */
const leastInkTiles = 20;
const inkTileCells = 8;
/** Beside a photographed sheet there is at least this much of what it lies on, in shares of the picture. */
const leastMargin = 0.04;
const mostBeyond = 0.025;
const leastWindowCells = 400;

/**
 * What a picture of a page is like (see ScanMeasure); `shrink`: px of the picture to a px of the raster. `isDoubtful` where
 * something is suspected that a finer raster might show otherwise.
 */
export function measureScan(
  planes: Planes,
  facts: PaperFacts & { readonly shrink: number; readonly source: ScanMeasure['source'] },
): { readonly scan: ScanMeasure; readonly isDoubtful: boolean } {
  const { raster } = planes;
  const sheet = findSheet(planes.coarse);
  const light = measureLight(planes.coarse, sheet.corners);
  const { dpi, from, pxPerMm } = scaleOf(sheet, { width: raster.width, height: raster.height }, facts);
  const { ink, inkShare, isBlank } = inkOf(planes, sheet.corners, light);
  const perMm = pxPerMm ?? Math.max(...sideLengths(sheet.corners)) / 297;
  const { seals, isLeftOver } = findSeals(
    findRedInk(planes.fine, planes.coarse, sheet.corners, light),
    planes.fine,
    perMm / planes.fine.px,
  );
  const skewDegrees = sheet.found === 'edges' ? sheetAngle(sheet.corners) : measurePrintAngle(ink);
  const widths = edgeWidths(raster, sheet.corners);
  const toMm = (px: number): number => px / perMm;
  const typicalPx = typicalWidth(widths);
  const cut = cutSides(sheet, planes, light, ink);
  const scan: ScanMeasure = {
    source: facts.source,
    page: {
      found: sheet.found,
      corners: sheet.corners.map((corner) => inPicture(corner, facts.shrink)),
      share: round(Math.min(1, areaOf(sheet.corners) / (raster.width * raster.height)), 3),
      cut: [...cut],
      perspective: round(sheet.perspective, 3),
    },
    skewDegrees,
    dpi: dpi === null ? null : Math.round(dpi),
    dpiFrom: from,
    light: { paper: Math.round(light.paper), evenness: round(light.evenness, 3) },
    glare: roundGlare(findGlare(planes.coarse, sheet.corners, light)),
    focus:
      widths.length === 0
        ? null
        : {
            edgePx: round(typicalPx, 2),
            edgeMm: round(toMm(typicalPx), 3),
            softShare: round(
              widths.filter((one) => one > softEdge.px && toMm(one) > softEdge.mm).length / widths.length,
              3,
            ),
          },
    inkShare: round(inkShare, 5),
    isBlank: isBlank && seals.length === 0,
    seals: seals.map((seal) => sealIn(seal, sheet, planes.fine, facts.shrink, pxPerMm)),
    fingerprint: fingerprintOf(planes.coarse, inkWindow(ink, planes)),
  };
  const isDoubtful =
    cut.length > 0 ||
    isLeftOver ||
    scan.isBlank ||
    scan.glare !== null ||
    scan.page.found === 'none' ||
    Math.abs(skewDegrees ?? 0) > doubtful.degrees ||
    typicalPx > doubtful.edgePx;
  return { scan, isDoubtful };
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

const inPicture = ({ x, y }: ScanPoint, scale: number): ScanPoint => ({
  x: Math.round(x * scale),
  y: Math.round(y * scale),
});

const roundGlare = (glare: ScanMeasure['glare']): ScanMeasure['glare'] =>
  glare === null
    ? null
    : { share: round(glare.share, 4), centre: { x: round(glare.centre.x, 2), y: round(glare.centre.y, 2) } };

/** Sides at which the sheet runs out of the picture, or its print does. */
function cutSides(sheet: Sheet, planes: Planes, light: PaperLight, ink: Ink): readonly ScanSide[] {
  const { width, height } = planes.raster;
  const sides: readonly ScanSide[] = ['top', 'right', 'bottom', 'left'];
  if (sheet.found === 'none') return [];
  const isWhole = isWholeOnGlass(sheet) && !sheet.onFrame.some((side) => isInkNear(side, ink, planes.fine));
  const isPhoto = sheet.found === 'edges' && sheet.margin >= leastMargin && !isWhole;
  const beyond = (side: ScanSide): boolean =>
    sheet.corners.some(({ x, y }) => {
      const over = { top: -y / height, left: -x / width, bottom: y / height - 1, right: x / width - 1 }[side];
      return over > mostBeyond;
    });
  return sides.filter((side) => {
    const onFrame = sheet.onFrame.includes(side);
    if (isPhoto && (onFrame || beyond(side))) return true;
    return onFrame && isPrintCut(planes, light, side);
  });
}

/** Whether print comes closer to the picture's frame than a page's margin is wide: 2.5% of its side, the outermost half percent left out. */
function isInkNear(side: ScanSide, ink: Ink, { width, height }: Cells): boolean {
  const isUpright = side === 'left' || side === 'right';
  const [places, length] = isUpright ? [ink.x, width] : [ink.y, height];
  let near = 0;
  for (const place of places) {
    const away = (side === 'left' || side === 'top' ? place : length - 1 - place) / length;
    if (away > 0.005 && away < 0.025) near += 1;
  }
  return near >= 12;
}

/** What a page's print covers, in px of the raster, stray specks left out: the same however the margins were cut. */
function inkWindow(ink: Ink, { fine, raster }: Planes): Window {
  const whole = { left: 0, top: 0, right: raster.width, bottom: raster.height };
  if (ink.x.length < leastWindowCells) return whole;
  const [columns, rows] = [ink.x.toSorted(), ink.y.toSorted()];
  const at = (sorted: Int16Array, share: number): number =>
    sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const found = {
    left: at(columns, 0.004) * fine.px,
    top: at(rows, 0.004) * fine.px,
    right: (at(columns, 0.996) + 1) * fine.px,
    bottom: (at(rows, 0.996) + 1) * fine.px,
  };
  return found.right - found.left < raster.width / 5 || found.bottom - found.top < raster.height / 5
    ? whole
    : found;
}

/** A sheet of A4's shape that lies square in a corner of the scanner's glass: its edges are the frame's, and nothing is cut. */
function isWholeOnGlass(sheet: Sheet): boolean {
  const [top, right, bottom, left] = sideLengths(sheet.corners);
  const [across, down] = [(top + bottom) / 2, (left + right) / 2];
  const ratio = Math.max(across, down) / Math.max(1, Math.min(across, down));
  return (
    sheet.onFrame.length <= 2 &&
    sheet.perspective < 0.02 &&
    Math.abs(sheetAngle(sheet.corners)) < 1.5 &&
    Math.abs(ratio / Math.SQRT2 - 1) < 0.025
  );
}

/** The ink of a page: where it is, how much, and whether it is next to none. */
function inkOf(
  { fine, coarse }: Planes,
  corners: Quadrilateral,
  light: PaperLight,
): { readonly ink: Ink; readonly inkShare: number; readonly isBlank: boolean } {
  const { width, height, luma } = fine;
  const longSide = Math.max(...sideLengths(corners));
  const within = rowsWithin(corners, longSide * 0.012, fine);
  const inner = rowsWithin(corners, longSide * 0.03, fine);
  const xs = new Int16Array(width * height);
  const ys = new Int16Array(width * height);
  const columns = Math.ceil(width / inkTileCells);
  const tiles = new Uint8Array(columns * Math.ceil(height / inkTileCells));
  const thresholds = new Uint8Array(columns);
  let [count, page] = [0, 0];
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / inkTileCells);
    if (y % inkTileCells === 0) {
      for (let column = 0; column < columns; column += 1) {
        thresholds[column] = light.levelAt((column * inkTileCells) >> 1, y >> 1) * inkShade;
      }
    }
    const [start, end] = [within.from[y] ?? 0, within.to[y] ?? 0];
    const [innerStart, innerEnd] = [inner.from[y] ?? 0, inner.to[y] ?? 0];
    page += end - start;
    for (let x = start; x < end; x += 1) {
      const column = x >> 3;
      if ((luma[y * width + x] ?? 0) >= (thresholds[column] ?? 0)) continue;
      xs[count] = x;
      ys[count] = y;
      count += 1;
      if (x >= innerStart && x < innerEnd)
        tiles[row * columns + column] = (tiles[row * columns + column] ?? 0) + 1;
    }
  }
  const inked = tiles.reduce((sum, one) => sum + (one >= 3 ? 1 : 0), 0);
  return {
    ink: { x: xs.subarray(0, count), y: ys.subarray(0, count) },
    inkShare: page === 0 ? 0 : count / page,
    isBlank: inked < leastInkTiles && coarse.width > inkTileCells,
  };
}

function sealIn(
  seal: FoundSeal,
  sheet: Sheet,
  cells: Cells,
  shrink: number,
  pxPerMm: number | null,
): SealMeasure {
  const isWithin = insideOf(sheet.corners, -cells.px * 2);
  const place = (point: ScanPoint): ScanPoint => ({
    x: (point.x + 0.5) * cells.px,
    y: (point.y + 0.5) * cells.px,
  });
  const outside = seal.outline.filter((point) => !isWithin(place(point).x, place(point).y)).length;
  const centre = shareWithin(sheet.corners, place(seal.centre));
  const [long, short] = [seal.long * cells.px, seal.short * cells.px];
  return {
    shape: seal.shape,
    widthPx: Math.round(long * shrink),
    heightPx: Math.round(short * shrink),
    ...(pxPerMm === null ? {} : { widthMm: round(long / pxPerMm, 1), heightMm: round(short / pxPerMm, 1) }),
    centre: { x: round(centre.x, 3), y: round(centre.y, 3) },
    inkShare: round(seal.inkShare, 3),
    isCut: seal.inGrid < 0.96 || outside > seal.outline.length * 0.06,
  };
}
