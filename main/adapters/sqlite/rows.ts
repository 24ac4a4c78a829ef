import type { Database } from 'better-sqlite3';
import { createHistoryRows, type HistoryRows } from './history-rows.ts';
import { createLibraryRows, type LibraryRows } from './library-rows.ts';

/** A dossier as the database holds it. */
export interface DossierRow {
  readonly id: string;
  readonly revision: number;
  readonly yaml_text: string;
  readonly changed_at: string;
  readonly archived_at: string | null;
  readonly removed_at: string | null;
}

/** What the list shows of a dossier, without its YAML text. */
export interface ListedRow {
  readonly id: string;
  readonly revision: number;
  readonly changed_at: string;
  readonly archived_at: string | null;
  /** JSON; null for one that was written before outlines were kept. */
  readonly outline: string | null;
  /** JSON; null for one that was never judged. */
  readonly progress: string | null;
  /** Null, both, for one that was never exported. */
  readonly exported_at: string | null;
  readonly is_draft: 0 | 1 | null;
}

/** A file of a dossier: its path and the content that stands there. */
export interface FileRow {
  readonly path: string;
  readonly sha256: string;
  readonly size_bytes: number;
}

/** Reads and writes rows; each call is one statement. Throws what SQLite says. */
export interface Rows {
  /** Runs work in a transaction that keeps other writers out from its beginning. */
  exclusively<T>(work: () => T): T;
  dossier(id: string): DossierRow | undefined;
  /** Whether a dossier was removed; undefined where there is none. Told without reading its text. */
  isRemoved(id: string): boolean | undefined;
  /** JSON, as `saveProgress` wrote it. */
  progress(id: string): string | undefined;
  /** Those not removed, the last changed first. */
  listed(): readonly ListedRow[];
  insertDossier(row: Omit<DossierRow, 'removed_at' | 'archived_at'>): void;
  saveText(id: string, revision: number, yamlText: string, at: string): void;
  saveRevision(id: string, revision: number, at: string): void;
  /** `outline` and `progress` are JSON, and say nothing of the revision. */
  saveOutline(id: string, outline: string): void;
  saveProgress(id: string, progress: string): void;
  setArchived(id: string, at: string | null): void;
  setRemoved(id: string, at: string | null): void;
  /** Sorted by path. */
  files(dossier: string): readonly FileRow[];
  file(dossier: string, path: string): FileRow | undefined;
  insertFile(dossier: string, file: FileRow): void;
  deleteFile(dossier: string, path: string): void;
  insertEdit(dossier: string, revision: number, path: string, at: string): void;
  /** Paths, as JSON, of the fields that were edited after a revision. */
  editedSince(dossier: string, revision: number): readonly string[];
  isReferred(sha256: string): boolean;
  /** What holds a content, sorted: dossiers by id, removed ones too, and companies kept with it as their logo by name. */
  holders(sha256: string): readonly string[];
  /** Brings the write-ahead log into the database and empties it. */
  checkpoint(): void;
  readonly history: HistoryRows;
  readonly library: LibraryRows;
}

