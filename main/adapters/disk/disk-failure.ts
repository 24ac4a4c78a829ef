import { Failure } from '../../contract/failure.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Turns what the operating system says on writing to `path` into a Failure; anything unknown stays what it was. */
export function writeFailure(error: unknown, path: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Failure(
        'disk-full',
        { zh: `磁盘空间不足，无法写入「${path}」`, en: `The disk is full: “${path}” could not be written` },
        {
          zh: '请清理磁盘或换一个位置后重试；原有文件未改动',
          en: 'Free some space or choose another place; nothing was changed',
        },
        { cause: error },
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new Failure(
        'not-writable',
        {
          zh: `没有权限写入「${path}」`,
          en: `“${path}” cannot be written: no permission, or a read-only disk`,
        },
        {
          zh: '请换一个可以写入的文件夹，或检查文件是否被其他程序占用',
          en: 'Choose a folder that you may write to, or close the program that holds the file',
        },
        { cause: error },
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure(
        'folder-missing',
        { zh: `找不到要写入的文件夹：「${path}」`, en: `The folder to write into does not exist: “${path}”` },
        { zh: '请先新建该文件夹，或换一个位置', en: 'Create the folder first, or choose another place' },
        { cause: error },
      );
    case 'EISDIR':
      return new Failure(
        'is-a-folder',
        {
          zh: `「${path}」是一个文件夹，不能当作文件写入`,
          en: `“${path}” is a folder and cannot be written as a file`,
        },
        { zh: '请给出文件名', en: 'Give the name of a file' },
        { cause: error },
      );
    default:
      return error;
  }
}
