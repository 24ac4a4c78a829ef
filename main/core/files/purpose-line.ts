import type { DossierDocument } from '../../contract/dossier.ts';
import type { FontSet } from '../../contract/laid-out-document.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { usedFiles } from '../dossier/fields.ts';
import { codePointName, faceFor, printableText } from '../letters/printable.ts';
import { identityCopies } from '../rulebook/identity-copies.ts';
import { comparedPath, isSamePath } from './same-path.ts';

/** As long as a line across a card can be and still be read: our own limit, in characters. */
export const mostPurposeCharacters = 60;

const idPrefix = 'purpose-line:';

/** The id under which a file with a purpose line is on record among the repairs. */
export const purposeRecordId = (made: string): string => `${idPrefix}${comparedPath(made)}`;

/** The fields that hold a file as a copy of an identity document, each once. */
export function purposeFields(
  document: DossierDocument,
  rulebook: Pick<Rulebook, 'rules'>,
  path: string,
): readonly string[] {
  const papers = new Set([...identityCopies([rulebook])].map((id) => `documents.${id}`));
  const fields = usedFiles(document).flatMap((use) =>
    isSamePath(use.path, path) && papers.has(use.field) ? [use.field] : [],
  );
  return [...new Set(fields)];
}

/** Whether a file is one that was made with a purpose line. */
export const bearsPurpose = ({ repairs = {} }: DossierDocument, path: string): boolean =>
  Object.entries(repairs).some(
    ([id, { made = {} }]) =>
      id.startsWith(idPrefix) && Object.keys(made).some((one) => isSamePath(one, path)),
  );

/** The words that are proposed, with the day (YYYY-MM-DD); without the app's name where it is not known or too long. */
export function proposedPurpose({ app }: DossierDocument, platformTitle: string, today: string): string {
  const name = printableText(app?.name ?? '');
  const words = (whose: string): string => `仅用于${whose}向${platformTitle}提交上架申请，他用无效 ${today}`;
  const full = words(name);
  return Array.from(full).length > mostPurposeCharacters ? words('') : full;
}

/** What is wrong with the words of a purpose line; characters as themselves, or as U+… where they have no shape. */
export type PurposeFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly characters: number }
  | { readonly kind: 'unprintable'; readonly characters: readonly string[] };

/** The words as they are drawn, white space made plain, or why they cannot be. They are drawn in one face, the sans. */
export function readPurpose(
  text: string,
  fonts: FontSet,
): { readonly words: string } | { readonly fault: PurposeFault } {
  const words = printableText(text);
  const characters = Array.from(words);
  if (characters.length === 0) return { fault: { kind: 'empty' } };
  if (characters.length > mostPurposeCharacters) {
    return { fault: { kind: 'too-long', characters: characters.length } };
  }
  const missing = [...new Set(characters)].filter((one) => faceFor(one, 'sans', fonts) !== 'sans');
  if (missing.length === 0) return { words };
  const names = missing.map((one) => (isShapeless(one) ? codePointName(one) : one));
  return { fault: { kind: 'unprintable', characters: names } };
}

const isShapeless = (character: string): boolean => /[\p{C}\p{Zl}\p{Zp}]/u.test(character);
