import { isWide } from './characters.ts';
import { emMm } from './set-glyphs.ts';

/** About how wide a text is in millimetres, in whatever face Word sets it: full-width characters an em, others half of one. */
export function textWidthMm(text: string, sizePt: number): number {
  const ems = Array.from(text).reduce(
    (sum, character) => sum + (isWide(character.codePointAt(0) ?? 0) || character === '\u3000' ? 1 : 0.5),
    0,
  );
  return ems * emMm(sizePt);
}
