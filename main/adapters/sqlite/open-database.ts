import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../../contract/failure.ts';
import { readFailure, writeFailure } from '../disk/disk-failure.ts';
import { databaseDamaged, databaseFailure } from './database-failure.ts';
import { migrate, requireKnownVersion, versionOf } from './migrate.ts';

/** better-sqlite3 is built for this level of Node-API; below it, opening ends the process without a word. */
const neededNapi = 10;

/**
 * Opens the database of a data folder, made and migrated as needed: write-ahead log, every commit flushed, foreign keys
 * on. Throws `node-too-old`, `database-newer`, `database-damaged` (both leave the file untouched), `database-busy`,
 * `not-writable`.
 */
export async function openDatabase(dataFolder: string): Promise<Database> {
  requireNode(process.versions.napi);
  await mkdir(dataFolder, { recursive: true }).catch((error: unknown) => {
    throw writeFailure(error, dataFolder);
  });
  const path = join(dataFolder, 'yinqi.sqlite');
  await requireDatabase(path);
  const { default: SqliteDatabase } = await import('better-sqlite3');
  let database: Database | undefined;
  try {
    database = new SqliteDatabase(path, { timeout: 5000 });
    // Before anything is written, the journal mode included.
    requireKnownVersion(versionOf(database), path);
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw databaseDamaged(path);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What is deleted is overwritten in the file.
    database.pragma('secure_delete = ON');
    database.pragma('busy_timeout = 5000');
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    throw databaseFailure(error, path);
  }
}

/** Refuses a Node that better-sqlite3 would crash in: `node-too-old`. */
export function requireNode(napi: string | undefined): void {
  if (Number(napi ?? 0) >= neededNapi) return;
  throw new Failure(
    'node-too-old',
    {
      zh: `当前的 Node.js ${process.versions.node} 太旧（Node-API ${napi ?? '未知'}），打开数据库需要 Node-API ${neededNapi}`,
      en: `Node.js ${process.versions.node} is too old (Node-API ${napi ?? 'unknown'}): the database needs Node-API ${neededNapi}`,
    },
    {
      zh: '请用 npm start 或 npx yinqi 启动（自带合适的 Node.js），或安装 Node.js 22.14 以上的版本',
      en: 'Start with npm start or npx yinqi, which bring the right Node.js, or install Node.js 22.14 or later',
    },
  );
}

/** Looks at the first bytes of the file without opening it as a database; none, or an empty one, is fine. */
async function requireDatabase(path: string): Promise<void> {
  const header = Buffer.alloc(100);
  let read = 0;
  try {
    const file = await open(path, 'r');
    try {
      read = (await file.read(header, 0, header.length, 0)).bytesRead;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw readFailure(error, path);
  }
  if (read === 0) return;
  if (read < header.length || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw databaseDamaged(path);
}
