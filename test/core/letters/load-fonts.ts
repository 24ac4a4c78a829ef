import { rmSync } from 'node:fs';
import { createFonts } from '../../../main/adapters/pdf/fonts.ts';
import type { FontSet } from '../../../main/contract/laid-out-document.ts';
import { makeFontsFolder } from '../../adapters/pdf/fonts-folder.ts';

/** The measures of the real faces. */
export async function loadFonts(): Promise<FontSet> {
  const folder = makeFontsFolder();
  try {
    return await createFonts(folder)();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
