import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DossierDocument } from '../../main/contract/dossier.ts';
import { fillLetter } from '../../main/core/letters/fill-letter.ts';
import { parseTemplate, type LetterTemplate } from '../../main/core/letters/template.ts';

/** Where the template is, as a team keeps its own; `root` is the folder of the repository. */
export const templatesIn = (root: string): string => join(root, 'bench', 'letters', 'templates');
export const benchLetterId = 'bench-commitment';
/** The day that is printed on every letter. */
export const benchDate = '2026-11-22';

/** What a peer sets: the words of a letter, paragraph by paragraph, numbered ones with their numbers. */
export interface BenchLetter {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Lines of the signature block. */
  readonly signature: readonly string[];
}

/** The template of the letter that everyone makes. */
export function benchTemplate(root: string): LetterTemplate {
  const path = join(templatesIn(root), benchLetterId, '1.0.0', 'template.md');
  return parseTemplate(readFileSync(path, 'utf8'), path, 'team');
}

/** The words of the letter for a company, as our own engine fills them in. */
export function benchLetter(template: LetterTemplate, document: DossierDocument): BenchLetter {
  const filled = fillLetter({ template, document, entry: { date: benchDate } });
  if (filled.kind !== 'filled') throw new Error(JSON.stringify(filled.missing));
  const { title, blocks } = filled.tree;
  const signature = blocks.at(-1);
  if (signature?.kind !== 'signature') throw new Error('the letter ends without a signature block');
  return {
    title,
    paragraphs: blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
    ),
    signature: [...(signature.suggested ?? []), signature.party, signature.date ?? ''],
  };
}

/** All words of a letter without blanks. */
export function wordsOf({ title, paragraphs, signature }: BenchLetter): string {
  return [title, ...paragraphs, ...signature].join('').replace(/\s/g, '');
}
