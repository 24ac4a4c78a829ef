import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { PackWriter } from '../../world/pdf.ts';
import type { Pictures } from '../../world/pictures.ts';
import { replaceFile } from '../disk/atomic-write.ts';
import { concatenated, type Matrix } from './matrix.ts';
import { createPageCopies, type CopiedSource, type PageCopies } from './page-copies.ts';
import { PdfFile, type PdfRef } from './pdf-file.ts';
import { pictureObject } from './picture-object.ts';
import { writePages, type Beneath } from './write-pages.ts';

const pointsPerMm = 72 / 25.4;
/** What a picture is printed at, at most: finer is not seen on paper. */
const paperDpi = 300;

type Placed = Parameters<PackWriter['write']>[1]['placed'][number];

/**
 * Writes print packs: the pictures one after the other, each on the disk before the next is made, so that only one is in
 * memory, then the pages with their text above. A PDF that cannot be taken over as it is is drawn at 300 dpi.
 */
export function createPackWriter(
  fontsFolder: string,
  pictures: Pick<Pictures, 'forPaper' | 'picture'>,
): PackWriter {
  return {
    async write(target, { document, placed, files }, { signal, onProgress }) {
      const sizeBytes = await replaceFile(target, async (partial) => {
        const out = await open(partial, 'wx');
        try {
          const file = new PdfFile();
          const digest = createHash('sha256');
          const beneath = new Map<number, Beneath[]>();
          const draw = createDrawing(file, pictures, placed);
          for (const [index, one] of placed.entries()) {
            signal.throwIfAborted();
            const source = files.get(one.picture.source);
            const page = document.pages[one.onPage];
            if (source === undefined || page === undefined)
              throw new Error('a picture without a file or a page');
            onProgress({ done: index, total: placed.length, label: source.name });
            const drawn = await draw(index, source);
            digest.update(drawn.fingerprint);
            const under = beneath.get(one.onPage) ?? [];
            beneath.set(one.onPage, [...under, placedBeneath(`Yq${index + 1}`, drawn, one, page.heightMm)]);
            await out.writeFile(file.take());
          }
          signal.throwIfAborted();
          await writePages(file, document, fontsFolder, { beneath, seed: digest.digest() });
          await out.writeFile(file.take());
          signal.throwIfAborted();
          return (await out.stat()).size;
        } finally {
          await out.close();
        }
      });
      onProgress({ done: placed.length, total: placed.length, label: '' });
      return { sizeBytes };
    },
  };
}

interface Drawn {
  readonly ref: PdfRef;
  /** From its own space, upright and from the origin, to a square of one by one. */
  readonly toUnit: Matrix;
  /** Its own width by its height; null where that is the place's. */
  readonly ratio: number | null;
  /** Of what it shows, for the file's identifier. */
  readonly fingerprint: Uint8Array;
}

/** A PDF whose pages are shown: null where they must be drawn instead. */
interface Opened {
  readonly source: CopiedSource | null;
  readonly fingerprint: Uint8Array;
}

/** Puts the picture with that index into a file, from this source. A PDF is kept until its last page is placed. */
function createDrawing(
  file: PdfFile,
  pictures: Pick<Pictures, 'forPaper' | 'picture'>,
  placed: readonly Placed[],
): (index: number, source: LocalFile) => Promise<Drawn> {
  const lastUse = new Map(placed.map(({ picture }, index) => [picture.source, index]));
  const opened = new Map<string, Opened>();
  let copies: Promise<PageCopies> | undefined;

  const asImage = async (from: LocalFile | Uint8Array, page: number, widthMm: number): Promise<Drawn> => {
    const made = await pictures.forPaper(from, { page, widthMm, dpi: paperDpi });
    return {
      ref: pictureObject(file, made),
      toUnit: [1, 0, 0, 1, 0, 0],
      ratio: null,
      fingerprint: createHash('sha256').update(made.bytes).digest(),
    };
  };
  const openPdf = async (from: LocalFile): Promise<Opened> => {
    const bytes = await bytesOf(from);
    copies ??= createPageCopies(file);
    return {
      source: await (await copies).open(bytes),
      fingerprint: createHash('sha256').update(bytes).digest(),
    };
  };
  return async (index, from) => {
    const one = placed[index];
    if (one === undefined) throw new Error(`there is no picture ${index}`);
    const { picture, widthMm, heightMm } = one;
    if (picture.kind === 'picture') return asImage(from, picture.page, widthMm);
    const pdf = opened.get(picture.source) ?? (await openPdf(from));
    if (lastUse.get(picture.source) === index) opened.delete(picture.source);
    else opened.set(picture.source, pdf);
    const form = pdf.source?.page(picture.page) ?? null;
    if (form === null) {
      const maxPx = Math.round((Math.max(widthMm, heightMm) / 25.4) * paperDpi);
      const { png } = await pictures.picture(from, { page: picture.page, maxPx });
      return asImage(png, 0, widthMm);
    }
    const [a, b, c, d, e, f] = form.upright;
    const [x, y] = [1 / form.widthPt, 1 / form.heightPt];
    return {
      ref: form.ref,
      toUnit: [a * x, b * y, c * x, d * y, e * x, f * y],
      ratio: form.widthPt / form.heightPt,
      fingerprint: pdf.fingerprint,
    };
  };
}

async function bytesOf(file: LocalFile): Promise<Uint8Array> {
  return readFile(file.absolutePath).catch((error: unknown) => {
    throw new Failure(
      'unreadable-file',
      { zh: `「${file.name}」读不出来`, en: `“${file.name}” cannot be read` },
      {
        zh: '请确认文件还在原处，关闭占用它的程序后重试',
        en: 'See that it is still there and no other program holds it',
      },
      { cause: error },
    );
  });
}

/** What draws a picture in its place, on a page so high. */
function placedBeneath(
  name: string,
  { ref, toUnit, ratio }: Drawn,
  { xMm, yMm, widthMm, heightMm }: Placed,
  pageHeightMm: number,
): Beneath {
  const h = heightMm * pointsPerMm;
  // The place was planned from rounded millimetres: no more than a hair, and never stretched.
  const w = ratio === null ? widthMm * pointsPerMm : h * ratio;
  const [x, y] = [xMm * pointsPerMm, (pageHeightMm - yMm - heightMm) * pointsPerMm];
  const [a, b, c, d, e, f] = toUnit;
  const matrix: Matrix = [a * w, b * h, c * w, d * h, e * w + x, f * h + y];
  return {
    operators: `/Artifact BMC q ${concatenated(matrix)} /${name} Do Q EMC`,
    objects: `/${name} ${ref}`,
  };
}
