import { createHash } from 'node:crypto';
import type { FontId, SharedCharacters } from '../../contract/letters.ts';
import { shownCharacters } from '../../core/letters/shown-characters.ts';
import type { PdfWriter } from '../../world.ts';
import { embedFace, type EmbeddedFace } from './embed-face.ts';
import { faceFiles, openFace } from './face-files.ts';
import { pageContent } from './page-content.ts';
import { deflatedStream, deflateWhole, loadPdfLibrary } from './pdf-objects.ts';
import { steadyDeflate, type SteadyStretch } from './steady-deflate.ts';
import { writeStructure, type MarkedPage } from './structure-tree.ts';

const pointsPerMm = 72 / 25.4;

/**
 * Writes laid-out documents as PDF 1.7: tagged where they say what their text is, faces cut and embedded, no dates, no random parts, so that the same document
 * gives the same bytes. Throws `font-missing`, `font-unusable`; a character without a glyph is a bug of the lay-out.
 */
export function createPdfWriter(fontsFolder: string): PdfWriter {
  return {
    async write(document, shared = {}) {
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
      const shown = shownCharacters(document);
      for (const id of ['serif', 'serif-bold', 'sans'] as const) {
        const codePoints = shown[id];
        if (codePoints === undefined) continue;
        const face = await openFace(fontsFolder, id);
        faces.set(id, {
          face: embedFace(library, context, face, faceFiles[id].name, ...withShared(id, codePoints, shared)),
          resource: `F${faces.size + 1}`,
        });
      }
      const fonts = Object.fromEntries(
        Array.from(faces.values(), ({ face, resource }) => [resource, face.ref]),
      );

      const contents = createHash('sha256');
      const marked: MarkedPage[] = [];
      for (const page of document.pages) {
        const { content, marks } = pageContent(page.items, page.heightMm, faces, document.elements);
        contents.update(content);
        const written = pdf.addPage([page.widthMm * pointsPerMm, page.heightMm * pointsPerMm]);
        written.node.set(
          library.PDFName.of('Contents'),
          deflatedStream(context, Buffer.from(content, 'latin1')),
        );
        written.node.set(library.PDFName.of('Resources'), context.obj({ Font: fonts }));
        if (document.elements === undefined) continue;
        written.node.set(library.PDFName.of('StructParents'), context.obj(marked.length));
        written.node.set(library.PDFName.of('Tabs'), context.obj('S'));
        marked.push({ ref: written.ref, marks });
      }
      if (document.elements !== undefined) {
        pdf.catalog.set(library.PDFName.of('MarkInfo'), context.obj({ Marked: true }));
        pdf.catalog.set(
          library.PDFName.of('StructTreeRoot'),
          writeStructure(library, context, document.elements, marked),
        );
      }
      // The file's identifier: of what it says, so that it is the same each time.
      const id = library.PDFHexString.of(
        contents
          .update(JSON.stringify([document.title, document.keywords]))
          .digest('hex')
          .slice(0, 32),
      );
      context.trailerInfo.ID = context.obj([id, id]);
      return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
    },
  };
}

const stretches = new WeakMap<SharedCharacters, Map<FontId, SteadyStretch>>();

/** A face's characters, the shared ones first, and how its font program is compressed: their part once for all documents. */
function withShared(
  id: FontId,
  codePoints: readonly number[],
  shared: SharedCharacters,
): readonly [readonly number[], (bytes: Buffer, from: number, to: number) => Uint8Array, number] {
  const first = shared[id];
  if (first === undefined) return [codePoints, deflateWhole, 0];
  const isShared = new Set(first);
  const known = stretches.get(shared) ?? new Map<FontId, SteadyStretch>();
  stretches.set(shared, known);
  const deflate = (bytes: Buffer, from: number, to: number): Uint8Array => {
    const { deflated, stretch } = steadyDeflate(bytes, from, to, known.get(id));
    known.set(id, stretch);
    return deflated;
  };
  return [[...first, ...codePoints.filter((one) => !isShared.has(one))], deflate, first.length];
}
