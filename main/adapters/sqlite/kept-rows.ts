import type { Database } from 'better-sqlite3';
import type { KeptKind } from '../../contract/kept-companies.ts';

/** A company or person as the database holds it. */
export interface KeptRow {
  readonly id: string;
  readonly kind: KeptKind;
  readonly revision: number;
  /** JSON. */
  readonly details: string;
  readonly logo_sha256: string | null;
  readonly logo_name: string | null;
  readonly changed_at: string;
  readonly removed_at: string | null;
}

/** Reads and writes rows of kept companies and people; each call is one statement. */
export interface KeptRows {
  entry(kind: KeptKind, id: string): KeptRow | undefined;
  /** Those not removed, the last changed first. */
  entries(kind: KeptKind): readonly KeptRow[];
  saveEntry(row: Omit<KeptRow, 'removed_at'>): void;
  setEntryRemoved(id: string, at: string | null): void;
  /** All of them, removed ones too; sorted by id. */
  all(): readonly KeptRow[];
  /** States that were handed over or came in, as JSON; the oldest first. */
  states(id: string): readonly { readonly state: string; readonly content: string }[];
  /** Makes a state the latest, known before or not. Runs inside the caller's transaction. */
  noteState(id: string, state: string, content: string): void;
}

/** The statements on kept companies and people over an open database. */
export function createKeptRows(database: Database): KeptRows {
  const entry = database.prepare<[string, string], KeptRow>('SELECT * FROM kept WHERE kind = ? AND id = ?');
  const entries = database.prepare<[string], KeptRow>(
    'SELECT * FROM kept WHERE kind = ? AND removed_at IS NULL ORDER BY changed_at DESC, id',
  );
  const saveEntry = database.prepare<[string, string, number, string, string | null, string | null, string]>(
    `INSERT INTO kept (id, kind, revision, details, logo_sha256, logo_name, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, details = excluded.details,
       logo_sha256 = excluded.logo_sha256, logo_name = excluded.logo_name, changed_at = excluded.changed_at`,
  );
  const setEntryRemoved = database.prepare<[string | null, string]>(
    'UPDATE kept SET removed_at = ? WHERE id = ?',
  );
  const all = database.prepare<[], KeptRow>('SELECT * FROM kept ORDER BY id');
  const states = database.prepare<[string], { readonly state: string; readonly content: string }>(
    'SELECT state, content FROM kept_states WHERE kept = ? ORDER BY position',
  );
  const dropState = database.prepare<[string, string]>(
    'DELETE FROM kept_states WHERE kept = ? AND state = ?',
  );
  const insertState = database.prepare<[string, string, string, string]>(
    `INSERT INTO kept_states (kept, position, state, content)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM kept_states WHERE kept = ?), ?, ?)`,
  );
  return {
    entry: (kind, id) => entry.get(kind, id),
    entries: (kind) => entries.all(kind),
    saveEntry: (row) =>
      void saveEntry.run(
        row.id,
        row.kind,
        row.revision,
        row.details,
        row.logo_sha256,
        row.logo_name,
        row.changed_at,
      ),
    setEntryRemoved: (id, at) => void setEntryRemoved.run(at, id),
    all: () => all.all(),
    states: (id) => states.all(id),
    noteState(id, state, content) {
      dropState.run(id, state);
      insertState.run(id, id, state, content);
    },
  };
}
