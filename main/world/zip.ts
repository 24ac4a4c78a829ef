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

/** An entry that was written: lower-case hex of its content, and that content's size. */
export interface WrittenEntry {
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface Zip {
  /**
   * Writes a zip: beside the target, flushed, renamed; the target is the old file or the new one, never half.
   * `tags` is asked for the entries that close it once every content's SHA-256 is known. Answers every entry, those too.
   */
  write(
    target: string,
    contents: readonly FolderEntry[],
    tags: (written: ReadonlyMap<string, WrittenEntry>) => readonly FolderEntry[],
    context: {
      readonly date: string;
      readonly signal: AbortSignal;
      readonly onProgress: (progress: Progress) => void;
    },
  ): Promise<{ readonly sizeBytes: number; readonly written: ReadonlyMap<string, WrittenEntry> }>;
  /** Reads every entry once. Small texts (at most 4 MB each) named by `keep` come back whole. Throws `not-a-zip`. */
  read(
    file: LocalFile,
    keep: (name: string) => boolean,
    context: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<{ readonly entries: readonly ZipEntryFact[]; readonly kept: ReadonlyMap<string, Uint8Array> }>;
  /**
   * Writes a zip with one entry, `entryName`, that holds the file, encrypted by AES-256; 7-Zip opens it. Nothing of the file shows but
   * its size. Whole or not at all, in little memory. Throws `passphrase-empty`, `passphrase-weak`, `passphrase-characters`.
   */
  encrypt(
    file: LocalFile,
    target: string,
    passphrase: string,
    context: {
      readonly entryName: string;
      readonly date: string;
      readonly signal: AbortSignal;
      readonly onProgress: (progress: Progress) => void;
    },
  ): Promise<{ readonly sizeBytes: number }>;
  /**
   * Writes the one file that such a zip holds. Whole or not at all, and only when its authentication code is right. Throws
   * `passphrase-wrong`, `encrypted-damaged`, `not-encrypted` for any other zip, `not-a-zip`.
   */
  decrypt(
    file: LocalFile,
    target: string,
    passphrase: string,
    context: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<{ readonly entryName: string; readonly sizeBytes: number }>;
  /** Whether the file is a zip with one entry, encrypted by AES: one that {@link Zip.decrypt} takes. False for what is no zip. */
  isEncrypted(file: LocalFile): Promise<boolean>;
  /**
   * Unpacks the wanted entries, each to the path that `wanted` gives it, which must be free, or for null into memory; answers what was written. Entries that
   * {@link Zip.read} would refuse, damaged and missing ones throw `zip-damaged`; what was unpacked before stays for the caller to remove.
   */
  unpack(
    file: LocalFile,
    wanted: ReadonlyMap<string, string | null>,
    context: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<
    ReadonlyMap<
      string,
      { readonly sha256: string; readonly sizeBytes: number; readonly bytes: Uint8Array | null }
    >
  >;
}
