import { readFileSync } from 'node:fs';
import { loadPeer, type Peer, type StartPeer } from './peer.ts';
import { page, type } from './page-measures.ts';

interface Font {
  widthOfTextAtSize(text: string, size: number): number;
}
interface Page {
  drawText(
    text: string,
    options: { readonly x: number; readonly y: number; readonly size: number; readonly font: Font },
  ): void;
}
interface PdfLib {
  readonly PDFDocument: {
    create(): Promise<{
      registerFontkit(fontkit: Fontkit): void;
      embedFont(bytes: Uint8Array, options: object): Promise<Font>;
      addPage(size: readonly [number, number]): Page;
      save(): Promise<Uint8Array>;
    }>;
  };
}
interface Fontkit {
  create(bytes: Uint8Array): unknown;
}

/** pdf-lib with fontkit's own subsetting, the font parsed once for the process. */
export const startPdfLibParsedOnce: StartPeer = async (place) => {
  const fontkit = loadFontkit(place.peersFolder);
  const bytes = readFileSync(place.fontFile);
  const parsed = fontkit.create(bytes);
  return pdfLibPeer(place.peersFolder, bytes, { create: () => parsed });
};

/** The same with the font embedded anew each time, as its documentation shows. */
export const startPdfLibAnew: StartPeer = async (place) =>
  pdfLibPeer(place.peersFolder, readFileSync(place.fontFile), loadFontkit(place.peersFolder));

function loadFontkit(peersFolder: string): Fontkit {
  // Safe: the part of the package's interface that is used here.
  const loaded = loadPeer(peersFolder, '@pdf-lib/fontkit') as Fontkit | { readonly default: Fontkit };
  return 'default' in loaded ? loaded.default : loaded;
}

function pdfLibPeer(peersFolder: string, bytes: Uint8Array, fontkit: Fontkit): Peer {
  // Safe: the part of the package's interface that is used here.
  const { PDFDocument } = loadPeer(peersFolder, 'pdf-lib') as PdfLib;
  const areaPt = page.widthPt - 2 * page.sidePt;
  return {
    async make({ title, paragraphs, signature }) {
      const pdf = await PDFDocument.create();
      pdf.registerFontkit(fontkit);
      const font = await pdf.embedFont(bytes, { subset: true, features: { locl: false, liga: false } });
      let sheet = pdf.addPage([page.widthPt, page.heightPt]);
      let y = page.heightPt - page.topPt - type.titlePt;
      const widthOf = (text: string, size: number): number => font.widthOfTextAtSize(text, size);
      const put = (text: string, x: number, size: number): void => {
        if (y < page.bottomPt) {
          sheet = pdf.addPage([page.widthPt, page.heightPt]);
          y = page.heightPt - page.topPt - type.bodyPt;
        }
        sheet.drawText(text, { x, y, size, font });
        y -= type.pitchPt;
      };
      put(title, page.sidePt + (areaPt - widthOf(title, type.titlePt)) / 2, type.titlePt);
      for (const text of paragraphs) {
        let indent: number = type.indentPt;
        for (const line of linesOf(text, areaPt / type.bodyPt, indent / type.bodyPt)) {
          put(line, page.sidePt + indent, type.bodyPt);
          indent = 0;
        }
      }
      for (const text of signature) put(text, page.sidePt + areaPt - widthOf(text, type.bodyPt), type.bodyPt);
      return pdf.save();
    },
  };
}

/** Lines of so many em, counted without measuring: it has no lay-out of its own, and its time is not to be spent on ours. */
function linesOf(text: string, widthEm: number, indentEm: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let room = widthEm - indentEm;
  for (const character of text) {
    const em = character < '\u0100' ? 0.55 : 1;
    if (room < em) {
      lines.push(line);
      line = '';
      room = widthEm;
    }
    line += character;
    room -= em;
  }
  return [...lines, line];
}
