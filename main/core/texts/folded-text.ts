import { simplifiedForm } from '../app/traditional-characters.ts';

/** A text in which spellings do not differ: lower case, NFKC, simplified, without blanks; `at` leads back to where each unit stood. */
export interface FoldedText {
  readonly folded: string;
  /** For each unit of `folded`, and one past its end, the index in the text. */
  readonly at: Uint32Array;
}

const blankOrUnseen = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;
/** What each character folds to; a text has few different ones. */
const known = new Map<number, string>();

function foldedCharacter(code: number): string {
  const before = known.get(code);
  if (before !== undefined) return before;
  const character = String.fromCodePoint(code);
  const normal = character.normalize('NFKC').toLowerCase();
  const folded =
    blankOrUnseen.test(normal) || normal.trim() === '' ? '' : [...normal].map(simplifiedForm).join('');
  // Marks that Chinese texts and keyboards mix up.
  const one = marks[folded] ?? folded;
  if (known.size < 50_000) known.set(code, one);
  return one;
}

const marks: Readonly<Record<string, string>> = { '‐': '-', '‑': '-', '–': '-', '―': '—', '〉': '>' };

/** Folds a text. */
export function foldText(text: string): FoldedText {
  const at: number[] = [];
  const pieces: string[] = [];
  for (let index = 0; index < text.length;) {
    const code = text.codePointAt(index) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const folded = foldedCharacter(code);
    if (folded !== '') {
      pieces.push(folded);
      for (let unit = 0; unit < folded.length; unit += 1) at.push(index);
    }
    index += width;
  }
  at.push(text.length);
  return { folded: pieces.join(''), at: Uint32Array.from(at) };
}

/** The first index of `folded` that stands at or after an index of the text. */
export function foldedIndex({ at }: FoldedText, index: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
