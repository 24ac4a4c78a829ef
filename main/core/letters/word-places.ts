import type { LaidOutDocument, PageItem } from '../../contract/laid-out-document.ts';
import { emMm } from './set-glyphs.ts';
import type { SourcedCharacter } from './word-sources.ts';

/** Where words that were filled in stand: a box on a page, from its top left corner. */
export interface WordPlace {
  /** From 0. */
  readonly page: number;
  readonly variable: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

type Text = Extract<PageItem, { kind: 'text' }>;

/** How far above the baseline a line of type reaches, and how high it is, in em. */
const aboveEm = 0.9;
const highEm = 1.12;
/** Blanks that a line's end gives up, and at most so many characters, are passed over where text and page are matched. */
const mostSkipped = 6;

/**
 * The boxes of the words that were filled in, in reading order; what stands side by side on a line and comes from one
 * variable is one box. `sources` are the elements' characters as `wordSources` gives them for the same letter.
 */
export function wordPlaces(
  document: LaidOutDocument,
  sources: readonly (readonly SourcedCharacter[])[],
): readonly WordPlace[] {
  const reached = new Map<number, number>();
  const places: WordPlace[] = [];
  for (const [page, { items }] of document.pages.entries()) {
    for (const item of items) {
      if (item.kind !== 'text' || item.element === undefined) continue;
      const characters = sources[item.element] ?? [];
      const { variables, end } = matched(item, characters, reached.get(item.element) ?? 0);
      reached.set(item.element, end);
      for (const place of boxesOf(item, variables, page)) join(places, place);
    }
  }
  return places;
}

/** The variable of each character of an item, and how far into the element's text it reaches. */
function matched(
  item: Text,
  characters: readonly SourcedCharacter[],
  from: number,
): { readonly variables: readonly (string | null)[]; readonly end: number } {
  let at = from;
  const variables = Array.from(item.text, (character) => {
    const window = characters.slice(at, at + mostSkipped);
    const skipped = window.findIndex((one) => one.character === character);
    if (skipped < 0) return null;
    at += skipped + 1;
    return window[skipped]?.variable ?? null;
  });
  return { variables, end: at };
}

function boxesOf(item: Text, variables: readonly (string | null)[], page: number): readonly WordPlace[] {
  const em = emMm(item.sizePt);
  const boxes: WordPlace[] = [];
  let xMm = item.xMm;
  let previous: string | null = null;
  for (const [index, variable] of variables.entries()) {
    const widthMm = item.advancesMm[index] ?? 0;
    const last = boxes.at(-1);
    if (variable !== null && variable === previous && last !== undefined) {
      boxes[boxes.length - 1] = { ...last, widthMm: last.widthMm + widthMm };
    } else if (variable !== null) {
      const yMm = item.baselineMm - aboveEm * em;
      boxes.push({ page, variable, xMm, yMm, widthMm, heightMm: highEm * em });
    }
    previous = variable;
    xMm += widthMm;
  }
  return boxes;
}

/** Adds a box, or lengthens the last one where it goes on in another face. */
function join(places: WordPlace[], place: WordPlace): void {
  const last = places.at(-1);
  const goesOn =
    last !== undefined &&
    last.page === place.page &&
    last.variable === place.variable &&
    Math.abs(last.yMm - place.yMm) < 0.01 &&
    Math.abs(last.xMm + last.widthMm - place.xMm) < 0.5;
  if (!goesOn) places.push(place);
  else places[places.length - 1] = { ...last, widthMm: place.xMm + place.widthMm - last.xMm };
}
