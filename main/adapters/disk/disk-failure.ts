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
    case 'EBUSY':
    case 'ETXTBSY':
      return new Failure(
        'not-writable',
        {
          zh: `无法写入「${path}」：没有权限、磁盘只读，或文件正被占用`,
          en: `“${path}” cannot be written: no permission, a read-only disk, or a file in use`,
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
    case 'EEXIST':
      return new Failure(
        'not-a-folder',
        {
          zh: `「${path}」应当是一个文件夹，但那里有一个同名的文件`,
          en: `“${path}” should be a folder, but a file has that name`,
        },
        { zh: '请给该文件改名，或换一个位置', en: 'Rename that file, or choose another place' },
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
    case 'ENAMETOOLONG':
    case 'EINVAL':
    case 'EILSEQ':
      return new Failure(
        'bad-file-name',
        {
          zh: `这个位置不接受文件名「${path}」：太长，或含有不允许的字符`,
          en: `The name “${path}” is not allowed there: it is too long, or holds a character that is refused`,
        },
        { zh: '请换一个短一些的文件名或文件夹', en: 'Choose a shorter name or another folder' },
        { cause: error },
      );
    case 'EFBIG':
      return new Failure(
        'file-too-large',
        {
          zh: `磁盘不接受这么大的文件：「${path}」`,
          en: `The disk does not take a file this large: “${path}”`,
        },
        {
          zh: '请换一个磁盘（FAT32 格式的优盘单个文件不能超过 4 GB）',
          en: 'Choose another disk (one in FAT32 format holds no file over 4 GB)',
        },
        { cause: error },
      );
    case 'EIO':
      return diskError(error, path);
    default:
      return error;
  }
}

/** Turns what the operating system says on reading `path` into a Failure; anything unknown stays what it was. */
export function readFailure(error: unknown, path: string): unknown {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure(
        'file-missing',
        { zh: `找不到「${path}」`, en: `“${path}” does not exist` },
        { zh: '请检查路径是否写对，文件是否被移走', en: 'Check the path, and whether it was moved' },
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return new Failure(
        'not-readable',
        {
          zh: `无法读取「${path}」：没有权限，或正被其他程序占用`,
          en: `“${path}” cannot be read: no permission, or in use by another program`,
        },
        {
          zh: '请检查权限，关闭占用它的程序后重试',
          en: 'Check its permissions, close the other program and try again',
        },
        { cause: error },
      );
    case 'EISDIR':
      return new Failure(
        'not-a-file',
        { zh: `「${path}」是一个文件夹，不是文件`, en: `“${path}” is a folder, not a file` },
        { zh: '请选择文件', en: 'Choose a file' },
        { cause: error },
      );
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return new Failure(
        'file-missing',
        { zh: `「${path}」不是可以打开的路径`, en: `“${path}” is no path that can be opened` },
        { zh: '请检查路径是否写对', en: 'Check the path' },
        { cause: error },
      );
    case 'EIO':
      return diskError(error, path);
    default:
      return error;
  }
}

const diskError = (error: unknown, path: string): Failure =>
  new Failure(
    'disk-error',
    { zh: `磁盘读写出错：「${path}」`, en: `The disk reports an error at “${path}”` },
    {
      zh: '磁盘可能有故障，请先备份重要文件，再换一个位置重试',
      en: 'The disk may be failing: back up what matters, then try another place',
    },
    { cause: error },
  );
