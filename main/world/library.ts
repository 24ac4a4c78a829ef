import type { MergeRecord, TeamArea } from '../contract/library.ts';
import type { ContentFact, DossierState, LibraryDossier } from '../core/library/library-dossier.ts';
import type { KeptContent, LibraryKept } from '../core/library/library-kept.ts';
import type { FolderEntry } from './dossier-store.ts';
import type { LocalFile } from './local-file.ts';

/** What a merge makes of one dossier. */
export interface LibraryChange extends DossierState {
  readonly id: string;
  /** The revision that the merge was worked out on; null for a dossier that is new here. */
  readonly baseRevision: number | null;
  /** When a dossier that is new here was last changed there. */
  readonly changedAt: string;
  readonly archivedAt: string | null;
  /** What came in, an ancestor from now on. */
  readonly received: DossierState & { readonly state: string };
  /** History that came in: entries that are not there yet are added. */
  readonly history: string;
  readonly edits: readonly { readonly path: string; readonly at: string }[];
  readonly record: MergeRecord | null;
}

/** What a merge makes of one company or person that is kept. */
export interface KeptChange {
  readonly id: string;
  /** The revision that the merge was worked out on; null for one that is new here. */
  readonly baseRevision: number | null;
  /** When one that is new here was last changed there. */
  readonly changedAt: string;
  readonly content: KeptContent;
  /** What came in, an ancestor from now on. */
  readonly received: KeptContent;
  readonly record: MergeRecord | null;
}

/** The dossiers of a database as a whole. In a world of folders every call throws `not-for-folders`. */
export interface Library {
  /** All dossiers, removed ones too, or those named; sorted by id. */
  dossiers(ids?: readonly string[]): Promise<readonly LibraryDossier[]>;
  /** All companies and people, removed ones too; sorted by id. */
  kept(): Promise<readonly LibraryKept[]>;
  /** Throws `file-missing`. */
  content(sha256: string): LocalFile;
  /** Notes states as handed over: ancestors of what comes back. */
  noteStates(
    states: readonly (DossierState & { readonly id: string; readonly state: string })[],
    kept: readonly Pick<LibraryKept, 'id' | 'content'>[],
  ): Promise<void>;
  /**
   * Stores contents, then makes all changes in one transaction or none. `last` runs inside it at its end, and undoes what it did when it
   * throws. Throws `library-changed` when a dossier, company or person is no longer at its base revision.
   */
  apply(
    changes: { readonly dossiers: readonly LibraryChange[]; readonly kept: readonly KeptChange[] },
    contents: ReadonlyMap<string, LocalFile>,
    last: () => void,
  ): Promise<void>;
  /** The latest first. */
  records(): Promise<readonly MergeRecord[]>;
}

/** A file that the team shares. */
export interface TeamFile extends ContentFact {
  readonly area: TeamArea;
  readonly file: LocalFile;
}

/** The folders of a team's templates, forms and word lists. */
export interface TeamFolders {
  readonly paths: Readonly<Record<TeamArea, string>>;
  /** Every file of an item in use, sorted; none of a folder that is not there. */
  list(): Promise<readonly TeamFile[]>;
  /** The text of a word list. */
  text(file: Pick<TeamFile, 'area' | 'path'>): Promise<string>;
  /** Versions out of use whose names are never given again, as `area/item`. */
  retired(): Promise<readonly string[]>;
  /**
   * Makes ready to put files there: written and flushed on the same disk. `place` gives them their names without waiting, all or none, and
   * throws `library-changed` where a name is taken; `replaces` is the SHA-256 of the file that must be in its place. `discard` clears up.
   */
  stage(
    files: readonly (FolderEntry & { readonly area: TeamArea; readonly replaces?: string })[],
  ): Promise<{ place(): void; discard(): Promise<void> }>;
}
