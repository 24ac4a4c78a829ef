import type { DossierDocument, FieldEdit } from '../contract/dossier.ts';
import type { DossierOutline } from '../core/dossier/dossier-outline.ts';
import type { DossierProgress } from '../core/review/dossier-progress.ts';
import type { LocalFile } from './local-file.ts';

/** A dossier that was read: a folder on the command line, a row of the database in the app. */
export interface OpenDossier {
  readonly ref: string;
  readonly revision: number;
  readonly document: DossierDocument;
  /** The dossier.yaml that the document was read from. */
  readonly yamlText: string;
  /** Every file of the dossier, used or not, by path; sorted. */
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
}

/** When a dossier was exported, as an ISO 8601 instant; what is redacted counts with the drafts, as in the history. */
export interface LastExport {
  readonly at: string;
  readonly isDraft: boolean;
}

/** A dossier as a list shows it, told without reading it. */
export interface ListedDossier {
  readonly ref: string;
  readonly revision: number;
  readonly changedAt: string;
  /** When it was put out of the way; null for one in use. */
  readonly archivedAt: string | null;
  readonly outline: DossierOutline;
  /** How it was last judged, at whatever revision; null for one that never was. */
  readonly progress: DossierProgress | null;
  /** The latest export that its history tells of; null for one that was never exported. */
  readonly lastExport: LastExport | null;
}

/** Where dossiers live. Two implementations: a folder (`ref` is its path) and SQLite (`ref` is an id). */
export interface DossierStore {
  /** Opens what the dossiers live in, so that a host can say at its start what is wrong with it. */
  ready(): Promise<void>;
  /** The last changed first, archived ones too. */
  list(): Promise<readonly ListedDossier[]>;
  /** Throws Failures for a dossier.yaml with faults, each with file, line and field. */
  open(ref: string): Promise<OpenDossier>;
  create(document: DossierDocument): Promise<OpenDossier>;
  /** All edits or none. Throws `edit-conflict` when one of the same fields changed after `baseRevision`. */
  edit(ref: string, baseRevision: number, edits: readonly FieldEdit[]): Promise<OpenDossier>;
  /** A new dossier with the text and files of another, but for some edits and files. */
  copy(ref: string, edits: readonly FieldEdit[], leftFiles: readonly string[]): Promise<OpenDossier>;
  /** Puts a dossier out of the way or back; neither its revision nor its day of change moves. */
  archive(ref: string, isArchived: boolean): Promise<void>;
  /** Keeps for the list how a dossier was judged; a folder keeps nothing of it. */
  recordProgress(ref: string, progress: DossierProgress): Promise<void>;
  remove(ref: string): Promise<void>;
  restore(ref: string): Promise<OpenDossier>;
  /** Copies a file in under a free name close to `wantedPath`; answers the path it got. */
  addFile(
    ref: string,
    wantedPath: string,
    source: LocalFile | Uint8Array,
  ): Promise<{ readonly path: string; readonly dossier: OpenDossier }>;
  removeFile(ref: string, path: string): Promise<OpenDossier>;
  /**
   * Makes edits and takes files out for good, in this order: their bytes are overwritten and removed, as far as the disk lets that mean
   * anything, but for contents that others hold, who are answered by path. Throws as `edit` does and `file-missing`; then nothing is erased.
   */
  erase(
    ref: string,
    baseRevision: number,
    paths: readonly string[],
    edits: readonly FieldEdit[],
  ): Promise<{ readonly dossier: OpenDossier; readonly heldBy: ReadonlyMap<string, readonly string[]> }>;
  /** Where the bytes of a dossier's file are. Throws `outside-folder`, `file-missing`. The file must not be changed. */
  locate(ref: string, path: string): Promise<LocalFile>;
  /** Reads a dossier folder into the store, every file with it. */
  importFolder(folder: LocalFile): Promise<OpenDossier>;
  /** The files of the dossier folder: dossier.yaml first, as it was imported but for later edits. */
  exportEntries(ref: string): Promise<readonly FolderEntry[]>;
}

/** One file to write: bytes at hand, or a file to copy. */
export interface FolderEntry {
  readonly path: string;
  readonly content: Uint8Array | LocalFile;
}
