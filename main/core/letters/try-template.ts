import type { DossierDocument } from '../../contract/dossier.ts';
import type { DocumentTree } from '../../contract/letters.ts';
import { parseDossier } from '../dossier/parse-dossier.ts';
import { draftLetter, fillLetter } from './fill-letter.ts';
import type { LetterTemplate } from './template.ts';

const empty: DossierDocument = { schema: 'yinqi/dossier@1', platform: 'tencent-meeting', categories: [] };

/**
 * Makes a letter of a template to see what only making it shows: as a draft with nothing filled in, and filled with its
 * sample. Throws `template-fault`, and the faults of a sample that is no dossier. The tree is the sample's where it has one.
 */
export function tryTemplate(template: LetterTemplate, sample: string | null): DocumentTree {
  const drafts = (['company', 'individual'] as const).map((kind) =>
    draftLetter({ template, document: { ...empty, applicant: { kind } } }),
  );
  const [draft] = drafts;
  if (draft === undefined) throw new Error('a draft was not made');
  if (sample === null) return draft;
  const document = parseDossier(sample, 'sample.yaml');
  const filled = fillLetter({ template, document });
  return filled.kind === 'filled' ? filled.tree : draftLetter({ template, document });
}
