import type { Database } from 'better-sqlite3';
import type { HistoryEntry } from '../../contract/history.ts';

/** The statements of the history over an open database; each call is one transaction at most. */
export interface HistoryRows {
  /** Oldest first. */
  entries(dossier: string): readonly HistoryEntry[];
  text(sha256: string): string | undefined;
  /** Adds an entry and its texts; one that is there already is left as it is. Runs inside the caller's transaction. */
  insert(dossier: string, entry: HistoryEntry, texts: ReadonlyMap<string, string>): void;
  /** Whether the history of another dossier names a text. */
  isSharedText(dossier: string, sha256: string): boolean;
  replaceText(sha256: string, text: string): void;
}

/** Prepares the statements. */
export function createHistoryRows(database: Database): HistoryRows {
  const entries = database
    .prepare<[string], string>('SELECT entry FROM history WHERE dossier = ? ORDER BY position')
    .pluck();
  const text = database.prepare<[string], string>('SELECT text FROM history_texts WHERE sha256 = ?').pluck();
  const insertText = database.prepare<[string, string]>(
    'INSERT INTO history_texts (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const insertEntry = database.prepare<[string, string, string, string]>(
    `INSERT INTO history (dossier, position, id, entry)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM history WHERE dossier = ?), ?, ?)
     ON CONFLICT (dossier, id) DO NOTHING`,
  );
  const shared = database
    .prepare<[string, string], number>(
      'SELECT 1 FROM history WHERE dossier <> ? AND instr(entry, ?) > 0 LIMIT 1',
    )
    .pluck();
  const replaceText = database.prepare<[string, string]>(
    'UPDATE history_texts SET text = ? WHERE sha256 = ?',
  );
  return {
    // Safe: only this table's writer puts entries there, as JSON of the schema.
    entries: (dossier) => entries.all(dossier).map((json) => JSON.parse(json) as HistoryEntry),
    text: (sha256) => text.get(sha256),
    isSharedText: (dossier, sha256) => shared.get(dossier, sha256) !== undefined,
    replaceText: (sha256, replacement) => void replaceText.run(replacement, sha256),
    insert(dossier, entry, texts) {
      for (const [sha256, one] of texts) insertText.run(sha256, one);
      insertEntry.run(dossier, dossier, entry.id, JSON.stringify(entry));
    },
  };
}