/** The statements of the store over an open database. */
export function createRows(database: Database): Rows {
  const dossier = database.prepare<[string], DossierRow>('SELECT * FROM dossiers WHERE id = ?');
  const isRemoved = database
    .prepare<[string], 0 | 1>('SELECT removed_at IS NOT NULL FROM dossiers WHERE id = ?')
    .pluck();
  const progress = database
    .prepare<[string], string>('SELECT progress FROM progress WHERE dossier = ?')
    .pluck();
  // From the index alone: a row's later columns lie behind all of its text.
  const listed = database.prepare<[], ListedRow>(
    `SELECT d.id, d.revision, d.changed_at, d.archived_at, o.outline, p.progress, e.at AS exported_at, e.is_draft
     FROM dossiers d INDEXED BY dossiers_in_list
     LEFT JOIN outlines o ON o.dossier = d.id LEFT JOIN progress p ON p.dossier = d.id
     LEFT JOIN last_exports e ON e.dossier = d.id
     WHERE d.removed_at IS NULL ORDER BY d.changed_at DESC, d.id`,
  );
  const insertDossier = database.prepare<[string, number, string, string]>(
    'INSERT INTO dossiers (id, revision, yaml_text, changed_at) VALUES (?, ?, ?, ?)',
  );
  const saveText = database.prepare<[number, string, string, string]>(
    'UPDATE dossiers SET revision = ?, yaml_text = ?, changed_at = ? WHERE id = ?',
  );
  const saveRevision = database.prepare<[number, string, string]>(
    'UPDATE dossiers SET revision = ?, changed_at = ? WHERE id = ?',
  );
  const saveOutline = database.prepare<[string, string]>(
    'INSERT INTO outlines (dossier, outline) VALUES (?, ?) ON CONFLICT (dossier) DO UPDATE SET outline = excluded.outline',
  );
  const saveProgress = database.prepare<[string, string]>(
    'INSERT INTO progress (dossier, progress) VALUES (?, ?) ON CONFLICT (dossier) DO UPDATE SET progress = excluded.progress',
  );
  const setArchived = database.prepare<[string | null, string]>(
    'UPDATE dossiers SET archived_at = ? WHERE id = ?',
  );
  const setRemoved = database.prepare<[string | null, string]>(
    'UPDATE dossiers SET removed_at = ? WHERE id = ?',
  );
  const files = database.prepare<[string], FileRow>(
    'SELECT path, sha256, size_bytes FROM files WHERE dossier = ? ORDER BY path',
  );
  const file = database.prepare<[string, string], FileRow>(
    'SELECT path, sha256, size_bytes FROM files WHERE dossier = ? AND path = ?',
  );
  const insertFile = database.prepare<[string, string, string, number]>(
    'INSERT INTO files (dossier, path, sha256, size_bytes) VALUES (?, ?, ?, ?)',
  );
  const deleteFile = database.prepare<[string, string]>('DELETE FROM files WHERE dossier = ? AND path = ?');
  const insertEdit = database.prepare<[string, number, string, string]>(
    'INSERT INTO edits (dossier, revision, path, at) VALUES (?, ?, ?, ?)',
  );
  const editedSince = database
    .prepare<[string, number], string>('SELECT path FROM edits WHERE dossier = ? AND revision > ?')
    .pluck();
  const isReferred = database
    .prepare<[string, string], number>(
      'SELECT 1 FROM files WHERE sha256 = ? UNION ALL SELECT 1 FROM kept WHERE logo_sha256 = ?',
    )
    .pluck();
  const holders = database
    .prepare<[string, string], string>(
      `SELECT dossier FROM files WHERE sha256 = ? UNION
       SELECT coalesce(json_extract(details, '$.name'), id) FROM kept WHERE logo_sha256 = ? ORDER BY 1`,
    )
    .pluck();
  return {
    exclusively: (work) => database.transaction(work).immediate(),
    dossier: (id) => dossier.get(id),
    isRemoved(id) {
      const removed = isRemoved.get(id);
      return removed === undefined ? undefined : removed !== 0;
    },
    progress: (id) => progress.get(id),
    listed: () => listed.all(),
    insertDossier: (row) => void insertDossier.run(row.id, row.revision, row.yaml_text, row.changed_at),
    saveText: (id, revision, yamlText, at) => void saveText.run(revision, yamlText, at, id),
    saveRevision: (id, revision, at) => void saveRevision.run(revision, at, id),
    saveOutline: (id, outline) => void saveOutline.run(id, outline),
    saveProgress: (id, progress) => void saveProgress.run(id, progress),
    setArchived: (id, at) => void setArchived.run(at, id),
    setRemoved: (id, at) => void setRemoved.run(at, id),
    files: (id) => files.all(id),
    file: (id, path) => file.get(id, path),
    insertFile: (id, file) => void insertFile.run(id, file.path, file.sha256, file.size_bytes),
    deleteFile: (id, path) => void deleteFile.run(id, path),
    insertEdit: (id, revision, path, at) => void insertEdit.run(id, revision, path, at),
    editedSince: (id, revision) => editedSince.all(id, revision),
    holders: (sha256) => holders.all(sha256, sha256),
    checkpoint: () => void database.pragma('wal_checkpoint(TRUNCATE)'),
    isReferred: (sha256) => isReferred.get(sha256, sha256) !== undefined,
    history: createHistoryRows(database),
    library: createLibraryRows(database),
  };
}
