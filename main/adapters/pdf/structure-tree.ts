import type { PDFContext, PDFDict, PDFRef } from 'pdf-lib';
import type { PageElement } from '../../contract/letters.ts';
import type { PdfLibrary } from './pdf-objects.ts';

/** A page as it was written: its object, and the element of each marked content by its number. */
export interface MarkedPage {
  readonly ref: PDFRef;
  readonly marks: readonly number[];
}

type Kid = number | PDFRef | PDFDict;

/**
 * Writes the structure of a tagged PDF (ISO 32000-1, 14.7): elements in reading order under one Document, each with its
 * marked contents, and the way back from these to their element. Returns the object of the StructTreeRoot.
 */
export function writeStructure(
  library: PdfLibrary,
  context: PDFContext,
  elements: readonly PageElement[],
  pages: readonly MarkedPage[],
): PDFRef {
  const root = context.nextRef();
  const top = context.nextRef();
  const refs = elements.map(() => context.nextRef());
  const kids = elements.map((): { at: PDFRef | null; kids: Kid[] } => ({ at: null, kids: [] }));
  const topKids: PDFRef[] = [];
  const refOf = (element: number): PDFRef => {
    const ref = refs[element];
    if (ref === undefined) throw new Error(`the document has no element ${element}`);
    return ref;
  };
  for (const [index, { parent }] of elements.entries()) {
    if (parent === null) topKids.push(refOf(index));
    else kids[parent]?.kids.push(refOf(index));
  }
  for (const { ref, marks } of pages) {
    for (const [mark, element] of marks.entries()) {
      const own = kids[element];
      if (own === undefined) throw new Error(`the document has no element ${element}`);
      own.at ??= ref;
      // What goes on on another page says so.
      own.kids.push(own.at === ref ? mark : context.obj({ Type: 'MCR', Pg: ref, MCID: mark }));
    }
  }
  for (const [index, { tag, parent }] of elements.entries()) {
    const { at = null, kids: own = [] } = kids[index] ?? {};
    const first = own.length === 1 ? own[0] : undefined;
    context.assign(
      refOf(index),
      context.obj({
        S: tag,
        P: parent === null ? top : refOf(parent),
        ...(at === null ? {} : { Pg: at }),
        ...(own.length === 0 ? {} : { K: first ?? own }),
        ...(tag === 'TH' ? { A: context.obj({ O: 'Table', Scope: 'Column' }) } : {}),
      }),
    );
  }
  context.assign(top, context.obj({ S: 'Document', P: root, K: topKids }));
  const parents = pages.flatMap(({ marks }, index) => [index, context.obj(marks.map(refOf))]);
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: top,
      ParentTree: context.obj({ Nums: parents }),
      ParentTreeNextKey: pages.length,
    }),
  );
  return root;
}
