import type { DossierDocument } from '../../../main/contract/dossier.ts';

/** Whether a file was made with a purpose line. */
export const isPurposeCopy = ({ repairs = {} }: DossierDocument, path: string): boolean =>
  Object.entries(repairs).some(
    ([id, { made = {} }]) => id.startsWith('purpose-line:') && Object.keys(made).includes(path),
  );
