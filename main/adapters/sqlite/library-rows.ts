import type { Database } from 'better-sqlite3';
import type { MergeRecord } from '../../contract/library.ts';
import type { ContentFact, DossierState } from '../../core/library/library-dossier.ts';

/** The statements of hand-overs and merges over an open database. */
export interface LibraryRows {
  /** Ids of all dossiers, removed ones too, sorted. */
  ids(): readonly string[];
  /** The oldest first. */
  states(dossier: string): readonly (DossierState & { readonly state: string })[];
  /** Makes a state the latest ancestor, known before or not. Runs inside the caller's transaction. */
  noteState(dossier: string, state: DossierState & { readonly state: string }): void;
  /** Each edited field once, with the time of its last edit; sorted by path. */
  lastEdits(dossier: string): readonly { readonly path: string; readonly at: string }[];
  insertRecord(record: MergeRecord): void;
  /** The latest first. */
  records(): readonly MergeRecord[];
}

interface StateRow {
  readonly state: string;
  readonly yaml_text: string;
  readonly files: string;
}

/** Prepares the statements. */
export function createLibraryRows(database: Database): LibraryRows {
  const ids = database.prepare<[], string>('SELECT id FROM dossiers ORDER BY id').pluck();
  const states = database.prepare<[string], StateRow>(
    'SELECT state, yaml_text, files FROM states WHERE dossier = ? ORDER BY position',
  );
  const dropState = database.prepare<[string, string]>('DELETE FROM states WHERE dossier = ? AND state = ?');
  const insertState = database.prepare<[string, string, string, string, string]>(
    `INSERT INTO states (dossier, position, state, yaml_text, files)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM states WHERE dossier = ?), ?, ?, ?)`,
  );
  const lastEdits = database.prepare<[string], { readonly path: string; readonly at: string }>(
    'SELECT path, max(at) AS at FROM edits WHERE dossier = ? GROUP BY path ORDER BY path',
  );
  const insertRecord = database.prepare<[string]>('INSERT INTO merges (record) VALUES (?)');
  const records = database.prepare<[], string>('SELECT record FROM merges ORDER BY position DESC').pluck();
  return {
    ids: () => ids.all(),
    states: (dossier) =>
      states.all(dossier).map((row) => ({
        state: row.state,
        yamlText: row.yaml_text,
        // Safe: only noteState writes there, as JSON of such facts.
        files: JSON.parse(row.files) as readonly ContentFact[],
      })),
    noteState(dossier, { state, yamlText, files }) {
      dropState.run(dossier, state);
      insertState.run(dossier, dossier, state, yamlText, JSON.stringify(files));
    },
    lastEdits: (dossier) => lastEdits.all(dossier),
    insertRecord: (record) => void insertRecord.run(JSON.stringify(record)),
    // Safe: only insertRecord writes there, as JSON of the schema.
    records: () => records.all().map((record) => JSON.parse(record) as MergeRecord),
  };
}
