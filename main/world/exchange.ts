import type { FolderEntry } from './dossier-store.ts';
import type { LocalFile } from './local-file.ts';

/** Files, folders and targets that the user handed over. A method gets the grant's name, never a path. */
export interface Grants {
  offer(absolutePath: string, name?: string): string;
  /** Throws `unknown-grant`. */
  resolve(grant: string): LocalFile;
}

/** Things made for the user: kept in a scratch folder until the program ends, served by the host. */
export interface Artifacts {
  keep(bytes: Uint8Array, name: string, mediaType: string): Promise<string>;
  /** A path to write to, kept as an artifact under this name. */
  reserve(
    name: string,
    mediaType: string,
  ): Promise<{ readonly artifact: string; readonly absolutePath: string }>;
  /** Gives `work` an empty folder that nobody else sees, for bytes on their way; removed when `work` is done, however it ends. */
  inPrivate<T>(work: (folder: string) => Promise<T>): Promise<T>;
  /** Throws `unknown-artifact`. */
  resolve(artifact: string): LocalFile & { readonly mediaType: string };
}

/** Folders to write into. */
export interface Folders {
  /** Writes every entry or, on failure, leaves no half file. An existing file is replaced whole unless `refuseExisting`. */
  write(
    folder: LocalFile,
    entries: readonly FolderEntry[],
    options: { readonly refuseExisting: boolean },
  ): Promise<void>;
  /** The dossier of the fictitious company that ships with the app. */
  readonly sample: LocalFile;
}
