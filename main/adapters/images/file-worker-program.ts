import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import type { ImageMeasure } from '../../contract/files.ts';
import { capWasmMemory } from './cap-wasm-memory.ts';
import { heifMetadata } from './heif-metadata.ts';
import { measureDecoded } from './measure-picture.ts';
import { measureCells } from './measure-pixels.ts';
import { readMetadata } from './picture-metadata.ts';
import { dropPixels } from './pixels.ts';
import { readPageCode, type CodeReader } from './read-page-code.ts';
import type { FileJobs, FileSource, JobAnswer, JobError, JobMessage } from './file-jobs.ts';
import { lookAtPicture } from './look-at-picture.ts';
import { createCodeReader, type Grey } from './scans/code-reader.ts';
import { createHeifReader } from './scans/heif-reader.ts';
import { measureScan } from './scans/measure-scan.ts';
import { createPageDrawer } from './scans/page-drawer.ts';
import { greyPart, planesOf, type Planes, type Raster } from './scans/raster.ts';
import { shrinkBy, shrinkFactor } from './scans/shrink.ts';

// The program of the workers in which pictures are measured, PDFs and HEIC photographs decoded, pages measured and codes read:
// WebAssembly and pixel loops are synchronous, and a hostile file may keep them busy for ever or make them abort. A worker can be
// ended; the program around it lives on.

capWasmMemory();

// What a decoder's runtime prints when it aborts belongs to the error that the job answers with, not on our output.
for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) console[name] = () => undefined;

/** PDF pages are drawn at this resolution, at which a page code of 16 mm still has three pixels a module. */
const scanDpi = 200;
/** … but no larger than this on their long side: A3 at 200 dpi, and the limit for pages of hostile sizes. */
const scanSidePx = 3400;
/** A PDF page that pictures cover for this share or more is a scan; one with a logo or a pasted seal is none. */
const leastPictureShare = 0.5;
const mmPerPt = 25.4 / 72;
/** WebAssembly never gives memory back: a worker that holds more is ended after its file. */
const mostHeldBytes = 72_000_000;
/** … and one whose pixels of a huge picture, of which an idle thread does not let go, take more. */
const mostPixelBytes = 200_000_000;

const drawer = createPageDrawer();
const heif = createHeifReader();
const codes = createCodeReader();
const reader: CodeReader = (grey) => codes.read(grey);

const contentOf = (source: FileSource): Uint8Array =>
  'path' in source ? readFileSync(source.path) : source.bytes;

const jobs: FileJobs = {
  lookAtFile: ({ path }) => lookAtPicture(path),
  open: (source) => drawer.open(contentOf(source)),
  async close() {
    drawer.close();
    const isHeld = drawer.heldBytes() + heif.heldBytes() + codes.heldBytes() > mostHeldBytes;
    return { isSpent: isHeld || process.memoryUsage().arrayBuffers > mostPixelBytes };
  },
  draw: ({ index, size }) => drawer.draw(index, size),
  text: ({ maxCharacters, maxPages }) => drawer.text(maxCharacters, maxPages),
  async lookAtPage({ index }) {
    const page = await drawer.draw(index, { dpi: scanDpi, maxPx: scanSidePx });
    const { width, height, widthPt, heightPt, hasText, pictures } = page;
    const raster: Raster = { data: page.data, width, height, channels: 4 };
    const planes = planesOf(raster);
    const measured = measureScan(planes, {
      shrink: 1,
      source: pictures.share >= leastPictureShare ? 'scanned' : 'digital',
      pdf: { longSideMm: Math.max(widthPt, heightPt) * mmPerPt, pictureDpi: pictures.dpi },
    });
    const full = { widthPx: width, heightPx: height, frames: 1, hasAlpha: false };
    const grey = greyWhole(raster);
    dropPixels(raster);
    const code = await readPageCode(reader, grey);
    dropPixels(grey);
    return { measure: imageMeasure(planes, full), ...measured, code, widthPt, heightPt, hasText };
  },
  async lookAtPicture({ data, width, height, shrink, full, metadataDpi, readsCode }) {
    const raster: Raster = { data, width, height, channels: 3 };
    const planes = planesOf(raster);
    const measured = measureScan(planes, {
      shrink,
      source: 'picture',
      ...(metadataDpi === undefined ? {} : { metadataDpi }),
    });
    const grey = readsCode ? greyWhole(raster) : null;
    dropPixels(raster);
    const code = grey === null ? null : await readPageCode(reader, grey);
    if (grey !== null) dropPixels(grey);
    return { measure: imageMeasure(planes, full), ...measured, code };
  },
  codes: ({ data, width, height }) => codes.read(greyWhole({ data, width, height, channels: 4 })),
  async readCode(grey) {
    const code = await readPageCode(reader, grey);
    dropPixels(grey);
    return code;
  },
  async lookAtHeif(source) {
    const content = contentOf(source);
    const { data, width, height, hasAlpha } = await heif.decode(content);
    const shrink = shrinkFactor(width, height, 'fine');
    const raster = shrinkBy({ data, width, height, channels: 4 }, shrink);
    const planes = planesOf(raster);
    const measured = measureScan(planes, { shrink, source: 'picture' });
    const measure = imageMeasure(planes, { widthPx: width, heightPx: height, frames: 1, hasAlpha });
    const grey = greyWhole({ data, width, height, channels: 4 });
    dropPixels({ data });
    const code = await readPageCode(reader, grey);
    dropPixels(grey);
    const { exif, xmp } = heifMetadata(content);
    return { measure, ...measured, code, metadata: readMetadata(exif, xmp) };
  },
  decodeHeif: (source) => heif.decode(contentOf(source)),
  async measureHeif(source) {
    const content = contentOf(source);
    const { hasAlpha, ...pixels } = await heif.decode(content);
    const told = heifMetadata(content);
    return measureDecoded({ pixels: { ...pixels, channels: 4 }, frames: 1, hasAlpha, ...told }, null);
  },
};

/** Colour and contrast of a page; its hash is of the means of its cells, the same however it was encoded without loss. */
function imageMeasure(
  planes: Planes,
  full: Pick<ImageMeasure, 'widthPx' | 'heightPx' | 'frames' | 'hasAlpha'>,
): ImageMeasure {
  const pixelSha256 = createHash('sha256').update(planes.fine.rgb).digest('hex');
  return { ...full, pixelSha256, ...measureCells(planes.coarse) };
}

/** The luminance of every pixel. */
const greyWhole = (raster: Raster): Grey => ({
  data: greyPart(raster, { left: 0, top: 0, width: raster.width, height: raster.height }),
  width: raster.width,
  height: raster.height,
});

parentPort?.on('message', (message: JobMessage) => {
  const answer = (reply: JobAnswer, transfer: ArrayBuffer[]): void =>
    parentPort?.postMessage(reply, transfer);
  const { id, job, input } = message;
  jobs[job](input).then(
    (value: unknown) => answer({ id, value }, buffersOf(value)),
    (error: unknown) => answer({ id, error: jobError(error) }, []),
  );
});

function jobError(error: unknown): JobError {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message } = error;
  return 'code' in error && typeof error.code === 'string' ? { message, code: error.code } : { message };
}

/** Pixels move to the other thread instead of being copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null || !('data' in value)) return [];
  return value.data instanceof Uint8Array && value.data.buffer instanceof ArrayBuffer
    ? [value.data.buffer]
    : [];
}
