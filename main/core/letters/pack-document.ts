import type { LaidOutDocument, PageElement, PageItem } from '../../contract/laid-out-document.ts';

type Page = LaidOutDocument['pages'][number];

/** Pages that follow one another in a pack, with the elements that their text belongs to. */
export interface PackPart {
  readonly pages: readonly Page[];
  readonly elements: readonly PageElement[];
  readonly keywords: readonly string[];
}

/** One document of all parts, in their order; title, author, language and subject are the cover's. */
export function packDocument(cover: LaidOutDocument, parts: readonly PackPart[]): LaidOutDocument {
  const elements: PageElement[] = [];
  const pages: Page[] = [];
  const keywords = new Set<string>();
  for (const part of [{ ...cover, elements: cover.elements ?? [] }, ...parts]) {
    const before = elements.length;
    for (const { tag, parent } of part.elements) {
      elements.push({ tag, parent: parent === null ? null : parent + before });
    }
    for (const page of part.pages)
      pages.push({ ...page, items: page.items.map((item) => later(item, before)) });
    for (const keyword of part.keywords) keywords.add(keyword);
  }
  const { title, author, language, subject } = cover;
  return { title, author, language, subject, keywords: [...keywords], elements, pages };
}

function later(item: PageItem, by: number): PageItem {
  return item.kind === 'text' && item.element !== undefined ? { ...item, element: item.element + by } : item;
}
