import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';

const explained: readonly (readonly [
  prefix: string,
  code: string,
  text: (path: string) => Localized,
  hint: Localized,
])[] = [
  [
    'SQLITE_FULL',
    'disk-full',
    (path) => ({
      zh: `磁盘空间不足，无法写入「${path}」`,
      en: `The disk is full: “${path}” could not be written`,
    }),
    {
      zh: '请清理磁盘后重试；已保存的内容没有丢失',
      en: 'Free some space and try again; what was saved is safe',
    },
  ],
  [
    'SQLITE_BUSY',
    'database-busy',
    (path) => ({
      zh: `数据库「${path}」被另一个窗口或程序占用`,
      en: `The database “${path}” is held by another window or program`,
    }),
    { zh: '请稍候重试，或关闭另一个窗口', en: 'Try again in a moment, or close the other window' },
  ],
  [
    'SQLITE_NOTADB',
    'database-damaged',
    (path) => ({ zh: `「${path}」不是数据库文件，或已损坏`, en: `“${path}” is no database, or is damaged` }),
    {
      zh: '文件没有改动。请从备份恢复；没有备份时把它移走再启动，印齐会新建一个空的数据库',
      en: 'The file was left as it is. Restore it from a backup; without one, move it away and start again with an empty database',
    },
  ],
  [
    'SQLITE_CORRUPT',
    'database-damaged',
    (path) => ({ zh: `数据库「${path}」已损坏`, en: `The database “${path}” is damaged` }),
    {
      zh: '文件没有删除。请先复制整个数据文件夹留底，再从备份恢复',
      en: 'It was not deleted. Copy the whole data folder first, then restore it from a backup',
    },
  ],
  ...['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_AUTH'].map(
    (code) =>
      [
        code,
        'not-writable',
        (path: string): Localized => ({
          zh: `无法写入数据库「${path}」：没有权限，或磁盘只读`,
          en: `The database “${path}” cannot be written: no permission, or a read-only disk`,
        }),
        {
          zh: '请检查数据文件夹的权限，或换一个数据文件夹',
          en: 'Check the permissions of the data folder, or use another one',
        },
      ] as const,
  ),
  [
    'SQLITE_IOERR',
    'disk-error',
    (path) => ({ zh: `磁盘读写出错：「${path}」`, en: `The disk reports an error at “${path}”` }),
    {
      zh: '磁盘可能有故障或空间不足，请检查后重试；已保存的内容没有丢失',
      en: 'The disk may be failing or full: look at it and try again; what was saved is safe',
    },
  ],
];

/** Turns what SQLite says about the database at `path` into a Failure; anything unknown stays what it was. */
export function databaseFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const said = error.code.startsWith('SQLITE_IOERR') && isFull(dirname(path)) ? 'SQLITE_FULL' : error.code;
  const found = explained.find(([prefix]) => said === prefix || said.startsWith(`${prefix}_`));
  if (found === undefined) return error;
  const [, code, text, hint] = found;
  return new Failure(code, text(path), hint, { cause: error });
}

/** Room for less than this is no room: the index of a database's log alone takes 32 KB. */
const leastBytes = 65_536;

/** A log whose index finds no room is an I/O error to SQLite, as if the disk were failing. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < leastBytes;
  } catch {
    // A folder that is gone has no room to speak of; SQLite's own words stand.
    return false;
  }
}

/** The failure of a file under the database's name that is no database. */
export function databaseDamaged(path: string, cause?: unknown): Failure {
  const failure = databaseFailure(
    Object.assign(new Error('not a database', { cause }), { code: 'SQLITE_NOTADB' }),
    path,
  );
  if (failure instanceof Failure) return failure;
  throw new Error('SQLITE_NOTADB is explained');
}
