import type { PageElement } from '../../contract/laid-out-document.ts';
import type { PdfFile, PdfRef } from './pdf-file.ts';

/** A page as it was written: its object, and the element of each marked content by its number. */
export interface MarkedPage {
  readonly ref: PdfRef;
  readonly marks: readonly number[];
}

/**
 * Writes the structure of a tagged PDF (ISO 32000-1, 14.7): elements in reading order under one Document, each with its
 * marked contents, and the way back from these to their element. Returns the object of the StructTreeRoot.
 */
export function writeStructure(
  file: PdfFile,
  elements: readonly PageElement[],
  pages: readonly MarkedPage[],
): PdfRef {
  const root = file.reserve();
  const top = file.reserve();
  const refs = elements.map(() => file.reserve());
  const kids = elements.map((): { at: PdfRef | null; readonly kids: string[] } => ({ at: null, kids: [] }));
  const topKids: PdfRef[] = [];
  const refOf = (element: number): PdfRef => {
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
      own.kids.push(own.at === ref ? String(mark) : `<</Type /MCR /Pg ${ref} /MCID ${mark}>>`);
    }
  }
  for (const [index, { tag, parent }] of elements.entries()) {
    const { at = null, kids: own = [] } = kids[index] ?? {};
    const entries = [
      `/S /${tag} /P ${parent === null ? top : refOf(parent)}`,
      at === null ? '' : ` /Pg ${at}`,
      own.length === 0 ? '' : ` /K ${own.length === 1 ? own[0] : `[${own.join(' ')}]`}`,
      tag === 'TH' ? ' /A <</O /Table /Scope /Column>>' : '',
    ];
    file.put(refOf(index), `<<${entries.join('')}>>`);
  }
  file.put(top, `<</S /Document /P ${root} /K [${topKids.join(' ')}]>>`);
  const parents = pages.map(({ marks }, index) => `${index} [${marks.map(refOf).join(' ')}]`);
  file.put(
    root,
    `<</Type /StructTreeRoot /K ${top} /ParentTree <</Nums [${parents.join(' ')}]>> /ParentTreeNextKey ${pages.length}>>`,
  );
  return root;
}
