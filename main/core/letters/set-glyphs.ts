import type { FontId, FontSet } from '../../contract/laid-out-document.ts';
import type { Run } from '../../contract/letters.ts';
import {
  canBreakBetween,
  canStretchBetween,
  isClosing,
  isIdeograph,
  isOpening,
  isUsualIdeograph,
  isWide,
} from './characters.ts';
import { codePointName, drawnBoxes, faceFor } from './printable.ts';

/** Millimetres of one em of type. */
export const emMm = (sizePt: number): number => (sizePt * 25.4) / 72;

/** One character with its face and measures, in millimetres, before lines are broken. */
export interface Glyph {
  readonly character: string;
  readonly font: FontId;
  readonly widthMm: number;
  /** Added when the next character stands on the same line: negative where marks close up, positive beside Latin. */
  readonly kernMm: number;
  /** Blank at its right that may be given up at the end of a line. */
  readonly trimMm: number;
  readonly canBreakAfter: boolean;
  readonly canStretchAfter: boolean;
  readonly underline: boolean;
}

/**
 * The gap between ideographs and Latin words or figures, in em: set, never a character. Readers of PDF take a gap of
 * a tenth of the em for a blank.
 */
const latinGapEm = 0.07;

/**
 * Turns runs into glyphs. A character that no face has is printed as its name, [U+1F600]: seen, never dropped or boxed
 * (letters refuse it before; a checklist of files must still be printed).
 */
export function setGlyphs(
  runs: readonly Run[],
  type: { readonly font: FontId; readonly sizePt: number },
  fonts: FontSet,
): readonly Glyph[] {
  const em = emMm(type.sizePt);
  const bold: FontId = type.font === 'serif' ? 'serif-bold' : type.font;
  const characters = runs.flatMap((run) => spell(run, run.bold ? bold : type.font, fonts));
  return characters.map(({ character, font, underline }, index): Glyph => {
    const next = characters[index + 1]?.character;
    const codePoint = character.codePointAt(0) ?? 0;
    // Most pairs of a letter: nothing closes up between them, and a line may end or be stretched there.
    if (next !== undefined && isUsualIdeograph(codePoint) && isUsualIdeograph(next.codePointAt(0) ?? 0)) {
      const widthMm = fonts[font].advance(codePoint) * em;
      return {
        character,
        font,
        widthMm,
        kernMm: 0,
        trimMm: 0,
        canBreakAfter: true,
        canStretchAfter: true,
        underline,
      };
    }
    const previous = characters[index - 1]?.character;
    const apostrophe = isInsideLatinWord(previous, character, next);
    return {
      character,
      font,
      widthMm: drawnBoxes.has(character) ? em : fonts[font].advance(codePoint) * em,
      kernMm: next === undefined ? 0 : kernEm(character, next) * em,
      trimMm: isClosing(character) ? em / 2 : 0,
      canBreakAfter: next !== undefined && !apostrophe && canBreakBetween(character, next),
      canStretchAfter: next !== undefined && canStretchBetween(character, next),
      underline,
    };
  });
}

interface Spelt {
  readonly character: string;
  readonly font: FontId;
  readonly underline: boolean;
}

function spell(run: Run, font: FontId, fonts: FontSet): readonly Spelt[] {
  const underline = run.underline ?? false;
  const spelt: Spelt[] = [];
  for (const character of run.text) {
    const face = drawnBoxes.has(character) ? font : faceFor(character, font, fonts);
    if (face !== null) {
      spelt.push({ character, font: face, underline });
      continue;
    }
    for (const letter of `[${codePointName(character)}]`) spelt.push({ character: letter, font, underline });
  }
  return spelt;
}

/** The apostrophe of a word such as Smith’s, which is no closing quotation mark. */
function isInsideLatinWord(
  previous: string | undefined,
  character: string,
  next: string | undefined,
): boolean {
  return character === '’' && /^[A-Za-z]$/.test(previous ?? '') && /^[A-Za-z]$/.test(next ?? '');
}

/** Neighbouring full-width marks share the blank between them; ideographs keep a thin gap from Latin. */
function kernEm(first: string, second: string): number {
  const a = first.codePointAt(0) ?? 0;
  const b = second.codePointAt(0) ?? 0;
  if (isIdeograph(a) && isIdeograph(b)) return 0;
  if (isClosing(first) && (isClosing(second) || isOpening(second))) return -0.5;
  if (isOpening(first) && isOpening(second)) return -0.5;
  const isLatin = (codePoint: number, character: string): boolean =>
    !isWide(codePoint) && /[\p{L}\p{N}]/u.test(character);
  if (isIdeograph(a) && isLatin(b, second)) return latinGapEm;
  if (isLatin(a, first) && isIdeograph(b)) return latinGapEm;
  return 0;
}
