import { createHash } from 'node:crypto';
import type { FontId, LaidOutDocument } from '../../contract/letters.ts';
import type { PdfWriter } from '../../world.ts';
import { embedFace, type EmbeddedFace } from './embed-face.ts';
import { faceFiles, openFace } from './face-files.ts';
import { pageContent } from './page-content.ts';
import { deflatedStream, loadPdfLibrary } from './pdf-objects.ts';

const pointsPerMm = 72 / 25.4;

/**
 * Writes laid-out documents as PDF 1.7: faces cut and embedded, no dates, no random parts, so that the same document
 * gives the same bytes. Throws `font-missing`, `font-unusable`; a character without a glyph is a bug of the lay-out.
 */
export function createPdfWriter(fontsFolder: string): PdfWriter {
  return {
    async write(document) {
      const library = await loadPdfLibrary();
      const pdf = await library.PDFDocument.create({ updateMetadata: false });
      const { context } = pdf;
      pdf.setTitle(document.title, { showInWindowTitleBar: true });
      pdf.setAuthor(document.author);
      pdf.setSubject(document.subject);
      pdf.setKeywords([...document.keywords]);
      pdf.setCreator('Yinqi');
      pdf.setProducer('Yinqi, pdf-lib');
      pdf.setLanguage(document.language);

      const faces = new Map<FontId, { readonly face: EmbeddedFace; readonly resource: string }>();
      for (const [id, codePoints] of usedCharacters(document)) {
        const face = await openFace(fontsFolder, id);
        faces.set(id, {
          face: embedFace(library, context, face, faceFiles[id].name, codePoints),
          resource: `F${faces.size + 1}`,
        });
      }
      const fonts = Object.fromEntries(
        Array.from(faces.values(), ({ face, resource }) => [resource, face.ref]),
      );

      const contents = createHash('sha256');
      for (const page of document.pages) {
        const content = pageContent(page.items, page.heightMm, faces);
        contents.update(content);
        const written = pdf.addPage([page.widthMm * pointsPerMm, page.heightMm * pointsPerMm]);
        written.node.set(
          library.PDFName.of('Contents'),
          deflatedStream(context, Buffer.from(content, 'latin1')),
        );
        written.node.set(library.PDFName.of('Resources'), context.obj({ Font: fonts }));
      }
      // The file's identifier: of what it says, so that it is the same each time.
      const id = library.PDFHexString.of(
        contents
          .update(JSON.stringify([document.title, document.keywords]))
          .digest('hex')
          .slice(0, 32),
      );
      context.trailerInfo.ID = context.obj([id, id]);
      return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
    },
  };
}

/** The characters that each face must show, sorted, each once; faces in a fixed order. */
function usedCharacters(document: LaidOutDocument): readonly (readonly [FontId, readonly number[]])[] {
  const used: Readonly<Record<FontId, Set<number>>> = {
    serif: new Set(),
    'serif-bold': new Set(),
    sans: new Set(),
  };
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      for (const character of item.text) used[item.font].add(character.codePointAt(0) ?? 0);
    }
  }
  return (['serif', 'serif-bold', 'sans'] as const)
    .filter((id) => used[id].size > 0)
    .map((id) => [id, Array.from(used[id]).toSorted((a, b) => a - b)] as const);
}
