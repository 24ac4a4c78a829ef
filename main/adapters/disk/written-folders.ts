import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectPartials } from './partial-files.ts';

const keptMs = 30 * 24 * 60 * 60 * 1000;

/** The list of folders outside the data folder that the program wrote into. */
export interface WrittenFolders {
  /** Puts a folder on the list before something is written there. */
  note(folder: string): Promise<void>;
  /** At the program's start: removes what killed processes left in these folders and in the data folder, and clears the list. */
  collect(): Promise<void>;
}

/**
 * Keeps that list in `written-folders/` of a data folder, one small file for each. A list that cannot be written is no reason to refuse an export:
 * what it is for is hidden and is collected, too, when the same folder is written into again.
 */
export function createWrittenFolders(dataFolder: string): WrittenFolders {
  const list = join(dataFolder, 'written-folders');
  const noted = new Set<string>();
  return {
    async note(folder) {
      if (noted.has(folder)) return;
      noted.add(folder);
      const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
      await mkdir(list, { recursive: true })
        .then(() => writeFile(join(list, name), folder))
        .catch(() => undefined);
    },
    async collect() {
      // Templates and forms lie two folders deep, what the database keeps by content likewise.
      await collectPartials(dataFolder, 2);
      for (const name of await readdir(list).catch(() => [])) {
        if (!/^[0-9a-f]{32}$/.test(name)) continue;
        const folder = await readFile(join(list, name), 'utf8').catch(() => '');
        // A drive that is not there today is looked at when it is back, for a month.
        if (!(await isFolder(folder)) && (await isYoung(join(list, name)))) continue;
        if (folder !== '') await collectPartials(folder);
        await rm(join(list, name), { force: true }).catch(() => undefined);
      }
    },
  };
}

const isYoung = async (path: string): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs < keptMs,
    () => false,
  );

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
