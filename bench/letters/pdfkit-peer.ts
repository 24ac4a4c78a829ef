import { readFileSync } from 'node:fs';
import { loadPeer, type StartPeer } from './peer.ts';
import { page, type } from './page-measures.ts';

interface Document {
  registerFont(name: string, bytes: Buffer): void;
  font(name: string): Document;
  fontSize(size: number): Document;
  text(text: string, options: Readonly<Record<string, string | number>>): Document;
  on(event: 'data' | 'end', listen: (piece: Buffer) => void): void;
  end(): void;
}

/** pdfkit, with the font's bytes at hand; each document parses them, as its interface has it. */
export const startPdfkit: StartPeer = async ({ peersFolder, fontFile }) => {
  // Safe: the part of the package's interface that is used here.
  const PDFDocument = loadPeer(peersFolder, 'pdfkit') as new (options: object) => Document;
  const font = readFileSync(fontFile);
  return {
    make: ({ title, paragraphs, signature }) =>
      new Promise((done) => {
        const margins = { top: page.topPt, bottom: page.bottomPt, left: page.sidePt, right: page.sidePt };
        const document = new PDFDocument({ size: 'A4', margins });
        const pieces: Buffer[] = [];
        document.on('data', (piece) => pieces.push(piece));
        document.on('end', () => done(Buffer.concat(pieces)));
        document.registerFont('serif', font);
        document.font('serif').fontSize(type.titlePt).text(title, { align: 'center' });
        // Noto's own line is 1.437 em high.
        const lineGap = type.pitchPt - type.bodyPt * 1.437;
        document.fontSize(type.bodyPt);
        for (const text of paragraphs)
          document.text(text, { indent: type.indentPt, align: 'justify', lineGap });
        for (const text of signature) document.text(text, { align: 'right', lineGap });
        document.end();
      }),
  };
};
