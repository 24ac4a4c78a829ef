import { readdir } from 'node:fs/promises';
import { readFailure } from '../disk/disk-failure.ts';

/** The folder of the shared clauses, among those of the letters: no letter has this name. */
export const clausesFolder = 'clauses';

/** Whether a name can be that of a letter or clause. */
export const isLetterId = (name: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);

/** The names of the folders in a folder, sorted; none where it is not there. Hidden ones are left out. */
export const foldersIn = (folder: string): Promise<readonly string[]> => namesIn(folder, 'folder');

/** The names of the files in a folder, sorted; none where it is not there. Hidden ones are left out. */
export const filesIn = (folder: string): Promise<readonly string[]> => namesIn(folder, 'file');

async function namesIn(folder: string, kind: 'folder' | 'file'): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => (kind === 'folder' ? entry.isDirectory() : entry.isFile()))
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('.'))
      .toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw readFailure(error, folder);
  }
}
