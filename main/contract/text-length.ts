const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The characters that a reader sees: surrogate pairs, combining marks and emoji sequences are one each. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), (piece) => piece.segment);
}

const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u2e80-\u303f\u3100-\u31ff\u3200-\u33ff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\p{Extended_Pictographic}“”‘’…—·]/u;
const halfWidthKana = /^[\uff61-\uff9f\uffa0-\uffdc]/u;

/** One for a half-width character, two for one that takes the room of a Han character. */
export function widthOfCharacter(character: string): 1 | 2 {
  if (/^[\u0020-\u007e]$/.test(character)) return 1;
  return wide.test(character) && !halfWidthKana.test(character) ? 2 : 1;
}

/** Three ways to measure a text, blank ends left out. */
export interface TextLength {
  /** Characters as a reader counts them: a Han character, a letter and a full-width letter are one each. */
  readonly characters: number;
  /** Han, kana, full-width letters and Chinese punctuation count two, all else one ("10 个汉字或 20 个字符"). */
  readonly widths: number;
  /** The room taken, in Han characters: widths by two, rounded up. */
  readonly han: number;
}

/** Measures a text. Line breaks count as one character. */
export function textLength(text: string): TextLength {
  const characters = charactersOf(text.trim());
  const widths = characters.reduce((total, character) => total + widthOfCharacter(character), 0);
  return { characters: characters.length, widths, han: Math.ceil(widths / 2) };
}

/** How many Han characters a text holds, whatever stands beside them. */
const hanLettersOf = (text: string): number =>
  charactersOf(text).filter((one) => /^\p{Script=Han}/u.test(one)).length;

/** What lengths are counted in: room in Han characters, room in half-width ones, Han alone, or characters of any kind. */
export const lengthUnits = ['han', 'hanLetters', 'widths', 'characters'] as const;
export type LengthUnit = (typeof lengthUnits)[number];

/** How long a text is in a unit. */
export function lengthIn(unit: LengthUnit, text: string): number {
  return unit === 'hanLetters' ? hanLettersOf(text) : textLength(text)[unit];
}
