import { loadPeer, type StartPeer } from './peer.ts';
import { page, type } from './page-measures.ts';

interface Pdfmake {
  setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(document: object): { getBuffer(): Promise<Buffer> };
}

export const startPdfmake: StartPeer = async ({ peersFolder, fontFile }) => {
  // Safe: the part of the package's interface that is used here.
  const pdfmake = loadPeer(peersFolder, 'pdfmake') as Pdfmake;
  pdfmake.setFonts({ serif: { normal: fontFile } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return {
    make: ({ title, paragraphs, signature }) =>
      pdfmake
        .createPdf({
          pageSize: 'A4',
          pageMargins: [page.sidePt, page.topPt, page.sidePt, page.bottomPt],
          // Noto's own line is 1.437 em high.
          defaultStyle: {
            font: 'serif',
            fontSize: type.bodyPt,
            lineHeight: type.pitchPt / (type.bodyPt * 1.437),
          },
          content: [
            { text: title, fontSize: type.titlePt, alignment: 'center' },
            ...paragraphs.map((text) => ({ text, alignment: 'justify', leadingIndent: type.indentPt })),
            ...signature.map((text) => ({ text, alignment: 'right' })),
          ],
        })
        .getBuffer(),
  };
};
