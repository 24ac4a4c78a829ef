import type { FontSet, SharedCharacters } from '../../contract/laid-out-document.ts';
import type { Wording } from './compile-wording.ts';
import { bareWording } from './fill-letter.ts';
import { layOut } from './lay-out.ts';
import { shownCharacters } from './shown-characters.ts';
import type { LetterTemplate } from './template.ts';

const known = new WeakMap<FontSet, WeakMap<Wording, Promise<SharedCharacters>>>();

/**
 * The characters that a template's wording shows whatever is filled in: those that its letters have in common. Worked out
 * once for a template, and the same object each time.
 */
export function wordingCharacters(template: LetterTemplate, fonts: FontSet): Promise<SharedCharacters> {
  const ofFonts = known.get(fonts) ?? new WeakMap<Wording, Promise<SharedCharacters>>();
  known.set(fonts, ofFonts);
  const before = ofFonts.get(template.wording);
  if (before !== undefined) return before;
  // Without a code: no letter has the code of another.
  const characters = layOut(bareWording(template), fonts, () => Promise.resolve([])).then(shownCharacters);
  ofFonts.set(template.wording, characters);
  return characters;
}
