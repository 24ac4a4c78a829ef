import { readFile } from 'node:fs/promises';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Pictures } from '../../world/pictures.ts';
import { decodeRgba, loadSharp, mostPixels, PictureProblem, requireModestTexts } from './decode-picture.ts';
import { isDecodedType, type DecodedType } from './decoded-type.ts';
import { fitPicture } from './fit-picture.ts';
import { decodeHeif, heifForPaper, heifThumbnail } from './heif-picture.ts';
import { lineClarity } from './line-clarity.ts';
import { overlayPicture } from './overlay-picture.ts';
import { paperPicture } from './paper-picture.ts';
import type { Pixels } from './pixels.ts';
import { FileTrouble, asFileTrouble, statFile } from './read-file.ts';
import { asPdfProblem } from './scan-pages.ts';
import { withFileWorker } from './file-workers.ts';
import { headBytes, sniffType } from './sniff-type.ts';
import { straightenPicture } from './straighten-picture.ts';
import { stripMetadata } from './strip-metadata.ts';

const mostBytes = 100_000_000;
/** The longest side that is ever drawn: an A3 page at 300 dpi. */
const mostSidePx = 5000;
const usualDpi = 150;
/** Lines of print are told apart at this size. */
const clarityPx = 1000;

/** Makes pictures (see Pictures): sharp for picture files, pdfium in a worker for PDFs. Same input, same bytes. */
export function createPictures(): Pictures {
  return {
    async picture(source, options) {
      const name = source instanceof Uint8Array ? 'PDF' : source.name;
      return refusing(name, async () => {
        const bytes = await bytesOf(source);
        const type = typeOf(bytes);
        if (type === 'pdf') return drawPdfPage(bytes, options);
        if (type === 'heic') return heifThumbnail(bytes, Math.min(options.maxPx ?? mostSidePx, mostSidePx));
        if (isDecodedType(type)) return shrinkPicture(bytes, type, options);
        throw new PictureProblem('unsupported', `no picture can be made of ${type}`);
      });
    },
    async fit(source, options, signal) {
      return refusing(source.name, async () => {
        const { pixels } = await wholePicture(source);
        signal?.throwIfAborted();
        return fitPicture(pixels, options, signal);
      });
    },
    async straighten(source, how, signal) {
      return refusing(source.name, async () => {
        const { pixels, type } = await wholePicture(source);
        signal?.throwIfAborted();
        return straightenPicture(pixels, { ...how, type: lossy.has(type) ? 'jpeg' : 'png' }, signal);
      });
    },
    async lineClarity(source, { page }) {
      const { png } = await this.picture(source, { page, maxPx: clarityPx });
      return lineClarity(png);
    },
    async withoutMetadata(source) {
      return refusing(source.name, async () => {
        const bytes = await bytesOf(source);
        const type = typeOf(bytes);
        if (type !== 'png' && type !== 'jpeg' && type !== 'webp') {
          throw new PictureProblem('unsupported', `metadata of ${type}`);
        }
        const sharp = await loadSharp();
        const { orientation = 1 } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
        return { bytes: stripMetadata(bytes, type, orientation), type };
      });
    },
    async convert(source, type) {
      return refusing(source.name, async () => {
        const { pixels, density } = await wholePicture(source);
        const { width, height } = pixels;
        const sharp = await loadSharp();
        const raw = sharp(pixels.data, { raw: { width, height, channels: 4 } }).flatten({
          background: '#ffffff',
        });
        const made = density === undefined ? raw : raw.withMetadata({ density });
        const bytes =
          type === 'jpeg'
            ? await made.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
            : await made.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
        return { bytes, type, widthPx: width, heightPx: height };
      });
    },
    async overlay(source, ink, draw, signal) {
      return refusing(source.name, async () => {
        const { pixels, type, density } = await wholePicture(source);
        signal?.throwIfAborted();
        const { width, height } = pixels;
        const page = await draw({ width, height });
        const { png } = await drawPdfPage(page, { page: 0, maxPx: Math.max(width, height) });
        signal?.throwIfAborted();
        return overlayPicture(pixels, png, ink, { type: lossy.has(type) ? 'jpeg' : 'png', density });
      });
    },
    async forPaper(source, options) {
      return refusing(source instanceof Uint8Array ? 'PDF' : source.name, async () => {
        const bytes = await bytesOf(source);
        const type = typeOf(bytes);
        if (type === 'heic') return heifForPaper(bytes, options);
        if (!isDecodedType(type)) throw new PictureProblem('unsupported', `${type} is no picture`);
        return paperPicture(bytes, type, options);
      });
    },
  };
}

