import type { Database } from 'better-sqlite3';
import { createHistoryRows, type HistoryRows } from './history-rows.ts';
import { createLibraryRows, type LibraryRows } from './library-rows.ts';

/** A dossier as the database holds it. */
export interface DossierRow {
  readonly id: string;
  readonly revision: number;
  readonly yaml_text: string;
  readonly changed_at: string;
  readonly removed_at: string | null;
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
  /** Those not removed, the last changed first. */
  dossiers(): readonly DossierRow[];
  insertDossier(row: Omit<DossierRow, 'removed_at'>): void;
  saveText(id: string, revision: number, yamlText: string, at: string): void;
  setRemoved(id: string, at: string | null): void;
  /** Sorted by path. */
  files(dossier: string): readonly FileRow[];
  insertFile(dossier: string, file: FileRow): void;
  deleteFile(dossier: string, path: string): void;
  insertEdit(dossier: string, revision: number, path: string, at: string): void;
  /** Paths, as JSON, of the fields that were edited after a revision. */
  editedSince(dossier: string, revision: number): readonly string[];
  isReferred(sha256: string): boolean;
  /** Dossiers that hold a content, removed ones too; sorted. */
  holders(sha256: string): readonly string[];
  /** Brings the write-ahead log into the database and empties it. */
  checkpoint(): void;
  readonly history: HistoryRows;
  readonly library: LibraryRows;
}

/** The statements of the store over an open database. */
export function createRows(database: Database): Rows {
  const dossier = database.prepare<[string], DossierRow>('SELECT * FROM dossiers WHERE id = ?');
  const dossiers = database.prepare<[], DossierRow>(
    'SELECT * FROM dossiers WHERE removed_at IS NULL ORDER BY changed_at DESC, id',
  );
  const insertDossier = database.prepare<[string, number, string, string]>(
    'INSERT INTO dossiers (id, revision, yaml_text, changed_at) VALUES (?, ?, ?, ?)',
  );
  const saveText = database.prepare<[number, string, string, string]>(
    'UPDATE dossiers SET revision = ?, yaml_text = ?, changed_at = ? WHERE id = ?',
  );
  const setRemoved = database.prepare<[string | null, string]>(
    'UPDATE dossiers SET removed_at = ? WHERE id = ?',
  );
  const files = database.prepare<[string], FileRow>(
    'SELECT path, sha256, size_bytes FROM files WHERE dossier = ? ORDER BY path',
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
  const isReferred = database.prepare<[string], number>('SELECT 1 FROM files WHERE sha256 = ?').pluck();
  const holders = database
    .prepare<[string], string>('SELECT DISTINCT dossier FROM files WHERE sha256 = ? ORDER BY dossier')
    .pluck();
  return {
    exclusively: (work) => database.transaction(work).immediate(),
    dossier: (id) => dossier.get(id),
    dossiers: () => dossiers.all(),
    insertDossier: (row) => void insertDossier.run(row.id, row.revision, row.yaml_text, row.changed_at),
    saveText: (id, revision, yamlText, at) => void saveText.run(revision, yamlText, at, id),
    setRemoved: (id, at) => void setRemoved.run(at, id),
    files: (id) => files.all(id),
    insertFile: (id, file) => void insertFile.run(id, file.path, file.sha256, file.size_bytes),
    deleteFile: (id, path) => void deleteFile.run(id, path),
    insertEdit: (id, revision, path, at) => void insertEdit.run(id, revision, path, at),
    editedSince: (id, revision) => editedSince.all(id, revision),
    holders: (sha256) => holders.all(sha256),
    checkpoint: () => void database.pragma('wal_checkpoint(TRUNCATE)'),
    isReferred: (sha256) => isReferred.get(sha256) !== undefined,
    history: createHistoryRows(database),
    library: createLibraryRows(database),
  };
}
