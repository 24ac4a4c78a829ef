import { join } from 'node:path';
import type { DossierDocument } from '../../main/contract/dossier.ts';
import { createPageCodes } from '../../main/adapters/images/page-codes.ts';
import { createFonts } from '../../main/adapters/pdf/fonts.ts';
import { createPdfWriter } from '../../main/adapters/pdf/pdf-writer.ts';
import { fillLetter } from '../../main/core/letters/fill-letter.ts';
import { layOut } from '../../main/core/letters/lay-out.ts';
import { wordingCharacters } from '../../main/core/letters/wording-characters.ts';
import { benchDate, benchTemplate } from './bench-letter.ts';

/** Our own engine, from a dossier to the bytes of a PDF as the app makes them: template filled, pages laid out, codes, tags, fonts. */
export async function startOwnEngine(
  root: string,
): Promise<(document: DossierDocument) => Promise<Uint8Array>> {
  const fontsFolder = join(root, 'out', 'fonts');
  const template = benchTemplate(root);
  const fonts = await createFonts(fontsFolder)();
  const codes = createPageCodes();
  const writer = createPdfWriter(fontsFolder);
  return async (document) => {
    const filled = fillLetter({ template, document, entry: { date: benchDate } });
    if (filled.kind !== 'filled') throw new Error(JSON.stringify(filled.missing));
    const pages = await layOut(filled.tree, fonts, (code) => codes.encode(code));
    return writer.write(pages, await wordingCharacters(template, fonts));
  };
}
