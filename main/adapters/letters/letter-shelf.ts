import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { LetterShelf } from '../../world.ts';

/** The letter templates under `<resourcesFolder>/letters`: a folder each, holding template.md. */
export function createLetterShelf(resourcesFolder: string): LetterShelf {
  const folder = join(resourcesFolder, 'letters');
  const list = async (): Promise<readonly string[]> => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted();
  };
  return {
    list,
    async template(letter) {
      const known = await list();
      if (!known.includes(letter)) {
        throw new Failure(
          'unknown-letter',
          { zh: `没有名为「${letter}」的信函模板`, en: `There is no letter template “${letter}”` },
          { zh: `现有模板：${known.join('、')}`, en: `There are: ${known.join(', ')}` },
        );
      }
      return readFile(join(folder, letter, 'template.md'), 'utf8');
    },
  };
}
