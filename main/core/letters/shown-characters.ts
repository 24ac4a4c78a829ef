import type { FontId, LaidOutDocument, SharedCharacters } from '../../contract/laid-out-document.ts';

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
      for (const codePoint of codePointsOf(item)) shown[item.font].add(codePoint);
    }
  }
  const sorted: { [F in FontId]?: readonly number[] } = {};
  for (const font of ['serif', 'serif-bold', 'sans'] as const) {
    if (shown[font].size > 0) sorted[font] = Array.from(shown[font]).toSorted((a, b) => a - b);
  }
  return sorted;
}

type TextItem = Extract<LaidOutDocument['pages'][number]['items'][number], { kind: 'text' }>;
const known = new WeakMap<
  readonly number[],
  { readonly text: string; readonly codePoints: readonly number[] }
>();

/** A text's code points, each once. Rows that a lay-out keeps bring the same advances along, by which they are told. */
function codePointsOf({ text, advancesMm }: TextItem): readonly number[] {
  const before = known.get(advancesMm);
  if (before?.text === text) return before.codePoints;
  const codePoints = Array.from(new Set(text), (character) => character.codePointAt(0) ?? 0);
  known.set(advancesMm, { text, codePoints });
  return codePoints;
}
