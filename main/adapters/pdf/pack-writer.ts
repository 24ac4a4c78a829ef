import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PDFContext, PDFPage, PDFRef } from 'pdf-lib';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile, PackWriter, PdfWriter, Pictures } from '../../world.ts';
import { writeAtomically } from '../disk/atomic-write.ts';
import { concatenated, type Matrix } from './matrix.ts';
import { openSource, pageForm, type SourcePdf } from './page-form.ts';
import { loadPdfLibrary, type PdfLibrary } from './pdf-objects.ts';
import { pictureObject } from './picture-object.ts';

const pointsPerMm = 72 / 25.4;
/** What a picture is printed at, at most: finer is not seen on paper. */
const paperDpi = 300;

type Placed = Parameters<PackWriter['write']>[1]['placed'][number];

/**
 * Writes print packs: the text by the letters' own writer, then the pictures beneath it, one after the other, so that only one
 * is in memory unpacked. A PDF that cannot be taken over as it is is drawn at 300 dpi.
 */
export function createPackWriter(
  pdf: PdfWriter,
  pictures: Pick<Pictures, 'forPaper' | 'picture'>,
): PackWriter {
  return {
    async write(target, { document, placed, files }, { signal, onProgress }) {
      const library = await loadPdfLibrary();
      const text = await pdf.write(document);
      const pack = await library.PDFDocument.load(text, { updateMetadata: false });
      const digest = createHash('sha256').update(text);
      const pages = pack.getPages();
      const sources = new Map<string, Opened>();
      for (const [index, one] of placed.entries()) {
        signal.throwIfAborted();
        const file = files.get(one.picture.source);
        const page = pages[one.onPage];
        if (file === undefined || page === undefined) throw new Error('a picture without a file or a page');
        onProgress({ done: index, total: placed.length, label: file.name });
        const drawn = await draw(library, pack.context, pictures, one, file, sources);
        digest.update(drawn.fingerprint);
        putBeneath(library, page, `Yq${index + 1}`, drawn, one);
      }
      signal.throwIfAborted();
      const id = library.PDFHexString.of(digest.digest('hex').slice(0, 32));
      pack.context.trailerInfo.ID = pack.context.obj([id, id]);
      const bytes = await pack.save({
        useObjectStreams: false,
        addDefaultPage: false,
        updateFieldAppearances: false,
      });
      signal.throwIfAborted();
      await writeAtomically(target, bytes);
      onProgress({ done: placed.length, total: placed.length, label: '' });
      return { sizeBytes: bytes.length };
    },
  };
}

interface Drawn {
  readonly ref: PDFRef;
  /** From its own space, upright and from the origin, to a square of one by one. */
  readonly toUnit: Matrix;
  /** Its own width by its height; null where that is the place's. */
  readonly ratio: number | null;
  /** Of what it shows, for the file's identifier. */
  readonly fingerprint: Uint8Array;
}

async function draw(
  library: PdfLibrary,
  context: PDFContext,
  pictures: Pick<Pictures, 'forPaper' | 'picture'>,
  placed: Placed,
  file: LocalFile,
  sources: Map<string, Opened>,
): Promise<Drawn> {
  const { picture, widthMm, heightMm } = placed;
  const asImage = async (source: LocalFile | Uint8Array, page: number): Promise<Drawn> => {
    const made = await pictures.forPaper(source, { page, widthMm, dpi: paperDpi });
    return {
      ref: pictureObject(context, made),
      toUnit: [1, 0, 0, 1, 0, 0],
      ratio: null,
      fingerprint: createHash('sha256').update(made.bytes).digest(),
    };
  };
  if (picture.kind === 'picture') return asImage(file, picture.page);
  const opened = sources.get(picture.source) ?? (await openFile(library, context, file));
  sources.set(picture.source, opened);
  const form = opened.source === null ? null : pageForm(library, context, opened.source, picture.page);
  if (form === null) {
    const maxPx = Math.round((Math.max(widthMm, heightMm) / 25.4) * paperDpi);
    const { png } = await pictures.picture(file, { page: picture.page, maxPx });
    return asImage(png, 0);
  }
  const [a, b, c, d, e, f] = form.upright;
  const [x, y] = [1 / form.widthPt, 1 / form.heightPt];
  return {
    ref: form.ref,
    toUnit: [a * x, b * y, c * x, d * y, e * x, f * y],
    ratio: form.widthPt / form.heightPt,
    fingerprint: opened.fingerprint,
  };
}

/** A PDF whose pages are shown: null where they must be drawn instead. */
interface Opened {
  readonly source: SourcePdf | null;
  readonly fingerprint: Uint8Array;
}

async function openFile(library: PdfLibrary, context: PDFContext, file: LocalFile): Promise<Opened> {
  const bytes = await bytesOf(file);
  return {
    source: await openSource(library, context, bytes),
    fingerprint: createHash('sha256').update(bytes).digest(),
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

/** Adds a picture as the first thing that a page shows, so that its text stays above. */
function putBeneath(
  library: PdfLibrary,
  page: PDFPage,
  name: string,
  { ref, toUnit, ratio }: Drawn,
  { xMm, yMm, widthMm, heightMm }: Placed,
): void {
  const { PDFName } = library;
  const { context } = page.doc;
  const h = heightMm * pointsPerMm;
  // The place was planned from rounded millimetres: no more than a hair, and never stretched.
  const w = ratio === null ? widthMm * pointsPerMm : h * ratio;
  const [x, y] = [xMm * pointsPerMm, page.getHeight() - (yMm + heightMm) * pointsPerMm];
  const [a, b, c, d, e, f] = toUnit;
  const matrix: Matrix = [a * w, b * h, c * w, d * h, e * w + x, f * h + y];
  const content = `/Artifact BMC q ${concatenated(matrix)} /${name} Do Q EMC\n`;
  const contents = page.node.get(PDFName.of('Contents'));
  const before = page.node.lookup(PDFName.of('Contents'));
  const rest =
    before instanceof library.PDFArray ? before.asArray() : contents === undefined ? [] : [contents];
  const first = context.register(context.stream(content, {}));
  page.node.set(PDFName.of('Contents'), context.obj([first, ...rest]));
  page.node.setXObject(PDFName.of(name), ref);
}
