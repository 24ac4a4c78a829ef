import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataPlace, DataPlaces } from '../../world/data-places.ts';
import { readFailure } from '../disk/disk-failure.ts';

/** The places of a data folder, the team's folders and the scratch folder. */
export function createDataPlaces(options: {
  readonly dataFolder: string;
  readonly templates: string;
  readonly forms: string;
  readonly words: string;
  readonly scratchFolder: string;
}): DataPlaces {
  const { dataFolder, templates, forms, words, scratchFolder } = options;
  const folder = async (id: DataPlace['id'], path: string): Promise<DataPlace> => ({
    id,
    path,
    ...(await sizeOf(path)),
  });
  return {
    async measure() {
      const database = join(dataFolder, 'yinqi.sqlite');
      const parts = await Promise.all(['', '-wal', '-shm'].map((ending) => sizeOf(database + ending)));
      return [
        {
          id: 'database',
          path: database,
          files: parts.reduce((sum, { files }) => sum + files, 0),
          sizeBytes: parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
        },
        await folder('files', join(dataFolder, 'blobs')),
        await folder('templates', templates),
        await folder('forms', forms),
        await folder('words', words),
        await folder('scratch', scratchFolder),
      ];
    },
  };
}

/** Counts what lies at a path and below it; links are not followed, and what goes away meanwhile is not counted. */
async function sizeOf(path: string): Promise<{ readonly files: number; readonly sizeBytes: number }> {
  try {
    const facts = await stat(path);
    if (facts.isFile()) return { files: 1, sizeBytes: facts.size };
    let [files, sizeBytes] = [0, 0];
    for (const entry of await readdir(path, { withFileTypes: true })) {
      if (!entry.isFile() && !entry.isDirectory()) continue;
      const below = await sizeOf(join(path, entry.name));
      files += below.files;
      sizeBytes += below.sizeBytes;
    }
    return { files, sizeBytes };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { files: 0, sizeBytes: 0 };
    throw readFailure(error, path);
  }
}
