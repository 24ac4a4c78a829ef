import type { FileProblem, ImageMeasure, ScanPage } from '../../contract/files.ts';
import type { PictureMeasure, PictureMetadata } from '../../contract/picture-measure.ts';
import { decodeForScan, decodeGrey, PictureProblem } from './decode-picture.ts';
import type { DecodedType } from './decoded-type.ts';
import { dropPixels } from './pixels.ts';
import type { LookedAtPage } from './file-jobs.ts';
import { GaveUp, withFileWorker, type FileWork, type FileWorker } from './file-workers.ts';
import type { Fineness } from './scans/shrink.ts';

/** Pages measured at most; a longer file says its count all the same. */
export const mostPages = 60;

const mmPerPt = 25.4 / 72;

/**
 * The pages of a picture file: one, or those of a TIFF. Each is decoded once for every check, small; again where that leaves
 * a doubt, and in grey where its code needs every pixel. Throws PictureProblem.
 */
export async function scanPicture(
  bytes: Uint8Array,
  type: DecodedType,
  signal: AbortSignal | undefined,
): Promise<readonly ScanPage[]> {
  return withPicture({ needsDecoder: false, signal }, async (worker) => {
    const pages: ScanPage[] = [];
    let count = 1;
    for (let index = 0; index < count; index += 1) {
      const { looked, frames, isWhole } = await lookTwice(worker, bytes, type, index, signal);
      if (type === 'tiff') count = Math.min(frames, mostPages);
      const code = isWhole
        ? looked.code
        : await worker.readCode(await decodeGrey(bytes, index, looked.measure, codeScale(looked)));
      pages.push({ index, hasText: false, ...pageOf({ ...looked, code }) });
    }
    return pages;
  });
}

/** On a sheet this long a page code of 16 mm has three pixels a module; more only take time. */
const codeSheetPx = 2400;

/** How much smaller a picture may be for its code to be read still, by the size of the sheet in it. */
function codeScale({ scan: { page } }: LookedAtPage): number {
  const sides = page.corners.map((corner, index, corners) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return Math.hypot(next.x - corner.x, next.y - corner.y);
  });
  return Math.min(1, codeSheetPx / Math.max(1, ...sides));
}

/** Measures a page quickly, and finer where that leaves a doubt: what is suspected is suspected of the finer picture. */
async function lookTwice(
  worker: FileWorker,
  bytes: Uint8Array,
  type: DecodedType,
  index: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly looked: LookedAtPage; readonly frames: number; readonly isWhole: boolean }> {
  const look = async (fineness: Fineness) => {
    const { frames, ...picture } = await decodeForScan(bytes, type, index, fineness);
    signal?.throwIfAborted();
    const isWhole = picture.shrink === 1;
    const looked = await worker.lookAtPicture({ ...picture, readsCode: isWhole });
    signal?.throwIfAborted();
    return { looked, frames, isWhole, shrink: picture.shrink };
  };
  const quick = await look('quick');
  return quick.shrink > 1 && quick.looked.isDoubtful ? look('fine') : quick;
}

/** The one page of a HEIC photograph, and what its metadata tell. Throws PictureProblem. */
export async function scanHeif(
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly page: ScanPage; readonly metadata: PictureMetadata | undefined }> {
  const { metadata, ...looked } = await withHeif(signal, (worker) => worker.lookAtHeif({ path }));
  return { page: { index: 0, hasText: false, ...pageOf(looked) }, metadata };
}

/** A HEIC photograph measured as a logo or preview. Throws PictureProblem. */
export async function measureHeif(
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly image: ImageMeasure; readonly picture: PictureMeasure }> {
  return withHeif(signal, (worker) => worker.measureHeif({ path }));
}

/** The upright size of a HEIC photograph in px, which is decoded, so that damage shows. Throws PictureProblem. */
export async function sizeOfHeif(
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly width: number; readonly height: number }> {
  const pixels = await withHeif(signal, (worker) => worker.decodeHeif({ path }));
  dropPixels(pixels);
  return { width: pixels.width, height: pixels.height };
}

const withHeif = <T>(signal: AbortSignal | undefined, look: (worker: FileWorker) => Promise<T>): Promise<T> =>
  withPicture({ needsDecoder: true, signal }, (worker) =>
    look(worker).catch((error: unknown) => {
      throw asHeifProblem(error);
    }),
  );

/** What libheif said, as a problem of the file. */
export function asHeifProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof GaveUp || error.name === 'AbortError') return error;
  return new PictureProblem(/exceed/.test(error.message) ? 'too-large' : 'damaged', error.message);
}

const pageOf = ({
  measure,
  scan,
  code,
}: Omit<LookedAtPage, 'isDoubtful'>): Omit<ScanPage, 'index' | 'hasText'> => ({
  measure,
  scan,
  ...code,
});

async function withPicture<T>(work: FileWork, use: (worker: FileWorker) => Promise<T>): Promise<T> {
  return withFileWorker(work, use).catch((error: unknown) => {
    if (work.signal?.aborted === true || error instanceof PictureProblem) throw error;
    throw new PictureProblem('unsupported', error instanceof Error ? error.message : String(error));
  });
}

/** The pages of a PDF, drawn and measured one after the other; the first 60 are. Throws PictureProblem. */
export async function scanPdf(
  path: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly count: number; readonly pages: readonly ScanPage[] }> {
  return withPdf(path, signal, async (worker, count) => {
    const pages: ScanPage[] = [];
    for (let index = 0; index < Math.min(count, mostPages); index += 1) {
      const { widthPt, heightPt, hasText, ...looked } = await worker.lookAtPage({ index });
      pages.push({
        index,
        widthMm: toTenth(widthPt * mmPerPt),
        heightMm: toTenth(heightPt * mmPerPt),
        hasText,
        ...pageOf(looked),
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
    text: await worker.text({ maxCharacters: mostCharacters, maxPages: 500 }),
  }));
}

const toTenth = (value: number): number => Math.round(value * 10) / 10;

async function withPdf<T>(
  path: string,
  signal: AbortSignal | undefined,
  use: (worker: FileWorker, count: number) => Promise<T>,
): Promise<T> {
  try {
    return await withFileWorker({ needsDecoder: true, signal }, async (worker) => {
      const { pages } = await worker.open({ path });
      if (pages < 1) throw new PictureProblem('damaged', 'no pages');
      return use(worker, pages);
    });
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
