import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { DocumentTree } from '../../../main/contract/letters.ts';
import { blockTexts } from '../../../main/core/letters/block-texts.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { sampleOf, templateOf, type ShippedLetter } from './shipped-letters.ts';

/** A letter filled from a dossier; throws what is missing. */
export function filled(letter: ShippedLetter, document: DossierDocument) {
  const result = fillLetter({ template: templateOf(letter), document });
  if (result.kind !== 'filled') throw new Error(`missing: ${JSON.stringify(result.missing)}`);
  return result;
}

/** All that a document says, block by block. */
export const textOf = (tree: DocumentTree): string => tree.blocks.flatMap(blockTexts).join('\n');
/** A letter's sample dossier with another company. */
export const withCompany = (
  letter: ShippedLetter,
  change: Partial<DossierDocument['company']>,
): DossierDocument => {
  const document = sampleOf(letter);
  return { ...document, company: { ...document.company, ...change } };
};