/** Types that lose a little on each saving: what comes of them is a photograph again. */
const lossy: ReadonlySet<string> = new Set(['jpeg', 'heic', 'webp']);

/** A still picture's pixels, upright. Throws PictureProblem for an animation, of which no frame is chosen in silence. */
async function wholePicture(source: LocalFile): Promise<{
  readonly pixels: Pixels;
  readonly type: DecodedType | 'heic';
  readonly density?: number | undefined;
}> {
  const bytes = await bytesOf(source);
  const type = typeOf(bytes);
  if (type === 'heic') return { pixels: await decodeHeif(bytes), type };
  if (!isDecodedType(type)) throw new PictureProblem('unsupported', `${type} is no picture`);
  const { pixels, frames } = await decodeRgba(bytes, type);
  if (frames > 1) throw new PictureProblem('unsupported', `${frames} frames`);
  const sharp = await loadSharp();
  const { density } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
  return { pixels, type, density };
}

const typeOf = (bytes: Uint8Array) => sniffType(bytes.subarray(0, headBytes), bytes.subarray(-headBytes));

/** Turns what is wrong with a file into the Failure `unreadable-file`. */
async function refusing<T>(name: string, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    const trouble = asFileTrouble(error);
    if (!(trouble instanceof PictureProblem || trouble instanceof FileTrouble)) throw trouble;
    throw new Failure(
      'unreadable-file',
      {
        zh: `无法生成「${name}」的图片：文件读不出来（${trouble.message}）`,
        en: `No picture can be made of “${name}”: the file cannot be read (${trouble.message})`,
      },
      {
        zh: '请确认文件能在看图或 PDF 软件中正常打开；打不开就重新导出或重新扫描后再导入',
        en: 'See whether it opens in a picture or PDF viewer; if not, export or scan it again and import that',
      },
      { cause: error },
    );
  }
}

async function bytesOf(source: LocalFile | Uint8Array): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  const { size } = await statFile(source.absolutePath);
  if (size === 0) throw new PictureProblem('empty', 'empty');
  if (size > mostBytes) throw new PictureProblem('too-large', `${size} bytes`);
  const bytes = await readFile(source.absolutePath);
  requireModestTexts(bytes);
  return bytes;
}

type PictureOptions = Parameters<Pictures['picture']>[1];
type Picture = Awaited<ReturnType<Pictures['picture']>>;

async function drawPdfPage(bytes: Uint8Array, options: PictureOptions): Promise<Picture> {
  const maxPx = Math.min(options.maxPx ?? mostSidePx, mostSidePx);
  const size =
    options.dpi === undefined && options.maxPx !== undefined
      ? { longSidePx: maxPx, maxPx }
      : { dpi: options.dpi ?? usualDpi, maxPx };
  const page = await withFileWorker({ needsDecoder: true }, async (worker) => {
    const { pages } = await worker.open({ bytes });
    if (options.page >= pages) throw noSuchPage(options.page, pages);
    return worker.draw({ index: options.page, size });
  }).catch((error: unknown) => {
    throw asPdfProblem(error);
  });
  const sharp = await loadSharp();
  const png = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
  return { png, widthPx: page.width, heightPx: page.height };
}

const noSuchPage = (page: number, pages: number): PictureProblem =>
  new PictureProblem('missing', `page ${page + 1} of ${pages}`);

/** Shows what can be shown of a damaged picture, grey where it is lost: the damage itself is a finding. */
async function shrinkPicture(
  bytes: Uint8Array,
  type: DecodedType,
  options: PictureOptions,
): Promise<Picture> {
  const sharp = await loadSharp();
  const open = (page: number) =>
    sharp(bytes, { failOn: 'none', limitInputPixels: mostPixels, sequentialRead: true, page, pages: 1 });
  try {
    const { format, pages = 1 } = await open(0).metadata();
    if (format !== type) throw new PictureProblem('damaged', `the decoder takes this ${type} for ${format}`);
    if (options.page >= pages) throw noSuchPage(options.page, pages);
    const side = Math.min(options.maxPx ?? mostSidePx, mostSidePx);
    const { data, info } = await open(options.page)
      .timeout({ seconds: 60 })
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png()
      .toBuffer({ resolveWithObject: true });
    return { png: data, widthPx: info.width, heightPx: info.height };
  } catch (error) {
    if (error instanceof PictureProblem) throw error;
    throw new PictureProblem('damaged', error instanceof Error ? error.message : String(error));
  }
}
