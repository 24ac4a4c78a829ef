/** What cleaning changed in a pasted text. */
export type Cleaned = 'digits' | 'blanks' | 'lines' | 'invisible' | 'radicals';

/** A pasted text as it should stand in the field, and what was changed for it. */
export interface CleanPaste {
  readonly text: string;
  readonly changed: readonly Cleaned[];
}

type Cleaning = readonly [what: Cleaned, clean: (text: string) => string];

const fullWidthOffset = 0xfee0;
/** Full-width digits and letters, as input methods and tables leave them; brackets and other marks stay as they are. */
const narrow = (text: string): string =>
  text.replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (one) =>
    String.fromCodePoint((one.codePointAt(0) ?? 0) - fullWidthOffset),
  );
/** Zero-width marks, soft hyphens, direction marks and control characters other than line ends and tabs. */
const withoutInvisible = (text: string): string =>
  text.replaceAll(/(?![\t\n\r])\p{Cc}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu, '');
/** Radicals that PDF files give in place of the characters. */
const withCharacters = (text: string): string =>
  text.replaceAll(/[\u2e80-\u2fdf]/g, (one) => one.normalize('NFKC'));
const plainBlanks = (text: string): string => text.replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\t]/g, ' ');
const inOneLine = (text: string): string =>
  text
    .trim()
    // Between Chinese characters a line end stands for nothing, elsewhere for a blank.
    .replaceAll(/(?<=[\p{Script=Han}，。；：、“”])\s*[\r\n]+\s*(?=[\p{Script=Han}，。；：、“”])/gu, '')
    .replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');

/**
 * Cleans a pasted text: invisible marks, radicals and odd blanks always; in a single line full-width digits and letters,
 * and line ends, too. What a person typed is never changed by this.
 */
export function cleanPasted(pasted: string, field: { readonly isOneLine: boolean }): CleanPaste {
  const cleanings: readonly Cleaning[] = [
    ['invisible', withoutInvisible],
    ['radicals', withCharacters],
    ['blanks', plainBlanks],
    ...(field.isOneLine
      ? ([
          ['digits', narrow],
          ['lines', inOneLine],
        ] as const)
      : []),
  ];
  let text = pasted.replaceAll('\r\n', '\n');
  const changed: Cleaned[] = [];
  for (const [what, clean] of cleanings) {
    const next = clean(text);
    // Blank ends go without a word, as they always do on leaving a field.
    if (next !== text && (what !== 'lines' || next !== text.trim())) changed.push(what);
    text = next;
  }
  return { text, changed };
}
