import type { Migration } from './migration.ts';

/** What was exported and printed of each dossier, and the texts of then by their SHA-256. */
export const history: Migration = {
  number: 2,
  statements: `
    CREATE TABLE history (
      dossier TEXT NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 1),
      id TEXT NOT NULL,
      entry TEXT NOT NULL CHECK (json_valid(entry)),
      PRIMARY KEY (dossier, position),
      UNIQUE (dossier, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE history_texts (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
