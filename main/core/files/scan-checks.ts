import { z } from 'zod';
import type { FileInspection, ScanPage } from '../../contract/files.ts';
import { defineCheck, type AnyCheck } from '../review/check.ts';
import { formatPx, formatShare, nameOf } from './figures.ts';
import { isSound, judgeEach } from './file-subject.ts';
import { isScanned, type ScannedFile } from './scanned-file.ts';

/** Pages in a list, counted from 1. */
const listPages = (pages: readonly ScanPage[]): string => pages.map((page) => page.index + 1).join('、');
const listPagesEn = (pages: readonly ScanPage[]): string => pages.map((page) => page.index + 1).join(', ');

/** The long side of a page's sheet in px of its own picture; null where a PDF does not say how fine its picture is. */
function sheetPx({ measure, scan, widthMm = 0, heightMm = 0 }: ScanPage, isPdf: boolean): number | null {
  if (isPdf) {
    if (scan?.source !== 'scanned' || scan.dpi === null) return null;
    return (scan.dpi / 25.4) * Math.max(widthMm, heightMm);
  }
  if (scan?.page.found !== 'edges') return Math.max(measure.widthPx, measure.heightPx);
  const sides = scan.page.corners.map((corner, index, corners) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return Math.hypot(next.x - corner.x, next.y - corner.y);
  });
  return Math.max(...sides);
}

/**
 * `scan-legible`: the sheet on a scan or photo has at least this many pixels on its long side. A picture in a PDF is judged by
 * its own pixels, not by those it is drawn with.
 */
const scanLegible = defineCheck({
  name: 'scan-legible',
  parameters: z.strictObject({ minLongSidePx: z.number().int().positive() }),
  run: (subject, { minLongSidePx }) =>
    judgeEach(
      subject,
      (file): file is ScannedFile => isScanned(file) && (file.image ?? file.pages[0]?.scan) !== undefined,
      (file) => {
        const small = file.pages.flatMap((page) => {
          const longSide = sheetPx(page, file.pdf !== undefined);
          return longSide === null || longSide >= minLongSidePx
            ? []
            : [{ page, longSide: Math.round(longSide) }];
        });
        const [first] = small;
        if (first === undefined) return null;
        const { measure } = first.page;
        const isWholePicture = first.longSide === Math.max(measure.widthPx, measure.heightPx);
        const found = isWholePicture
          ? {
              zh: `只有 ${formatPx(measure.widthPx, measure.heightPx)} 像素，长边`,
              en: `has only ${formatPx(measure.widthPx, measure.heightPx)} pixels,`,
            }
          : {
              zh: `里的纸张长边只有 ${first.longSide} 像素，`,
              en: `shows the sheet with a long side of only ${first.longSide} pixels,`,
            };
        return {
          outcome: 'needs-person',
          at: file.path,
          message: {
            zh: `「${nameOf(file)}」${found.zh}不足 ${minLongSidePx} 像素，上面的小字可能看不清。请放大核对；看不清就以 200 dpi 以上重新扫描。`,
            en: `“${nameOf(file)}” ${found.en} under ${minLongSidePx} on its long side; small print may be illegible. Zoom in and see; if it is, scan it again at 200 dpi or more.`,
          },
        };
      },
    ),
});

/**
 * Under this share of coloured area a page counts as black and white. Measured on drawn A4 pages saved as JPEG
 * (test/adapters/images/measure-pixels.test.ts): black print on white, grey scans, and grey scans on paper of a faint
 * yellow, with scanner noise, give at most 0.0001, on clearly yellowed paper 0.0004; one red seal of 40 mm gives 0.005, a pale one of 20 mm 0.002;
 * colour photos give 0.9.
 */
export const leastColouredShare = 0.0008;

/** `scan-colour`: a scan that should be in colour shows some; what looks black and white is shown to a person. */
const scanColour = defineCheck({
  name: 'scan-colour',
  parameters: z.strictObject({}),
  run: (subject) =>
    judgeEach(subject, isScanned, (file) => {
      const share = Math.max(...file.pages.map(({ measure }) => measure.colouredShare));
      if (share >= leastColouredShare) return null;
      return {
        outcome: 'needs-person',
        at: file.path,
        message: {
          zh: `「${nameOf(file)}」看起来是黑白的（有颜色的面积占 ${formatShare(share)}），而这里需要彩色扫描件或彩色照片。请核对红色印章等是否显示为彩色；若不是，请以彩色模式重新扫描。`,
          en: `“${nameOf(file)}” looks black and white (coloured area ${formatShare(share)}), while a colour scan or photo is wanted. See whether its seal shows red; if not, scan it again in colour.`,
        },
      };
    }),
});

/** `scan-pages`: a paper has at most this many pages. */
const scanPages = defineCheck({
  name: 'scan-pages',
  parameters: z.strictObject({ max: z.number().int().positive() }),
  run: (subject, { max }) =>
    judgeEach(subject, isScanned, (file) => {
      const count = file.pdf?.pages ?? file.pages.length;
      if (count <= max) return null;
      return {
        outcome: 'fail',
        at: file.path,
        message: {
          zh: `「${nameOf(file)}」有 ${count} 页，最多 ${max} 页。请只留需要的页面，另存后再导入。`,
          en: `“${nameOf(file)}” has ${count} pages; at most ${max}. Keep the pages that are wanted and import that.`,
        },
      };
    }),
});

/**
 * Under this contrast (standard deviation of luminance, 0 to 255) a picture counts as empty. Measured in the same
 * way: a blank sheet gives 0, with strong scanner noise 1.3; one line of print on A4 7.6; a faint grey ring on a logo 4.2.
 */
export const leastContrast = 2;

/** `picture-not-empty`: a picture or page shows something; an even area is shown to a person. */
const pictureNotEmpty = defineCheck({
  name: 'picture-not-empty',
  parameters: z.strictObject({}),
  run: (subject) =>
    judgeEach(
      subject,
      (file): file is FileInspection => isSound(file) && (isScanned(file) || file.image !== undefined),
      (file) => {
        if (isScanned(file)) {
          const empty = file.pages.filter(
            ({ measure, scan }) => scan?.isBlank ?? measure.contrast < leastContrast,
          );
          if (empty.length === 0) return null;
          return {
            outcome: 'needs-person',
            at: file.path,
            message: {
              zh: `「${nameOf(file)}」第 ${listPages(empty)} 页几乎是空白的。请打开核对；若放反了或没扫上，请重新扫描。`,
              en: `Page ${listPagesEn(empty)} of “${nameOf(file)}” is almost empty. Open it and see; scan it again if it was laid in face up.`,
            },
          };
        }
        // A ground with transparent corners is not even, and yet nothing stands on it.
        const isBare = file.picture?.logo?.figure === 'none';
        if ((file.image?.contrast ?? 0) >= leastContrast && !isBare) return null;
        return {
          outcome: 'needs-person',
          at: file.path,
          message: {
            zh: `「${nameOf(file)}」几乎是一片纯色，看不到图形。请打开核对是否导出了正确的图片。`,
            en: `“${nameOf(file)}” is almost one even colour, with nothing to see. Open it and see whether the right picture was exported.`,
          },
        };
      },
    ),
});

/** The checks on scans and on what a picture shows. */
export const scanChecks: readonly AnyCheck[] = [scanLegible, scanColour, scanPages, pictureNotEmpty];
