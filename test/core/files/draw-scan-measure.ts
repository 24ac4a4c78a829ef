import type { ScanPage } from '../../../main/contract/files.ts';
import type { ScanMeasure, SealMeasure } from '../../../main/contract/scan-measure.ts';
import { measure } from './draw-inspection.ts';

/** A measure of a sound page that fills its picture, but for what is told. */
export const scanMeasure = (more: Partial<ScanMeasure> = {}): ScanMeasure => ({
  source: 'picture',
  page: {
    found: 'frame',
    corners: [
      { x: 0, y: 0 },
      { x: 1654, y: 0 },
      { x: 1654, y: 2339 },
      { x: 0, y: 2339 },
    ],
    share: 1,
    cut: [],
    perspective: 0,
  },
  skewDegrees: 0.2,
  dpi: 200,
  dpiFrom: 'sheet',
  light: { paper: 240, evenness: 0.97 },
  glare: null,
  focus: { edgePx: 2.2, edgeMm: 0.36, softShare: 0.02 },
  inkShare: 0.06,
  isBlank: false,
  seals: [],
  fingerprint: '',
  ...more,
});

/** A page with this measure. */
export const scannedPage = (
  more: Partial<ScanMeasure> = {},
  page: Partial<ScanPage> = {},
): Partial<ScanPage> => ({
  measure: measure({ widthPx: 1654, heightPx: 2339 }),
  scan: scanMeasure(more),
  ...page,
});

/** A whole round seal of 42 mm at the lower right, but for what is told. */
export const seal = (more: Partial<SealMeasure> = {}): SealMeasure => ({
  shape: 'round',
  widthPx: 331,
  heightPx: 330,
  widthMm: 42,
  heightMm: 41.9,
  centre: { x: 0.72, y: 0.86 },
  inkShare: 0.15,
  isCut: false,
  ...more,
});
