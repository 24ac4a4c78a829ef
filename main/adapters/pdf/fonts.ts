import type { FontId, FontMetrics, FontSet } from '../../contract/laid-out-document.ts';
import { chineseGlyph } from './chinese-forms.ts';
import { openFace } from './face-files.ts';

/** The measures of the three faces in a flat fonts folder, read once. Throws `font-missing`, `font-unusable`. */
export function createFonts(fontsFolder: string): () => Promise<FontSet> {
  let set: FontSet | undefined;
  return async () => {
    if (set === undefined) {
      const [serif, bold, sans] = await Promise.all([
        measures(fontsFolder, 'serif'),
        measures(fontsFolder, 'serif-bold'),
        measures(fontsFolder, 'sans'),
      ]);
      set = { serif, 'serif-bold': bold, sans };
    }
    return set;
  };
}

async function measures(fontsFolder: string, id: FontId): Promise<FontMetrics> {
  const face = await openFace(fontsFolder, id);
  const advances = new Map<number, number>();
  return {
    has: (codePoint) => face.glyphOf(codePoint) !== 0,
    advance(codePoint) {
      const before = advances.get(codePoint);
      if (before !== undefined) return before;
      const advance = face.advanceOf(chineseGlyph(face.glyphOf, codePoint)) / face.unitsPerEm;
      advances.set(codePoint, advance);
      return advance;
    },
    ascent: face.ascent / face.unitsPerEm,
    descent: face.descent / face.unitsPerEm,
  };
}
