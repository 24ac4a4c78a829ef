import type { OpenDossierData } from '../../contract/open-dossier.ts';
import type { DossierDocument } from '../../contract/dossier.ts';
import { usedFiles } from './fields.ts';

/** A dossier as the API answers it: each file with the fields that hold it. */
export function dossierData(open: {
  readonly ref: string;
  readonly revision: number;
  readonly document: DossierDocument;
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
}): OpenDossierData {
  const uses = usedFiles(open.document);
  return {
    dossier: open.ref,
    revision: open.revision,
    document: open.document,
    files: open.files.map(({ path, sizeBytes }) => ({
      path,
      sizeBytes,
      usedBy: uses
        .filter((use) => use.path.normalize('NFC') === path.normalize('NFC'))
        .map((use) => use.field),
    })),
  };
}
