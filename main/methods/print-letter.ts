import type { LaidOutDocument } from '../contract/laid-out-document.ts';
import type { PrintGuides } from '../contract/letters.ts';
import { draftForm, layOutForm } from '../core/letters/fill-form.ts';
import { draftLetter } from '../core/letters/fill-letter.ts';
import { layOut } from '../core/letters/lay-out.ts';
import { wordingCharacters } from '../core/letters/wording-characters.ts';
import type { World } from '../world.ts';
import type { MadeLetter } from './needed-letters.ts';

/** A made letter laid out to be printed, on the platform's form where it is made on one; a draft where data is missing. */
export async function layOutMade(
  world: World,
  { template, document, entry, form, filled }: MadeLetter,
  print: PrintGuides,
): Promise<LaidOutDocument> {
  const fonts = await world.fonts();
  if (form !== null && filled.kind !== 'filled') {
    const sheets =
      filled.kind === 'on-form' ? filled.sheets : draftForm(form, { template, document, entry }, fonts);
    return layOutForm(sheets, await world.forms.pdf(form.stored), print);
  }
  const tree = filled.kind === 'filled' ? filled.tree : draftLetter({ template, document, entry });
  return layOut(tree, fonts, (code) => world.codes.encode(code), print);
}

/**
 * The same as a PDF. A letter on a screen is made `often`: what all letters of its template have in common is then compressed once, which
 * takes longer than one letter that goes to a file.
 */
export async function writeMade(
  world: World,
  made: MadeLetter,
  print: PrintGuides,
  { often }: { readonly often: boolean },
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const document = await layOutMade(world, made, print);
  const shared =
    often && made.form === null ? await wordingCharacters(made.template, await world.fonts()) : {};
  return { bytes: await world.pdf.write(document, shared), pages: document.pages.length };
}
