import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { createRows } from '../../../main/adapters/sqlite/rows.ts';

/** Every file below a folder, hidden ones too; paths from there. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** SHA-256 of a file, lower-case hex. */
export const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** What is wrong with a database as it lies there after a kill, opened by SQLite alone. */
export function databaseFaults(dataFolder: string): readonly string[] {
  const path = join(dataFolder, 'yinqi.sqlite');
  if (!existsSync(path)) return [];
  const database = new SqliteDatabase(path);
  try {
    const integrity = database.pragma('integrity_check', { simple: true });
    const keys = database.pragma('foreign_key_check');
    return [
      ...(integrity === 'ok' ? [] : [`integrity_check says ${String(integrity)}`]),
      ...(Array.isArray(keys) && keys.length === 0 ? [] : ['foreign_key_check finds rows']),
    ];
  } finally {
    database.close();
  }
}

/** Makes every stored content a day and an hour old: only what is that old may be collected, as another window may want the rest. */
export function ageBlobs(dataFolder: string): void {
  const then = new Date(Date.now() - 25 * 60 * 60 * 1000);
  for (const path of filesBelow(join(dataFolder, 'blobs'))) utimesSync(path, then, then);
}

/** What is wrong with the stored contents after the next start: half ones, and ones that no row refers to. */
export function blobFaults(dataFolder: string): readonly string[] {
  const blobs = filesBelow(join(dataFolder, 'blobs'));
  if (blobs.length === 0) return [];
  const database = new SqliteDatabase(join(dataFolder, 'yinqi.sqlite'), { readonly: true });
  try {
    const rows = createRows(database);
    return blobs.flatMap((path) => {
      const name = basename(path);
      if (hashOf(path) !== name) return [`the content ${path} is not what its name says`];
      return rows.isReferred(name) ? [] : [`no row refers to the content ${path}`];
    });
  } finally {
    database.close();
  }
}

/** Whatever is left half written below these folders. */
export const leftOvers = (...folders: readonly string[]): readonly string[] =>
  folders
    .flatMap(filesBelow)
    .filter((path) => path.endsWith('.part') || path.includes('.part/'))
    .map((path) => `left behind: ${path}`);

/** Scratch folders of programs that are no more. */
export const scratchLeft = (temporary: string): readonly string[] =>
  readdirSync(temporary).map((name) => `left behind: ${join(temporary, name)}`);
