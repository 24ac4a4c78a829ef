import { simplifiedForm } from './traditional-characters.ts';

/** A text reduced to what makes words: letters, digits and the per cent sign of a number, with where each stood. */
export interface PlainText {
  /** Lower case, NFKC, simplified characters; blanks, symbols and invisible characters left out; `\n` for a break. */
  readonly plain: string;
  /** The text in NFKC, which `at` points into. */
  readonly source: string;
  /** For each unit of `plain`, its index in `source`. */
  readonly at: readonly number[];
  /** Whether something was left out right before this unit of `plain`. */
  readonly hasGapBefore: readonly boolean[];
}

/** What ends a clause or sets words apart: no word goes across it. */
const breaks = /[\n\r。！？；，、：,;:!?（）()《》〈〉【】[\]{}「」『』“”"‘’…|/\\]/u;
const kept = /[\p{L}\p{N}]/u;
const stripped = /^[^%\n\r]$/u;

/** Reduces a text to its words, so that case, width, script, blanks and inserted symbols do not hide one. */
export function plainTextOf(text: string): PlainText {
  const source = text.normalize('NFKC');
  const at: number[] = [];
  const hasGapBefore: boolean[] = [];
  let plain = '';
  let isGap = false;
  let index = 0;
  for (const character of source) {
    const isPercent = character === '%' && /\d$/.test(plain) && !isGap;
    if (kept.test(character) || isPercent) {
      const lower = simplifiedForm(character.toLowerCase());
      for (let unit = 0; unit < lower.length; unit += 1) {
        at.push(index);
        hasGapBefore.push(isGap && unit === 0);
      }
      plain += lower;
      isGap = false;
    } else if (breaks.test(character) && plain !== '' && !plain.endsWith('\n')) {
      plain += '\n';
      at.push(index);
      hasGapBefore.push(isGap);
      isGap = false;
    } else if (stripped.test(character) || character === '%') {
      isGap = true;
    }
    index += character.length;
  }
  return { plain, source, at, hasGapBefore };
}

/** The letters and digits of a text alone: what makes two spellings of a name the same. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The same in simplified characters: what makes two spellings of a word the same. */
export const wordLettersOf = (text: string): string => [...lettersOf(text)].map(simplifiedForm).join('');
