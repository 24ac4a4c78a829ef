import type { Database } from 'better-sqlite3';
import { Failure } from '../../contract/failure.ts';
import { dossiersFilesEdits } from './migrations/0001-dossiers-files-edits.ts';
import { history } from './migrations/0002-history.ts';
import { library } from './migrations/0003-library.ts';
import { listAndCompanies } from './migrations/0004-list-and-companies.ts';
import { keptStates } from './migrations/0005-kept-states.ts';
import { lastExports } from './migrations/0006-last-exports.ts';
import type { Migration } from './migrations/migration.ts';

const migrations: readonly Migration[] = [
  dossiersFilesEdits,
  history,
  library,
  listAndCompanies,
  keptStates,
  lastExports,
];

/** The user_version that this program writes and understands. */
export const currentVersion = migrations.length;

/** Refuses a database that a newer program has written: `database-newer`. */
export function requireKnownVersion(version: number, path: string): void {
  if (version <= currentVersion) return;
  throw new Failure(
    'database-newer',
    {
      zh: `数据库「${path}」由更新版本的印齐写成（格式 ${version}，本程序只认识到 ${currentVersion}），没有改动它`,
      en: `The database “${path}” was written by a newer Yinqi (format ${version}; this program knows up to ${currentVersion}); it was left untouched`,
    },
    {
      zh: '请更新印齐，或换一个数据文件夹',
      en: 'Update Yinqi, or use another data folder',
    },
  );
}

/** The version that a database says it has. */
export const versionOf = (database: Database): number =>
  Number(database.pragma('user_version', { simple: true }));

/** Brings a database up to this program's version, each migration in a transaction. Throws `database-newer`. */
export function migrate(database: Database): void {
  for (const { number, statements } of migrations) {
    const step = database.transaction(() => {
      // Another window may have been first.
      if (versionOf(database) >= number) return;
      database.exec(statements);
      database.pragma(`user_version = ${number}`);
    });
    step.immediate();
  }
  // A newer program may have come in between.
  requireKnownVersion(versionOf(database), database.name);
}
