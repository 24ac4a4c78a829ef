import type { Migration } from './migration.ts';

/** Dossiers as the YAML text they are exported as, their files by content, and which fields were edited when. */
export const dossiersFilesEdits: Migration = {
  number: 1,
  statements: `
    CREATE TABLE dossiers (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL CHECK (revision >= 1),
      yaml_text TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;
    CREATE TABLE files (
      dossier TEXT NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
      PRIMARY KEY (dossier, path)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX files_by_content ON files (sha256);
    CREATE TABLE edits (
      dossier TEXT NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      path TEXT NOT NULL CHECK (json_valid(path)),
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX edits_by_revision ON edits (dossier, revision);
  `,
};
