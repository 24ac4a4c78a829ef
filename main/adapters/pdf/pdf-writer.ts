import type { PdfWriter } from '../../world/pdf.ts';
import { PdfFile } from './pdf-file.ts';
import { writePages } from './write-pages.ts';

/**
 * Writes laid-out documents as PDF 1.7: tagged where they say what their text is, faces cut and embedded, no dates, no random parts, so that the same document
 * gives the same bytes. Throws `font-missing`, `font-unusable`; a character without a glyph is a bug of the lay-out.
 */
export function createPdfWriter(fontsFolder: string): PdfWriter {
  return {
    async write(document, shared) {
      const file = new PdfFile();
      await writePages(file, document, fontsFolder, { shared });
      return Buffer.concat(file.take());
    },
  };
}
