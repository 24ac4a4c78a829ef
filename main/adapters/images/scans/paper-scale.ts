import type { ScanMeasure } from '../../../contract/scan-measure.ts';
import { sideLengths } from './quadrilateral.ts';
import type { Sheet } from './find-sheet.ts';

/** What a file says about the size of its paper. */
export interface PaperFacts {
  /** A PDF page's long side in mm, and the resolution of the coarsest picture that covers it; null where none does. */
  readonly pdf?: { readonly longSideMm: number; readonly pictureDpi: number | null };
  /** Pixels per inch as the picture file says, for the whole picture; scanners tell the truth, cameras write 72. */
  readonly metadataDpi?: number;
  /** Px of the picture to a px of the raster. */
  readonly shrink: number;
}

const longSideMm = { least: 80, most: 450 } as const;
/** Long sides of A4, A3, A5 and Letter paper and what a scanner's glass adds, in mm. */
const papersMm = [210, 279.4, 297, 355.6, 420] as const;
const a4Ratio = Math.SQRT2;

/**
 * The scale of a page: from a PDF's size; from a scanner's metadata where it makes a common paper; from the sheet taken for A4
 * where it has that shape. `pxPerMm` is of the raster, `dpi` of the picture; null where nothing tells.
 */
export function scaleOf(
  sheet: Sheet,
  raster: { readonly width: number; readonly height: number },
  { pdf, metadataDpi, shrink }: PaperFacts,
): { readonly dpi: number | null; readonly from: ScanMeasure['dpiFrom']; readonly pxPerMm: number | null } {
  const longPx = Math.max(raster.width, raster.height);
  if (pdf !== undefined && pdf.longSideMm >= longSideMm.least && pdf.longSideMm <= longSideMm.most) {
    const pxPerMm = longPx / pdf.longSideMm;
    return { dpi: pdf.pictureDpi, from: pdf.pictureDpi === null ? null : 'pdf', pxPerMm };
  }
  if (pdf === undefined && metadataDpi !== undefined && metadataDpi >= 100 && metadataDpi <= 1250) {
    const longMm = ((longPx * shrink) / metadataDpi) * 25.4;
    if (papersMm.some((one) => Math.abs(longMm / one - 1) < 0.03)) {
      return { dpi: metadataDpi, from: 'metadata', pxPerMm: metadataDpi / shrink / 25.4 };
    }
  }
  const [top, right, bottom, left] = sideLengths(sheet.corners);
  const [across, down] = [(top + bottom) / 2, (left + right) / 2];
  const ratio = Math.max(across, down) / Math.max(1, Math.min(across, down));
  // A photograph shortens the side that leads away.
  const tolerance = sheet.found === 'edges' ? 0.09 : 0.03;
  if (sheet.found === 'none' || Math.abs(ratio / a4Ratio - 1) > tolerance) {
    return { dpi: null, from: null, pxPerMm: null };
  }
  const pxPerMm = Math.max(across, down) / 297;
  // A PDF page of no real size is drawn at a resolution of ours, which says nothing about its picture.
  return pdf === undefined
    ? { dpi: pxPerMm * 25.4 * shrink, from: 'sheet', pxPerMm }
    : { dpi: null, from: null, pxPerMm };
}
