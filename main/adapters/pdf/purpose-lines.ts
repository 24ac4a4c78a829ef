import type { PDFDict, PDFDocument, PDFPage } from 'pdf-lib';
import { layOutPurpose } from '../../core/files/purpose-layout.ts';
import type { Pictures } from '../../world/pictures.ts';
import type { PurposeLines } from '../../world/pdf.ts';
import { deflateBytes } from './deflate-bytes.ts';
import { embedFace, type EmbeddedFace } from './embed-face.ts';
import { faceFiles, openFace } from './face-files.ts';
import type { Matrix } from './matrix.ts';
import { bytesOf, isPdf, openPdf, saved } from './open-pdf.ts';
import { shownPage } from './page-form.ts';
import type { PdfObjects, PdfRef } from './pdf-file.ts';
import { loadPdfLibrary, type PdfLibrary } from './pdf-objects.ts';
import { pdfNumber } from './pdf-text.ts';

/** Blue-grey, neither the black of print nor the red of seals, and lets both through. */
const ink = { red: 52, green: 74, blue: 112, opacity: 0.34 } as const;
/** Of a picture, whose lines are drawn by the same program that draws pages. */
const pointsPerPx = 0.48;

/** Draws purpose lines with the sans that ships with the app: into the pages of a PDF, into the pixels of a picture. */
export function createPurposeLines(fontsFolder: string, pictures: Pick<Pictures, 'overlay'>): PurposeLines {
  return {
    async draw(source, words, signal) {
      const library = await loadPdfLibrary();
      const bytes = await bytesOf(source);
      if (isPdf(bytes)) {
        const document = await openPdf(library, source, bytes);
        const face = await embedSans(library, document, fontsFolder, words);
        for (const page of document.getPages()) {
          signal?.throwIfAborted();
          drawOver(library, page, words, face, ink);
        }
        return { bytes: await saved(library, document), type: 'pdf' };
      }
      return pictures.overlay(
        source,
        ink,
        async ({ width, height }) => {
          const document = await library.PDFDocument.create({ updateMetadata: false });
          const page = document.addPage([width * pointsPerPx, height * pointsPerPx]);
          const face = await embedSans(library, document, fontsFolder, words);
          drawOver(library, page, words, face, { red: 0, green: 0, blue: 0, opacity: 1 });
          return saved(library, document);
        },
        signal,
      );
    },
  };
}

async function embedSans(
  library: PdfLibrary,
  document: PDFDocument,
  fontsFolder: string,
  words: string,
): Promise<EmbeddedFace> {
  const codePoints = [...new Set(Array.from(words, (character) => character.codePointAt(0) ?? 0))];
  const face = await openFace(fontsFolder, 'sans');
  return embedFace(objectsOf(library, document), face, faceFiles.sans.name, codePoints);
}

/** A document that pdf-lib has opened, to put objects into as PDF writes them. */
function objectsOf(library: PdfLibrary, { context }: PDFDocument): PdfObjects {
  const parse = (object: string) =>
    library.PDFObjectParser.forBytes(Buffer.from(object, 'latin1'), context).parseObject();
  const asRef = ({ objectNumber }: { readonly objectNumber: number }): PdfRef => `${objectNumber} 0 R`;
  return {
    add: (object) => asRef(context.register(parse(object))),
    addStream(entries, bytes) {
      const dict = parse(`<<${entries}>>`);
      if (!(dict instanceof library.PDFDict)) throw new Error('a stream without a dictionary');
      return asRef(context.register(library.PDFRawStream.of(dict, bytes)));
    },
  };
}

/** Draws the words over all that a page shows, as it is looked at, cropped and turned. */
function drawOver(
  library: PdfLibrary,
  page: PDFPage,
  words: string,
  face: EmbeddedFace,
  {
    red,
    green,
    blue,
    opacity,
  }: { readonly red: number; readonly green: number; readonly blue: number; readonly opacity: number },
): void {
  const { PDFName, PDFRef } = library;
  const { context } = page.doc;
  const { widthPt, heightPt, upright } = shownPage(page);
  const glyphs = Array.from(words, (character) => face.glyph(character.codePointAt(0) ?? 0));
  const widthEm = glyphs.reduce((sum, { width }) => sum + width, 0) / 1000;
  const { size, degrees, places } = layOutPurpose({ width: widthPt, height: heightPt }, widthEm);
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const back = inverse(upright);
  const text = glyphs.map(({ code }) => code).join('');
  const shown = places.map(({ x, y }) => {
    const matrix = product([cos, sin, -sin, cos, x, heightPt - y], back);
    return `${matrix.map((value) => pdfNumber(value, 5)).join(' ')} Tm <${text}> Tj`;
  });
  const font = freeName(library, page, 'Font', 'YqPurposeFace');
  const state = freeName(library, page, 'ExtGState', 'YqPurposeInk');
  page.node.setFontDictionary(PDFName.of(font), PDFRef.of(Number.parseInt(face.ref, 10)));
  page.node.setExtGState(PDFName.of(state), context.obj({ ca: opacity }));
  const colour = [red, green, blue].map((value) => pdfNumber(value / 255)).join(' ');
  const operators =
    `/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q /${state} gs ${colour} rg BT ` +
    `/${font} ${pdfNumber(size, 5)} Tf 0 Tr 0 Tc 0 Tw 100 Tz 0 Ts ${shown.join(' ')} ET Q EMC\n`;
  const over = context.register(
    context.stream(deflateBytes(Buffer.from(operators, 'latin1')), { Filter: 'FlateDecode' }),
  );
  // What the page leaves set when it ends must not move the words.
  const opening = context.register(context.stream('q\n'));
  const closing = context.register(context.stream('\nQ\n'));
  page.node.normalize();
  page.node.wrapContentStreams(opening, closing);
  page.node.addContentStream(over);
}

/** A name that the page's resources do not have yet. */
function freeName(library: PdfLibrary, page: PDFPage, kind: string, name: string): string {
  const held: PDFDict | undefined = page.node
    .Resources()
    ?.lookupMaybe(library.PDFName.of(kind), library.PDFDict);
  let free = name;
  for (let count = 2; held?.has(library.PDFName.of(free)) === true; count += 1) free = `${name}${count}`;
  return free;
}

/** First one, then the other. */
const product = (one: Matrix, other: Matrix): Matrix => {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = other;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
};

/** The way back of a turn and a shift. */
const inverse = ([a, b, c, d, e, f]: Matrix): Matrix => [a, c, b, d, -(a * e + b * f), -(c * e + d * f)];
