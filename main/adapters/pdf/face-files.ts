import { join } from 'node:path';
import type { FontId } from '../../contract/laid-out-document.ts';
import { openTrueType, type TrueTypeFace } from './true-type.ts';

/** The font files, by the face they give: their names in the fonts folder and the names that a PDF calls them by. */
export const faceFiles: Readonly<Record<FontId, { readonly file: string; readonly name: string }>> = {
  serif: { file: 'NotoSerifSC_400Regular.ttf', name: 'NotoSerifSC-Regular' },
  'serif-bold': { file: 'NotoSerifSC_700Bold.ttf', name: 'NotoSerifSC-Bold' },
  sans: { file: 'NotoSansSC_500Medium.ttf', name: 'NotoSansSC-Medium' },
};

const opened = new Map<string, Promise<TrueTypeFace>>();

/** Opens a face of a fonts folder once per process. Throws Failure `font-missing` or `font-unusable`. */
export function openFace(fontsFolder: string, id: FontId): Promise<TrueTypeFace> {
  const path = join(fontsFolder, faceFiles[id].file);
  const before = opened.get(path);
  if (before !== undefined) return before;
  const face = openTrueType(path);
  opened.set(path, face);
  // A face that could not be opened is tried again next time: the file may be there by then.
  face.catch(() => opened.delete(path));
  return face;
}
