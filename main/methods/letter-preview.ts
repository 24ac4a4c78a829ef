import type { Methods } from './method.ts';
import { openIn } from './load-form.ts';
import { pickTemplate } from './load-template.ts';
import { makeLetter } from './needed-letters.ts';
import { previewLetter } from './preview-letter.ts';
import { previewOnForm } from './preview-on-form.ts';

const usualDpi = 110;

/** Letters to look at before they are printed. */
export const letterPreviewMethods: Pick<Methods, 'letters.preview'> = {
  async 'letters.preview'(world, { dossier, letter, dpi = usualDpi, page, wording, ...print }, context) {
    const { document } = await openIn(world, dossier, wording);
    const made = await makeLetter(world, document, letter);
    if (made.form !== null) return previewOnForm(world, made, { dpi, page, print }, context);
    const template = await pickTemplate(world, letter);
    return previewLetter(world, { template, document }, { dpi, page, print }, context);
  },
};
