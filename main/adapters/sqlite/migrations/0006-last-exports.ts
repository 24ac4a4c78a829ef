import type { Migration } from './migration.ts';

/** When each dossier was last exported, for the list: an entry of the history is too long to be read for every card. */
export const lastExports: Migration = {
  number: 6,
  statements: `
    CREATE TABLE last_exports (
      dossier TEXT PRIMARY KEY REFERENCES dossiers (id) ON DELETE CASCADE,
      at TEXT NOT NULL,
      is_draft INTEGER NOT NULL CHECK (is_draft IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER last_exports_kept AFTER INSERT ON history WHEN json_extract(NEW.entry, '$.kind') = 'export' BEGIN
      INSERT INTO last_exports (dossier, at, is_draft)
      VALUES (NEW.dossier, json_extract(NEW.entry, '$.at'), coalesce(json_extract(NEW.entry, '$.bundle.draft'), 1))
      ON CONFLICT (dossier) DO UPDATE SET at = excluded.at, is_draft = excluded.is_draft
      WHERE excluded.at >= last_exports.at;
    END;
    INSERT INTO last_exports (dossier, at, is_draft)
    SELECT dossier, max(json_extract(entry, '$.at')), coalesce(json_extract(entry, '$.bundle.draft'), 1)
    FROM history WHERE json_extract(entry, '$.kind') = 'export' GROUP BY dossier;
  `,
};
