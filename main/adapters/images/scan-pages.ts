import type { FileProblem, ScanPage } from '../../contract/files.ts';
import { decodePicture, PictureProblem } from './decode-picture.ts';
import type { DecodedType } from './decoded-type.ts';
import { measurePixels } from './measure-pixels.ts';
import { readPageCode } from './read-page-code.ts';
import { GaveUp, withScanWorker, type ScanWorker } from './scan-worker.ts';

/** Pages measured at most; a longer file says its count all the same. */
export const mostPages = 60;

/** PDF pages are drawn at this resolution, at which a page code of 16 mm still has three pixels a module. */
const scanDpi = 200;
/** … but no larger than this on their long side: A3 at 200 dpi, and the limit for pages of hostile sizes. */
const scanSidePx = 3400;

const mmPerPt = 25.4 / 72;

/** The pages of a picture file: one, or those of a TIFF. Throws PictureProblem. */
export async function scanPicture(
  bytes: Uint8Array,
  type: DecodedType,
  signal: AbortSignal | undefined,
): Promise<readonly ScanPage[]> {
  const scanning = withScanWorker(async (worker) => {
    const pages: ScanPage[] = [];
    let count = 1;
    for (let index = 0; index < count; index += 1) {
      signal?.throwIfAborted();
      const { pixels, frames, hasAlpha } = await decodePicture(bytes, type, index);
      if (type === 'tiff') count = Math.min(frames, mostPages);
      const measure = measurePixels(pixels, frames, hasAlpha);
      pages.push({ index, hasText: false, measure, ...(await codeOf(worker, pixels)) });
    }
    return pages;
  }, signal);
  return scanning.catch((error: unknown) => {
    if (signal?.aborted === true || error instanceof PictureProblem) throw error;
    throw new PictureProblem('unsupported', error instanceof Error ? error.message : String(error));
  });
}

/** The pages of a PDF, drawn one after the other; the first 60 are measured. Throws PictureProblem. */
export async function scanPdf(
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly count: number; readonly pages: readonly ScanPage[] }> {
  return withPdf(path, signal, async (worker, count) => {
    const pages: ScanPage[] = [];
    for (let index = 0; index < Math.min(count, mostPages); index += 1) {
      const page = await worker.page(index, { dpi: scanDpi, maxPx: scanSidePx });
      const pixels = { data: page.data, width: page.width, height: page.height };
      pages.push({
        index,
        widthMm: toTenth(page.widthPt * mmPerPt),
        heightMm: toTenth(page.heightPt * mmPerPt),
        hasText: page.hasText,
        measure: measurePixels(pixels, 1, false),
        ...(await codeOf(worker, pixels)),
      });
    }
    return { count, pages };
  });
}

/** The text that a PDF carries, and its number of pages. Throws PictureProblem. */
export async function readPdfText(
  path: string,
  mostCharacters: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly count: number; readonly text: string }> {
  return withPdf(path, signal, async (worker, count) => ({
    count,
    text: await worker.text(mostCharacters, 500),
  }));
}

const toTenth = (value: number): number => Math.round(value * 10) / 10;

async function codeOf(
  worker: ScanWorker,
  pixels: Parameters<typeof readPageCode>[1],
): Promise<Pick<ScanPage, 'code' | 'rotated'>> {
  return (await readPageCode(worker, pixels)) ?? {};
}

async function withPdf<T>(
  path: string,
  signal: AbortSignal | undefined,
  use: (worker: ScanWorker, count: number) => Promise<T>,
): Promise<T> {
  try {
    return await withScanWorker(async (worker) => {
      const { pages } = await worker.open({ path });
      if (pages < 1) throw new PictureProblem('damaged', 'no pages');
      return use(worker, pages);
    }, signal);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw asPdfProblem(error);
  }
}

/** What pdfium said, as a problem of the file: it tells a password from damage. */
export function asPdfProblem(error: unknown): PictureProblem {
  if (error instanceof PictureProblem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  const problem = (): FileProblem => {
    if (error instanceof GaveUp) return 'unsupported';
    return /password|security scheme/i.test(detail) ? 'encrypted' : 'damaged';
  };
  return new PictureProblem(problem(), detail);
}
