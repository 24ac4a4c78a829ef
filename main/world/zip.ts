import type { Progress } from '../contract/api.ts';
import type { Localized } from '../contract/language.ts';
import type { FolderEntry } from './dossier-store.ts';
import type { LocalFile } from './local-file.ts';

/** What a zip holds, as its directory says and as its bytes are. */
export interface ZipEntryFact {
  readonly name: string;
  readonly sizeBytes: number;
  /** Lower-case hex of what was unpacked; null when it was refused or damaged. */
  readonly sha256: string | null;
  /** Why it was not unpacked: path traversal, encrypted, link, duplicate, lying size, damaged … */
  readonly refused: Localized | null;
  /** Set with `refused`: dangerous to unpack, or broken. */
  readonly fault?: 'unsafe' | 'damaged';
}

export interface Zip {
  /**
   * Writes a zip: beside the target, flushed, renamed; the target is the old file or the new one, never half.
   * `tags` is asked for the entries that close it once every content's SHA-256 is known.
   */
  write(
    target: string,
    contents: readonly FolderEntry[],
    tags: (
      written: ReadonlyMap<string, { readonly sha256: string; readonly sizeBytes: number }>,
    ) => readonly FolderEntry[],
    context: {
      readonly date: string;
      readonly signal: AbortSignal;
      readonly onProgress: (progress: Progress) => void;
    },
  ): Promise<{ readonly sizeBytes: number; readonly sha256: string }>;
  /** Reads every entry once. Small texts (at most 4 MB each) named by `keep` come back whole. Throws `not-a-zip`. */
  read(
    file: LocalFile,
    keep: (name: string) => boolean,
    context: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<{ readonly entries: readonly ZipEntryFact[]; readonly kept: ReadonlyMap<string, Uint8Array> }>;
}
