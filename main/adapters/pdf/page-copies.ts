import { openSource, pageForm, type PageForm } from './page-form.ts';
import type { PdfFile, PdfRef } from './pdf-file.ts';
import { loadPdfLibrary } from './pdf-objects.ts';

/** A PDF whose pages can be shown in a file that is being written. */
export interface CopiedSource {
  /** One page (from 0) as a form of the file; null where its parts cannot be read. */
  page(index: number): (Omit<PageForm, 'ref'> & { readonly ref: PdfRef }) | null;
}

/** What takes pages of other PDFs over into a file. */
export interface PageCopies {
  /** Null for a PDF whose pages cannot be taken over as they are. */
  open(bytes: Uint8Array): Promise<CopiedSource | null>;
}

/** Takes pages of PDFs over with pdf-lib, each written to the file before the next is read. */
export async function createPageCopies(file: PdfFile): Promise<PageCopies> {
  const library = await loadPdfLibrary();
  const context = library.PDFContext.create();

  /** Writes what pdf-lib has put into its context beyond the file's own objects. Small ones stay, to be looked up again. */
  const writeNew = (before: number): void => {
    while (file.count < context.largestObjectNumber) file.reserve();
    for (let number = before + 1; number <= context.largestObjectNumber; number += 1) {
      const ref = library.PDFRef.of(number);
      const object = context.lookup(ref);
      // What refers to an object that the source does not have refers to nothing.
      if (object === undefined) {
        file.put(`${number} 0 R`, 'null');
        continue;
      }
      const bytes = Buffer.alloc(object.sizeInBytes());
      object.copyBytesInto(bytes, 0);
      if (object instanceof library.PDFStream) {
        file.putBytes(`${number} 0 R`, bytes);
        context.delete(ref);
      } else file.put(`${number} 0 R`, bytes.toString('latin1'));
    }
  };

  return {
    async open(bytes) {
      const source = await openSource(library, context, bytes);
      if (source === null) return null;
      return {
        page(index) {
          const before = file.count;
          context.largestObjectNumber = before;
          const form = pageForm(library, context, source, index);
          writeNew(before);
          return form === null ? null : { ...form, ref: `${form.ref.objectNumber} 0 R` };
        },
      };
    },
  };
}
