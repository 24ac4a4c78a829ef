import type { FontId, FontSet } from '../../contract/laid-out-document.ts';
import { isUsualIdeograph } from './characters.ts';

/** Boxes to tick: no face has them, the lay-out draws them. */
export const drawnBoxes: ReadonlySet<string> = new Set(['☐', '☑']);

/**
 * Data as it is printed: runs of white space become one space, ends are trimmed, and Kangxi radicals, which look like
 * ideographs and are not, become the ideographs (NFKC, U+2F00–2FDF only). Nothing else changes.
 */
export function printableText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\u2F00-\u2FDF]/gu, (radical) => radical.normalize('NFKC'));
}

/** Control characters and marks that direct or split text without showing: never printed. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Cn}\p{Co}]/u;

const order: Readonly<Record<FontId, readonly FontId[]>> = {
  serif: ['serif', 'serif-bold', 'sans'],
  'serif-bold': ['serif-bold', 'serif', 'sans'],
  sans: ['sans', 'serif', 'serif-bold'],
};

/** The face that shows a character: the one wanted, or another that has it; null where none does. */
export function faceFor(character: string, wanted: FontId, fonts: FontSet): FontId | null {
  const codePoint = character.codePointAt(0) ?? 0;
  if (isUsualIdeograph(codePoint) && fonts[wanted].has(codePoint)) return wanted;
  if (invisible.test(character)) return null;
  return order[wanted].find((id) => fonts[id].has(codePoint)) ?? null;
}

/** As many texts are known to be printable: the paragraphs of a few letters. */
const keptTexts = 300;
const printable = new WeakMap<FontSet, Set<string>>();

/** The characters of these texts that no face can print, each once: as itself, or as U+… where it has no shape. */
export function unprintable(texts: Iterable<string>, fonts: FontSet): readonly string[] {
  const known = printable.get(fonts) ?? new Set<string>();
  printable.set(fonts, known);
  const found = new Set<string>();
  for (const text of texts) {
    if (known.has(text)) continue;
    const odd = oddIn(text, fonts);
    for (const character of odd) found.add(character);
    if (odd.size > 0) continue;
    if (known.size >= keptTexts) known.clear();
    known.add(text);
  }
  return Array.from(found);
}

function oddIn(text: string, fonts: FontSet): ReadonlySet<string> {
  const odd = new Set<string>();
  for (const character of new Set(text)) {
    if (character === '\n' || drawnBoxes.has(character)) continue;
    if (faceFor(character, 'serif', fonts) === null) {
      odd.add(invisible.test(character) ? codePointName(character) : character);
    }
  }
  return odd;
}

/** How a character without a printable shape is named: U+200B. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
