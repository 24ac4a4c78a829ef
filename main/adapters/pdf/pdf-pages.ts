import type { PDFDocument, PDFPage } from 'pdf-lib';
import type { PageTurn } from '../../core/files/planned-repair.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { PdfPages } from '../../world/pdf.ts';
import type { Pictures } from '../../world/pictures.ts';
import { jpegFacts } from './jpeg-facts.ts';
import { concatenated, type Matrix } from './matrix.ts';
import { bytesOf, isPdf, notTaken, openPdf, saved } from './open-pdf.ts';
import { loadPdfLibrary, type PdfLibrary } from './pdf-objects.ts';
import { pdfPicture } from './picture-object.ts';

const pointsPerInch = 72;
/** A4 in points. */
const a4 = { short: 595.28, long: 841.89 } as const;
/** What is left around a sheet, in shares of its long side. */
const marginShare = 0.012;

/** Takes scanned PDFs apart, joins them and lays their pages straight (see PdfPages), with pdf-lib. */
export function createPdfPages(pictures: Pick<Pictures, 'convert'>): PdfPages {
  return {
    async take(source, pages) {
      const library = await loadPdfLibrary();
      const whole = await openPdf(library, source);
      if (pages.some((page) => page >= whole.getPageCount())) throw notTaken(source, undefined);
      const part = await library.PDFDocument.create({ updateMetadata: false });
      for (const page of await part.copyPages(whole, [...pages])) part.addPage(page);
      return saved(library, part);
    },
    async join(sources, { signal, onProgress }) {
      const library = await loadPdfLibrary();
      const joined = await library.PDFDocument.create({ updateMetadata: false });
      for (const [index, { file, dpi }] of sources.entries()) {
        signal.throwIfAborted();
        onProgress({ done: index, total: sources.length, label: file.name });
        const bytes = await bytesOf(file);
        if (isPdf(bytes)) {
          const whole = await openPdf(library, file, bytes);
          for (const page of await joined.copyPages(whole, whole.getPageIndices())) joined.addPage(page);
        } else {
          await addPicture(library, joined, file, bytes, dpi, pictures);
        }
      }
      signal.throwIfAborted();
      onProgress({ done: sources.length, total: sources.length, label: '' });
      return saved(library, joined);
    },
    async straighten(source, turns) {
      const library = await loadPdfLibrary();
      const document = await openPdf(library, source);
      for (const turn of turns) {
        const page = document.getPages()[turn.index];
        if (page === undefined) throw notTaken(source, undefined);
        turnPage(library, page, turn);
      }
      return saved(library, document);
    },
  };
}

/** A new page of a picture's size with the picture on all of it. */
async function addPicture(
  library: PdfLibrary,
  document: PDFDocument,
  file: LocalFile,
  bytes: Uint8Array,
  dpi: number | null,
  pictures: Pick<Pictures, 'convert'>,
): Promise<void> {
  const facts = jpegFacts(bytes);
  const made = facts === null ? await pictures.convert(file, 'png') : null;
  const { widthPx, heightPx } = facts ?? made ?? { widthPx: 1, heightPx: 1 };
  const orientation = facts?.orientation ?? 1;
  const isSideways = orientation >= 5;
  const [across, down] = isSideways ? [heightPx, widthPx] : [widthPx, heightPx];
  const points = dpi === null ? a4.long / Math.max(across, down) : pointsPerInch / dpi;
  const [width, height] = [across * points, down * points];
  const page = document.addPage([width, height]);
  const { context } = document;
  const picture = pdfPicture(made === null ? { bytes, type: 'jpeg' } : { bytes: made.bytes, type: 'png' });
  const ref = context.register(
    context.stream(picture.data, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: picture.width,
      Height: picture.height,
      ColorSpace: picture.colourSpace,
      BitsPerComponent: 8,
      Filter: picture.filter,
      ...(picture.colours === undefined
        ? {}
        : {
            DecodeParms: {
              Predictor: 15,
              Colors: picture.colours,
              BitsPerComponent: 8,
              Columns: picture.width,
            },
          }),
      // Adobe's mark says that the four inks are written as their opposite.
      ...(facts?.isInverted === true ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    }),
  );
  page.node.setXObject(library.PDFName.of('Im'), ref);
  const content = `q ${concatenated(uprightOf(orientation, width, height))} /Im Do Q\n`;
  page.node.set(library.PDFName.of('Contents'), context.register(context.stream(content)));
}

/** From the unit square, in which a picture is drawn, to the page, as EXIF says how it lies (1 to 8). */
function uprightOf(orientation: number, w: number, h: number): Matrix {
  switch (orientation) {
    case 2:
      return [-w, 0, 0, h, w, 0];
    case 3:
      return [-w, 0, 0, -h, w, h];
    case 4:
      return [w, 0, 0, -h, 0, h];
    case 5:
      return [0, -h, -w, 0, w, h];
    case 6:
      return [0, -h, w, 0, 0, h];
    case 7:
      return [0, h, w, 0, 0, 0];
    case 8:
      return [0, h, -w, 0, w, 0];
    default:
      return [w, 0, 0, h, 0, 0];
  }
}

/** Turns what a page shows about its middle and makes the page as large as that, or as its sheet. */
function turnPage(library: PdfLibrary, page: PDFPage, { degrees, corners }: PageTurn): void {
  const box = page.getCropBox();
  const turned = ((page.getRotation().angle % 360) + 360) % 360;
  // Clockwise as it is looked at, whichever way the page itself lies.
  const angle = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const matrix: Matrix = [
    cos,
    sin,
    -sin,
    cos,
    middle.x - cos * middle.x + sin * middle.y,
    middle.y - sin * middle.x - cos * middle.y,
  ];
  const place = (x: number, y: number) => ({
    x: matrix[0] * x + matrix[2] * y + matrix[4],
    y: matrix[1] * x + matrix[3] * y + matrix[5],
  });
  const shown =
    corners === undefined
      ? [
          place(box.x, box.y),
          place(box.x + box.width, box.y),
          place(box.x + box.width, box.y + box.height),
          place(box.x, box.y + box.height),
        ]
      : corners.map(({ x, y }) => {
          const [u, v] = unturned(turned, x, y);
          return place(box.x + u * box.width, box.y + (1 - v) * box.height);
        });
  const [left, right] = [Math.min(...shown.map(({ x }) => x)), Math.max(...shown.map(({ x }) => x))];
  const [bottom, top] = [Math.min(...shown.map(({ y }) => y)), Math.max(...shown.map(({ y }) => y))];
  const margin = corners === undefined ? 0 : marginShare * Math.max(right - left, top - bottom);
  const { context } = page.doc;
  const opening = context.register(context.stream(`q ${concatenated(matrix)}\n`));
  const closing = context.register(context.stream('\nQ\n'));
  page.node.wrapContentStreams(opening, closing);
  const size = [
    left - margin,
    bottom - margin,
    right - left + 2 * margin,
    top - bottom + 2 * margin,
  ] as const;
  page.setMediaBox(...size);
  page.setCropBox(...size);
  for (const name of ['TrimBox', 'BleedBox', 'ArtBox']) page.node.delete(library.PDFName.of(name));
}

/** A place on a page as it is shown, in shares from the upper left, on the page as it lies. */
function unturned(turned: number, x: number, y: number): readonly [number, number] {
  switch (turned) {
    case 90:
      return [y, 1 - x];
    case 180:
      return [1 - x, 1 - y];
    case 270:
      return [1 - y, x];
    default:
      return [x, y];
  }
}
