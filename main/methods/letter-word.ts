import type { DocumentTree } from '../contract/letters.ts';
import { draftLetter } from '../core/letters/fill-letter.ts';
import type { LetterTemplate } from '../core/letters/template.ts';
import { wordOfLetter } from '../core/letters/word-of-letter.ts';
import type { World } from '../world.ts';
import { openIn } from './load-form.ts';
import type { Methods } from './method.ts';
import { makeLetter, requirePlatform } from './needed-letters.ts';
import { recordLetters } from './record-run.ts';

/** The media type of .docx. */
export const wordMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Letters as Word files, for lawyers to edit. */
export const letterWordMethods: Pick<Methods, 'letters.word'> = {
  async 'letters.word'(world, { dossier, letter, by }, context) {
    // The platform's form is nobody's to edit: what a lawyer edits is our own wording.
    const open = await openIn(world, dossier, 'own');
    const { document } = open;
    const made = await makeLetter(world, document, letter);
    const { template, filled } = made;
    requirePlatform(template, document);
    const tree = filled.kind === 'filled' ? filled.tree : draftLetter({ template, document });
    const bytes = await wordFile(world, template, tree);
    const fileName = `${template.title.zh}${tree.isDraft ? '（草稿）' : ''}.docx`.normalize('NFC');
    const artifact = await world.artifacts.keep(bytes, fileName, wordMediaType);
    // Like a PDF, a draft is no letter yet, and none of it is kept.
    const notKept = tree.isDraft
      ? null
      : await recordLetters(world, open, [made], { by, as: 'word' }, context);
    const revision = tree.code?.revision ?? 'draft';
    return { artifact, fileName, revision, ...(notKept === null ? {} : { notKept }) };
  },
};

/** A letter's tree as the bytes of a .docx. */
export function wordFile(world: World, template: LetterTemplate, tree: DocumentTree): Promise<Uint8Array> {
  return world.word.write(wordOfLetter(tree, template));
}
