import type { DossierDocument } from '../../contract/dossier.ts';
import { usedFiles } from '../dossier/fields.ts';
import { comparedPath } from '../files/same-path.ts';
import { keptFilePaths, type DossierFiles } from './dossier-files.ts';

/** The dossier's files that no field uses, as a bundle carries them beside data/. */
export interface UnusedFiles {
  /** Inside the bag, and in the dossier. */
  readonly kept: readonly { readonly path: string; readonly from: string }[];
  /** The list of them, of what was written; null where the dossier has none. Paths inside the bag. */
  listOf(
    written: ReadonlyMap<string, { readonly sha256: string; readonly sizeBytes: number }>,
  ): DossierFiles | null;
}

/** Finds them; with `areLeftOut` none is carried and the list only names them. */
export function unusedFiles(
  dossier: {
    readonly document: DossierDocument;
    readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
  },
  areLeftOut: boolean,
): UnusedFiles {
  const used = new Set(usedFiles(dossier.document).map(({ path }) => comparedPath(path)));
  const unused = dossier.files.filter(
    ({ path }) => !used.has(comparedPath(path)) && comparedPath(path) !== 'dossier.yaml',
  );
  const places = keptFilePaths(unused.map(({ path }) => path));
  const kept = areLeftOut ? [] : unused.map(({ path: from }, index) => ({ path: places[index] ?? '', from }));
  return {
    kept,
    listOf(written) {
      if (unused.length === 0) return null;
      return {
        schema: 'yinqi/dossier-files@1',
        files: kept.map(({ path, from }) => {
          const facts = written.get(path);
          if (facts === undefined) throw new Error(`${path} was planned and not written`);
          return { path, from, sha256: facts.sha256, sizeBytes: facts.sizeBytes };
        }),
        leftOut: areLeftOut ? unused.map(({ path: from, sizeBytes }) => ({ from, sizeBytes })) : [],
      };
    },
  };
}
