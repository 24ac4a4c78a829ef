import type { DossierDocument } from '../../contract/dossier.ts';
import { usedFiles } from '../dossier/fields.ts';

/** The files of a dossier at a time: what each is for, and what it holds. */
export interface FilesThen {
  readonly document: DossierDocument;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** One change of a file, with the fields that hold it now, or held it where it went away. */
export interface FileChange {
  readonly change: 'added' | 'removed' | 'replaced' | 'renamed';
  readonly path: string;
  readonly was?: string;
  readonly fields: readonly string[];
}

/**
 * What happened to the files between two times: under the same path other bytes are a replacement; the same bytes under
 * another path are a renaming; in the same field another file is a replacement; what is left came or went. By path.
 */
export function compareFiles(from: FilesThen, to: FilesThen): readonly FileChange[] {
  const before = new Map(from.files.map(({ path, sha256 }) => [path, sha256]));
  const after = new Map(to.files.map(({ path, sha256 }) => [path, sha256]));
  const fieldsBefore = fieldsByPath(from.document);
  const fieldsAfter = fieldsByPath(to.document);
  const changes: FileChange[] = [];
  const gone = new Map([...before].filter(([path]) => !after.has(path)));
  const fresh = new Map([...after].filter(([path]) => !before.has(path)));
  for (const [path, sha256] of after) {
    if (before.has(path) && before.get(path) !== sha256) {
      changes.push({ change: 'replaced', path, fields: fieldsAfter.get(path) ?? [] });
    }
  }
  const pair = (change: 'renamed' | 'replaced', isPair: (was: string, path: string) => boolean): void => {
    // A map may lose members while it is gone through.
    for (const path of fresh.keys()) {
      const was = [...gone.keys()].find((one) => isPair(one, path));
      if (was === undefined) continue;
      changes.push({ change, path, was, fields: fieldsAfter.get(path) ?? [] });
      fresh.delete(path);
      gone.delete(was);
    }
  };
  pair('renamed', (was, path) => gone.get(was) === fresh.get(path));
  pair('replaced', (was, path) => {
    const fields = fieldsAfter.get(path) ?? [];
    return (fieldsBefore.get(was) ?? []).some((field) => fields.includes(field));
  });
  for (const path of fresh.keys())
    changes.push({ change: 'added', path, fields: fieldsAfter.get(path) ?? [] });
  for (const path of gone.keys())
    changes.push({ change: 'removed', path, fields: fieldsBefore.get(path) ?? [] });
  return changes.toSorted((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}

function fieldsByPath(document: DossierDocument): ReadonlyMap<string, readonly string[]> {
  const uses = Map.groupBy(usedFiles(document), ({ path }) => path);
  return new Map([...uses].map(([path, all]) => [path, [...new Set(all.map(({ field }) => field))]]));
}
