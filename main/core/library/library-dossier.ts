/** A file of a dossier by its content. */
export interface ContentFact {
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** What a dossier said at one time. */
export interface DossierState {
  readonly yamlText: string;
  /** Sorted by path. */
  readonly files: readonly ContentFact[];
}

/** A dossier of the database with all that a merge asks for. */
export interface LibraryDossier extends DossierState {
  readonly id: string;
  readonly revision: number;
  readonly changedAt: string;
  readonly isRemoved: boolean;
  /** When it was put away; null for one in use. */
  readonly archivedAt: string | null;
  /** Its history as the file of a folder; empty while nothing was kept. */
  readonly history: string;
  /** Fields, as JSON of their paths, and when each was last edited; sorted. */
  readonly edits: readonly { readonly path: string; readonly at: string }[];
  /** States that were handed over or came in, the oldest first: the dossier came of each. */
  readonly ancestors: readonly (DossierState & { readonly state: string })[];
}
