import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { outsideFolder } from '../../core/dossier/dossier-path.ts';
import { readFailure } from './disk-failure.ts';

/**
 * Requires that an existing file or folder lies within a folder once every link is followed. Throws `outside-folder`
 * that names it as `path`.
 */
export async function requireRealInside(folder: string, existing: string, path: string): Promise<void> {
  const real = async (one: string): Promise<string> =>
    realpath(one).catch((error: unknown) => {
      throw readFailure(error, one);
    });
  const within = relative(await real(folder), await real(existing));
  if (within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within)) return;
  throw outsideFolder(path, {
    zh: '经过一个指向文件夹之外的链接',
    en: 'it passes through a link that leads out of the folder',
  });
}
