import type { FontId, LaidOutDocument, SharedCharacters } from '../../contract/letters.ts';

/** The characters that each face shows in a document, sorted, each once; faces in a fixed order, none that shows nothing. */
export function shownCharacters(document: LaidOutDocument): SharedCharacters {
  const shown: Readonly<Record<FontId, Set<number>>> = {
    serif: new Set(),
    'serif-bold': new Set(),
    sans: new Set(),
  };
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      for (const character of item.text) shown[item.font].add(character.codePointAt(0) ?? 0);
    }
  }
  const sorted: { [F in FontId]?: readonly number[] } = {};
  for (const font of ['serif', 'serif-bold', 'sans'] as const) {
    if (shown[font].size > 0) sorted[font] = Array.from(shown[font]).toSorted((a, b) => a - b);
  }
  return sorted;
}
