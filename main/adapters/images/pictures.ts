import { readFile } from 'node:fs/promises';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile, Pictures } from '../../world.ts';
import { loadSharp, mostPixels, PictureProblem } from './decode-picture.ts';
import { isDecodedType, type DecodedType } from './decoded-type.ts';
import { fitPicture } from './fit-picture.ts';
import { paperPicture } from './paper-picture.ts';
import { FileTrouble, asFileTrouble, statFile } from './read-file.ts';
import { asPdfProblem } from './scan-pages.ts';
import { withScanWorker } from './scan-worker.ts';
import { headBytes, sniffType } from './sniff-type.ts';

const mostBytes = 200_000_000;
/** The longest side that is ever drawn: an A3 page at 300 dpi. */
const mostSidePx = 5000;
const usualDpi = 150;

/** Makes pictures (see Pictures): sharp for picture files, pdfium in a worker for PDFs. Same input, same bytes. */
export function createPictures(): Pictures {
  return {
    async picture(source, options) {
      const name = source instanceof Uint8Array ? 'PDF' : source.name;
      return refusing(name, async () => {
        const bytes = await bytesOf(source);
        const type = typeOf(bytes);
        if (type === 'pdf') return drawPdfPage(bytes, options);
        if (isDecodedType(type)) return shrinkPicture(bytes, type, options);
        throw new PictureProblem('unsupported', `no picture can be made of ${type}`);
      });
    },
    async fit(source, options) {
      return refusing(source.name, async () => {
        const bytes = await bytesOf(source);
        const type = typeOf(bytes);
        if (!isDecodedType(type)) throw new PictureProblem('unsupported', `${type} is no picture`);
        return fitPicture(bytes, type, options);
      });
    },
    async forPaper(source, options) {
      return refusing(source instanceof Uint8Array ? 'PDF' : source.name, async () => {
        const bytes = await bytesOf(source);
        const type = typeOf(bytes);
        if (!isDecodedType(type)) throw new PictureProblem('unsupported', `${type} is no picture`);
        return paperPicture(bytes, type, options);
      });
    },
  };
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
  return readFile(source.absolutePath);
}

type PictureOptions = Parameters<Pictures['picture']>[1];
type Picture = Awaited<ReturnType<Pictures['picture']>>;

async function drawPdfPage(bytes: Uint8Array, options: PictureOptions): Promise<Picture> {
  const maxPx = Math.min(options.maxPx ?? mostSidePx, mostSidePx);
  const size =
    options.dpi === undefined && options.maxPx !== undefined
      ? { longSidePx: maxPx, maxPx }
      : { dpi: options.dpi ?? usualDpi, maxPx };
  const page = await withScanWorker(async (worker) => {
    const { pages } = await worker.open({ bytes });
    if (options.page >= pages) throw noSuchPage(options.page, pages);
    return worker.page(options.page, size);
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
