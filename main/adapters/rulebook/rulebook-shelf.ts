import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { nearNames } from '../../core/near-name.ts';
import type { RulebookShelf } from '../../world/rulebook-shelf.ts';
import { readCompiledRulebook } from './compiled-rulebook.ts';
import { withTeamWords } from './team-words.ts';

/** The names of the folders directly inside a folder, sorted; none where it does not exist. */
async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Every file of a platform's folder by its path inside, forward slashes. */
async function textsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile() && /\.(yaml|tsv|txt)$/.test(entry.name))
    .map(async (entry): Promise<readonly [string, string]> => {
      const absolute = join(entry.parentPath, entry.name);
      const path = absolute.slice(folder.length + 1).replaceAll(sep, '/');
      return [path, await readFile(absolute, 'utf8')];
    });
  return new Map(await Promise.all(texts));
}

/**
 * The rulebooks under `<resources>/rulebook`, each read and kept once: as the build compiled it into `compiledFolder`, otherwise from its YAML files,
 * validated. Phrases that a team allows in its `wordsFolder` are added at each call. Throws Failures that name file and line.
 */
export function createRulebookShelf(
  resourcesFolder: string,
  compiledFolder?: string,
  wordsFolder?: string,
): RulebookShelf {
  const root = join(resourcesFolder, 'rulebook');
  const shelf = new Map<string, Promise<Rulebook>>();
  const list = (): Promise<readonly string[]> => foldersIn(root);

  const read = async (platform: string): Promise<Rulebook> => {
    const platforms = await list();
    if (!platforms.includes(platform)) {
      const near = nearNames(platform, platforms);
      const known = near.length > 0 ? near : platforms;
      throw new Failure(
        'unknown-platform',
        { zh: `没有「${platform}」的规则库`, en: `There is no rulebook of the platform “${platform}”` },
        { zh: `请改为：${known.join('、')}`, en: `Use: ${known.join(', ')}` },
      );
    }
    const compiled =
      compiledFolder === undefined ? null : await readCompiledRulebook(compiledFolder, platform);
    if (compiled !== null) return compiled;
    const letters = new Set(await foldersIn(join(resourcesFolder, 'letters')));
    // Beside the letters lies the folder of the wording that they share.
    letters.delete('clauses');
    const files = await textsIn(join(root, platform));
    // What reads the YAML files and holds them to the checks that there are is not needed where the build has done it.
    const [{ buildRulebook }, { checkRegistry }] = await Promise.all([
      import('../../core/rulebook/build-rulebook.ts'),
      import('../../core/review/check-registry.ts'),
    ]);
    return buildRulebook(`resources/rulebook/${platform}`, files, { checks: checkRegistry, letters });
  };

  return {
    list,
    async load(platform) {
      const reading =
        shelf.get(platform) ??
        read(platform).catch((error: unknown) => {
          // A fault may be mended while the program runs: the next call reads again.
          shelf.delete(platform);
          throw error;
        });
      shelf.set(platform, reading);
      const rulebook = await reading;
      return wordsFolder === undefined ? rulebook : withTeamWords(rulebook, wordsFolder);
    },
  };
}
