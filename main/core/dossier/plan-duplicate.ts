import type { DossierDocument, FieldEdit } from '../../contract/dossier.ts';
import { usedFiles } from './fields.ts';

/** What of a dossier goes into its copy. */
export interface DuplicatePlan {
  /** Made on the copy's text; the id is given by the store. */
  readonly edits: readonly FieldEdit[];
  /** Files that only a signed letter used. */
  readonly leftFiles: readonly string[];
  /** How much stays behind: statements of persons, and signed letters. */
  readonly attestations: number;
  readonly signedLetters: number;
}

const ofOneApp = ['attestations', 'acceptance', 'erased', 'rejections'] as const;
const signing = ['date', 'validFrom', 'validUntil', 'made'] as const;

/**
 * A copy holds everything but what was said or signed for that one app: statements with name and date, the dates of
 * letters with the record of their prints, their signed scans, what the platform answered and what was erased after it.
 * `letters` are the requirements that are letters.
 */
export function planDuplicate(document: DossierDocument, letters: ReadonlySet<string>): DuplicatePlan {
  const attestations = Object.keys(document.attestations ?? {});
  const scans = Object.keys(document.documents ?? {}).filter((id) => letters.has(id));
  const entries = Object.entries(document.letters ?? {});
  const scanFields = new Set(scans.map((id) => `documents.${id}`));
  const repairs = Object.entries(document.repairs ?? {}).filter(([, { changes }]) =>
    changes.some(({ field }) => scanFields.has(field)),
  );
  const paths = [
    ...ofOneApp.filter((key) => document[key] !== undefined).map((key) => [key]),
    ...entries.flatMap(([id, entry]) =>
      signing.filter((key) => entry[key] !== undefined).map((key) => ['letters', id, key]),
    ),
    ...scans.map((id) => ['documents', id]),
    ...repairs.map(([id]) => ['repairs', id]),
  ];
  const uses = usedFiles(document);
  const isElsewhere = (path: string): boolean =>
    uses.some((use) => use.path === path && !scanFields.has(use.field));
  const scanned = uses.filter(({ field }) => scanFields.has(field)).map(({ path }) => path);
  return {
    edits: paths.map((path) => ({ path, value: null })),
    leftFiles: [...new Set(scanned)].filter((path) => !isElsewhere(path)),
    attestations: attestations.length,
    signedLetters: scans.length,
  };
}
