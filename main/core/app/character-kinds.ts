import { charactersOf } from '../../contract/text-length.ts';

/** What a character is to a name or a sentence. */
export type CharacterKind =
  'letter' | 'space' | 'line-break' | 'punctuation' | 'symbol' | 'emoji' | 'invisible' | 'broken';

const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
/** Printed symbols that Unicode counts among the pictographs but every Chinese font has. */
const plainSymbols = /^[©®™‼⁉〰〽㊗㊙]$/u;
const invisible =
  /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u115f\u1160\u3164\uffa0\u2028\u2029\ufffc\ufffd]/u;

/** Tells what a character (a grapheme of {@link charactersOf}) is. */
export function characterKind(character: string): CharacterKind {
  if (/^(\r\n|\n|\r)$/.test(character)) return 'line-break';
  if (/[\p{Cs}\p{Cn}\p{Co}]/u.test(character)) return 'broken';
  if (emoji.test(character) && !plainSymbols.test(character) && !/^[\d#*]$/.test(character)) return 'emoji';
  if (invisible.test(character)) return 'invisible';
  if (/^\p{Zs}+$/u.test(character)) return 'space';
  if (/^[\p{L}\p{Nd}〇]\p{M}{0,4}$/u.test(character)) return 'letter';
  return /^\p{P}/u.test(character) ? 'punctuation' : 'symbol';
}

/** A character that a text may not hold, once however often it occurs. */
export interface OddCharacter {
  readonly character: string;
  readonly kind: CharacterKind;
}

/** The characters of a text that `isAllowed` refuses, each once, in the order of their first occurrence. */
export function oddCharacters(
  text: string,
  isAllowed: (character: string, kind: CharacterKind) => boolean,
): readonly OddCharacter[] {
  const found = new Map<string, OddCharacter>();
  for (const character of charactersOf(text)) {
    if (found.has(character)) continue;
    const kind = characterKind(character);
    if (!isAllowed(character, kind)) found.set(character, { character, kind });
  }
  return [...found.values()];
}
