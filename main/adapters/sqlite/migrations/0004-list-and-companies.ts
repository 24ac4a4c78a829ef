import type { Migration } from './migration.ts';

/** What the list of dossiers shows without reading their YAML, what was put away, and the companies and people kept for all dossiers. */
export const listAndCompanies: Migration = {
  number: 4,
  statements: `
    ALTER TABLE dossiers ADD COLUMN archived_at TEXT;
    CREATE INDEX dossiers_in_list ON dossiers (removed_at, changed_at, id, revision, archived_at);
    CREATE TABLE outlines (
      dossier TEXT PRIMARY KEY REFERENCES dossiers (id) ON DELETE CASCADE,
      outline TEXT NOT NULL CHECK (json_valid(outline))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE progress (
      dossier TEXT PRIMARY KEY REFERENCES dossiers (id) ON DELETE CASCADE,
      progress TEXT NOT NULL CHECK (json_valid(progress))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE kept (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('company', 'person')),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      details TEXT NOT NULL CHECK (json_valid(details)),
      logo_sha256 TEXT CHECK (length(logo_sha256) = 64),
      logo_name TEXT,
      changed_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX kept_by_logo ON kept (logo_sha256);
  `,
};
