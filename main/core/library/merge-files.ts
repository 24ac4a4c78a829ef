import { numberedPath, sameFileKey } from '../dossier/safe-file-name.ts';

interface FileFact {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A path under which each side has other bytes, both changed since they parted. */
export interface FileConflict {
  readonly path: string;
  readonly mine: FileFact;
  readonly theirs: FileFact;
}

/** The files of both sides together. */
export interface MergedFiles {
  /** Sorted by path; conflicts stand there with mine until they are settled. */
  readonly files: readonly FileFact[];
  readonly changes: readonly { readonly path: string; readonly change: 'added' | 'replaced' | 'removed' }[];
  readonly conflicts: readonly FileConflict[];
}

/**
 * Merges two lists of files by path and hash. A file that one side removed and the other left as it was goes, unless `isUsed`; one that
 * the other side changed stays. Without `base` nothing goes.
 */
export function mergeFiles(
  base: readonly FileFact[] | null,
  mine: readonly FileFact[],
  theirs: readonly FileFact[],
  isUsed: (path: string) => boolean,
): MergedFiles {
  const [was, here, there] = [byKey(base ?? []), byKey(mine), byKey(theirs)];
  const files: FileFact[] = [];
  const changes: { path: string; change: 'added' | 'replaced' | 'removed' }[] = [];
  const conflicts: FileConflict[] = [];
  for (const key of [...new Set([...here.keys(), ...there.keys()])].toSorted()) {
    const [old, ours, others] = [was.get(key), here.get(key), there.get(key)];
    if (ours !== undefined && others !== undefined) {
      const isTaken = base !== null && ours.sha256 === old?.sha256 && others.sha256 !== ours.sha256;
      files.push(isTaken ? { ...others, path: ours.path } : ours);
      if (isTaken) changes.push({ path: ours.path, change: 'replaced' });
      else if (ours.sha256 !== others.sha256 && others.sha256 !== old?.sha256) {
        conflicts.push({ path: ours.path, mine: ours, theirs: others });
      }
    } else if (ours !== undefined) {
      const isGone = ours.sha256 === old?.sha256 && !isUsed(ours.path);
      if (isGone) changes.push({ path: ours.path, change: 'removed' });
      else files.push(ours);
    } else if (others !== undefined) {
      const wasRemovedHere = others.sha256 === old?.sha256 && !isUsed(others.path);
      if (wasRemovedHere) continue;
      files.push(others);
      changes.push({ path: others.path, change: 'added' });
    }
  }
  return { files: sorted(files), changes, conflicts };
}

/** The files with one conflict settled; the side that was not taken stays beside it under a numbered name, answered as `beside`. */
export function settleFile(
  files: readonly FileFact[],
  { path, mine, theirs }: FileConflict,
  pick: 'mine' | 'theirs',
): { readonly files: readonly FileFact[]; readonly beside: string } {
  const taken = new Set(files.map((file) => sameFileKey(file.path)));
  let number = 2;
  while (taken.has(sameFileKey(numberedPath(path, number)))) number += 1;
  const beside = numberedPath(path, number);
  const [main, other] = pick === 'mine' ? [mine, theirs] : [theirs, mine];
  const rest = files.filter((file) => file.path !== path);
  return { files: sorted([...rest, { ...main, path }, { ...other, path: beside }]), beside };
}

const byKey = (files: readonly FileFact[]): ReadonlyMap<string, FileFact> =>
  new Map(files.map((file) => [sameFileKey(file.path), file]));

const sorted = (files: readonly FileFact[]): readonly FileFact[] =>
  files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
