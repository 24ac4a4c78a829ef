import type { Migration } from './migration.ts';

/** States of kept companies and people that were handed over or came in, ancestors of what comes back. */
export const keptStates: Migration = {
  number: 5,
  statements: `
    CREATE TABLE kept_states (
      kept TEXT NOT NULL REFERENCES kept (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 1),
      state TEXT NOT NULL CHECK (length(state) = 64),
      content TEXT NOT NULL CHECK (json_valid(content)),
      PRIMARY KEY (kept, position),
      UNIQUE (kept, state)
    ) STRICT, WITHOUT ROWID;
  `,
};
