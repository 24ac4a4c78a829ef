import type { Migration } from './migration.ts';

/** States of dossiers that were handed over or came in, ancestors of what comes back, and what merges did not take. */
export const library: Migration = {
  number: 3,
  statements: `
    CREATE TABLE states (
      dossier TEXT NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 1),
      state TEXT NOT NULL CHECK (length(state) = 64),
      yaml_text TEXT NOT NULL,
      files TEXT NOT NULL CHECK (json_valid(files)),
      PRIMARY KEY (dossier, position),
      UNIQUE (dossier, state)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE merges (
      position INTEGER PRIMARY KEY,
      record TEXT NOT NULL CHECK (json_valid(record))
    ) STRICT;
  `,
};
