import { z } from 'zod';
import type { FileInspection, ScanPage } from '../../contract/files.ts';
import { defineCheck, type AnyCheck } from '../review/check.ts';
import { formatPx, formatShare, nameOf } from './figures.ts';
import { isSound, judgeEach } from './file-subject.ts';

type ScannedFile = FileInspection & { readonly pages: readonly ScanPage[] };

const isScanned = (file: FileInspection): file is ScannedFile =>
  isSound(file) && file.pages !== undefined && file.pages.length > 0;

/** Pages in a list, counted from 1. */
const listPages = (pages: readonly ScanPage[]): string => pages.map((page) => page.index + 1).join('、');
const listPagesEn = (pages: readonly ScanPage[]): string => pages.map((page) => page.index + 1).join(', ');

/**
 * `scan-legible`: a scan or photo has at least this many pixels on its long side. Pages of a PDF are drawn for the
 * measurement at a resolution of our own, so only picture files are judged by pixels.
 */
const scanLegible = defineCheck({
  name: 'scan-legible',
  parameters: z.strictObject({ minLongSidePx: z.number().int().positive() }),
  run: (subject, { minLongSidePx }) =>
    judgeEach(
      subject,
      (file): file is ScannedFile => isScanned(file) && file.image !== undefined,
      (file) => {
        const small = file.pages.filter(
          ({ measure }) => Math.max(measure.widthPx, measure.heightPx) < minLongSidePx,
        );
        const [first] = small;
        if (first === undefined) return null;
        const found = formatPx(first.measure.widthPx, first.measure.heightPx);
        return {
          outcome: 'needs-person',
          at: file.path,
          message: {
            zh: `「${nameOf(file)}」只有 ${found} 像素，长边不足 ${minLongSidePx} 像素，上面的小字可能看不清。请放大核对；看不清就以 200 dpi 以上重新扫描。`,
            en: `“${nameOf(file)}” has only ${found} pixels, under ${minLongSidePx} on its long side; small print may be illegible. Zoom in and see; if it is, scan it again at 200 dpi or more.`,
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
          const empty = file.pages.filter(({ measure }) => measure.contrast < leastContrast);
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
        if ((file.image?.contrast ?? 0) >= leastContrast) return null;
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
