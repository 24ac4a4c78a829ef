import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { databaseFailure } from '../../../main/adapters/sqlite/database-failure.ts';
import { currentVersion } from '../../../main/adapters/sqlite/migrate.ts';
import { openDatabase, requireNode } from '../../../main/adapters/sqlite/open-database.ts';
import { createSqliteStore } from '../../../main/adapters/sqlite/sqlite-store.ts';
import { Failure } from '../../../main/contract/failure.ts';
import { failureOf } from '../disk/failure-of.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const inFolder = (folder: string) => join(folder, 'yinqi.sqlite');

async function opened(folder: string) {
  const database = await openDatabase(folder);
  onTestFinished(() => {
    database.close();
  });
  return database;
}

test('a new database has the current version, a write-ahead log, full flushing and foreign keys', async () => {
  const database = await opened(join(temporaryFolder(), '新 文件夹'));
  const settings = ['user_version', 'journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'];
  expect(settings.map((name) => database.pragma(name, { simple: true }))).toEqual([
    currentVersion,
    'wal',
    2,
    1,
    5000,
  ]);
});

test('two that open a new database at once both find it migrated', async () => {
  const folder = temporaryFolder();
  const both = await Promise.all([opened(folder), opened(folder)]);
  for (const database of both) {
    expect(database.prepare('SELECT count(*) FROM dossiers').pluck().get()).toBe(0);
  }
});

describe('a database that cannot be used is refused and left untouched', () => {
  test.each(['wal', 'delete'])('from a newer version, in journal mode %s', async (mode) => {
    const folder = temporaryFolder();
    const database = new SqliteDatabase(inFolder(folder));
    database.pragma(`journal_mode = ${mode}`);
    database.exec('CREATE TABLE later (x)');
    database.pragma(`user_version = ${currentVersion + 1}`);
    database.close();
    const before = readFileSync(inFolder(folder));
    const failure = await failureOf(openDatabase(folder));
    expect(failure.code).toBe('database-newer');
    expect(failure.text.zh).toContain(inFolder(folder));
    expect(failure.hint.zh).toContain('更新');
    expect(readFileSync(inFolder(folder))).toEqual(before);
    expect(readdirSync(folder)).toEqual(['yinqi.sqlite']);
  });

  test('from a newer version that is open elsewhere, so that only its log says so', async () => {
    const folder = temporaryFolder();
    (await openDatabase(folder)).close();
    const newer = new SqliteDatabase(inFolder(folder));
    onTestFinished(() => {
      newer.close();
    });
    newer.pragma('wal_autocheckpoint = 0');
    newer.pragma(`user_version = ${currentVersion + 5}`);
    expect((await failureOf(openDatabase(folder))).code).toBe('database-newer');
    expect(newer.pragma('user_version', { simple: true })).toBe(currentVersion + 5);
  });

  test.each([
    ['a text', Buffer.from('this is no database, whatever its name says '.repeat(10))],
    ['a few bytes', Buffer.from('SQLite format 3\0')],
    ['zeros', Buffer.alloc(8192)],
  ])('%s', async (_, content) => {
    const folder = temporaryFolder();
    writeFileSync(inFolder(folder), content);
    const failure = await failureOf(openDatabase(folder));
    expect(failure.code).toBe('database-damaged');
    expect(failure.hint.zh).toContain('备份');
    expect(readFileSync(inFolder(folder))).toEqual(content);
  });

  test('one whose pages are damaged', async () => {
    const folder = temporaryFolder();
    (await openDatabase(folder)).close();
    const bytes = readFileSync(inFolder(folder));
    bytes.fill(0xab, 4096);
    writeFileSync(inFolder(folder), bytes);
    expect((await failureOf(openDatabase(folder))).code).toBe('database-damaged');
    expect(readFileSync(inFolder(folder))).toEqual(bytes);
  });
});

test('an empty file is taken for a database that was never begun', async () => {
  const folder = temporaryFolder();
  writeFileSync(inFolder(folder), '');
  expect((await opened(folder)).pragma('user_version', { simple: true })).toBe(currentVersion);
});

test('a folder that may not be written to is said as such, and the next call tries again', async () => {
  expect((await failureOf(openDatabase('/sys/yinqi'))).code).toBe('not-writable');
  const folder = temporaryFolder();
  writeFileSync(inFolder(folder), 'no database');
  const store = createSqliteStore({ dataFolder: folder, newId: () => 'x', now: () => 'x' });
  onTestFinished(() => store.close());
  expect((await failureOf(store.list())).code).toBe('database-damaged');
  writeFileSync(inFolder(folder), '');
  expect(await store.list()).toEqual([]);
});

test('a Node that is too old is told how to get a newer one, before the database is touched', () => {
  expect(() => requireNode('10')).not.toThrow();
  for (const napi of ['9', undefined]) {
    try {
      requireNode(napi);
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      expect(error).toMatchObject({ code: 'node-too-old', hint: { zh: expect.stringContaining('22.14') } });
      continue;
    }
    throw new Error('It was let through');
  }
});

describe('what SQLite says becomes a failure', () => {
  const said = (work: () => unknown): unknown => {
    try {
      work();
    } catch (error) {
      return databaseFailure(error, '/data/yinqi.sqlite');
    }
    throw new Error('SQLite had nothing to say');
  };

  test('no room left', () => {
    const database = new SqliteDatabase(':memory:');
    database.pragma('max_page_count = 3');
    database.exec('CREATE TABLE t (x)');
    const full = said(() => database.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(100_000)));
    expect(full).toMatchObject({
      code: 'disk-full',
      text: { zh: expect.stringContaining('/data/yinqi.sqlite') },
    });
  });

  test('held by another window', () => {
    const path = inFolder(temporaryFolder());
    const [one, other] = [new SqliteDatabase(path), new SqliteDatabase(path, { timeout: 0 })];
    one.exec('CREATE TABLE t (x); BEGIN IMMEDIATE');
    expect(said(() => other.exec('BEGIN IMMEDIATE'))).toMatchObject({ code: 'database-busy' });
  });

  test('may only be read', () => {
    const path = inFolder(temporaryFolder());
    new SqliteDatabase(path).exec('CREATE TABLE t (x)');
    const reader = new SqliteDatabase(path, { readonly: true });
    expect(said(() => reader.exec('INSERT INTO t VALUES (1)'))).toMatchObject({ code: 'not-writable' });
  });

  test('a slip of our own stays what it is', () => {
    const database = new SqliteDatabase(':memory:');
    expect(said(() => database.exec('SELECT * FROM nothing'))).not.toBeInstanceOf(Failure);
  });
});
