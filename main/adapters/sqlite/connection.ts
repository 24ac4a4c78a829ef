import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Blobs } from './blobs.ts';
import { databaseFailure } from './database-failure.ts';
import { createKeptRows, type KeptRows } from './kept-rows.ts';
import { openDatabase } from './open-database.ts';
import { createRows, type Rows } from './rows.ts';

/** The statements on dossiers, and with them those on kept companies and people. */
export type StoreRows = Rows & { readonly kept: KeptRows };

/** Opens the database when it is first used, collects what nothing refers to, calls `onOpened`, and explains what SQLite says. */
export function createConnection(dataFolder: string, blobs: Blobs, onOpened?: () => Promise<void>) {
  let database: Database | undefined;
  let opening: Promise<StoreRows> | undefined;
  const open = async (): Promise<StoreRows> => {
    database = await openDatabase(dataFolder);
    const rows = { ...createRows(database), kept: createKeptRows(database) };
    await collect(rows, blobs);
    await onOpened?.();
    return rows;
  };
  const close = (): void => {
    database?.close();
    database = undefined;
    opening = undefined;
  };
  return {
    close,
    async use<T>(work: (rows: StoreRows) => T | Promise<T>): Promise<T> {
      try {
        opening ??= open().catch((error: unknown) => {
          // The next call tries again: a full disk or a busy database may have passed.
          close();
          throw error;
        });
        return await work(await opening);
      } catch (error) {
        throw databaseFailure(error, join(dataFolder, 'yinqi.sqlite'));
      }
    },
  };
}

async function collect(rows: Rows, blobs: Blobs): Promise<void> {
  const old = await blobs.listOld();
  if (old.length === 0) return;
  rows.exclusively(() => {
    for (const { sha256, absolutePath } of old) {
      if (sha256 === null || !rows.isReferred(sha256)) blobs.removeOld(absolutePath);
    }
  });
}
