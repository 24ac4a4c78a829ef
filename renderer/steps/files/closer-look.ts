import type { FileInspection, ScanPage } from '../../../main/contract/files.ts';
import type { SealMeasure } from '../../../main/contract/scan-measure.ts';
import type { Say } from '../../text/use-text.ts';

const shapeKeys = { round: 'sealRound', oval: 'sealOval', square: 'sealSquare' } as const;
const mostSeals = 3;

function sealWords({ shape, widthMm, heightMm }: SealMeasure, t: Say<'files'>): string {
  const name = t(shapeKeys[shape]);
  if (widthMm === undefined || heightMm === undefined) return name;
  return t('sealSize', { shape: name, width: Math.round(widthMm), height: Math.round(heightMm) });
}

function scanWords(pages: readonly ScanPage[], t: Say<'files'>): readonly string[] {
  const [first] = pages;
  const scan = first?.scan;
  if (scan === undefined) return [];
  const seals = pages.flatMap((page) => page.scan?.seals ?? []);
  const named = seals.slice(0, mostSeals).map((seal) => sealWords(seal, t));
  return [
    ...(scan.dpi === null ? [] : [t('lookDpi', { dpi: Math.round(scan.dpi) })]),
    ...(scan.skewDegrees === null || Math.abs(scan.skewDegrees) < 0.5
      ? []
      : [t('lookSkew', { degrees: Math.abs(scan.skewDegrees).toFixed(1) })]),
    ...(named.length === 0
      ? []
      : [t('lookSeals', { count: seals.length, seals: named.join(t('listComma')) })]),
  ];
}

function pictureWords({ picture, type }: FileInspection, t: Say<'files'>): readonly string[] {
  if (picture === undefined) return [];
  const { logo, jpegQuality } = picture;
  return [
    ...(logo?.mark === undefined
      ? []
      : [
          t('lookMark', { width: Math.round(logo.mark.widthPx), height: Math.round(logo.mark.heightPx) }),
          t('lookContrast', { ratio: logo.mark.contrastRatio.toFixed(1) }),
        ]),
    ...(logo?.cornerRadiusPx === undefined
      ? []
      : [
          logo.cornerRadiusPx < 1
            ? t('lookSquare')
            : t('lookCorners', { radius: Math.round(logo.cornerRadiusPx) }),
        ]),
    ...(jpegQuality === undefined || type !== 'jpeg'
      ? []
      : [t('lookQuality', { quality: Math.round(jpegQuality) })]),
  ];
}

/**
 * What a closer look at a picture or scan measured, as short phrases, good or bad: the mark of a logo (scaled to
 * 128 × 128), resolution, skew and seals of a scan, and what a photograph carries beside its pixels.
 */
export function closerLookAt(inspection: FileInspection, t: Say<'files'>): readonly string[] {
  const metadata = inspection.metadata ?? inspection.picture?.metadata;
  return [
    ...pictureWords(inspection, t),
    ...scanWords(inspection.pages ?? [], t),
    ...(metadata?.hasPosition === true ? [t('lookPosition')] : []),
    ...(metadata?.device === undefined ? [] : [t('lookDevice', { device: metadata.device })]),
  ];
}
