import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lettersFolder, sampleOf, shippedLetters, templateOf } from './shipped-letters.ts';

const shared = join(lettersFolder, '../../../shared/sources/clauses.tsv');

const clausesOf = (platform: string) =>
  readFileSync(join(lettersFolder, '../rulebook', platform, 'clauses.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]);

test('every folder of letters is tested here', () => {
  const folders = readdirSync(lettersFolder, { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...shippedLetters].toSorted());
});

describe.each(shippedLetters)('%s', (letter) => {
  test('is in the folder of its name and cites clauses that exist, each once', () => {
    const { id, cites, platforms = ['tencent-meeting'] } = templateOf(letter);
    expect(id).toBe(letter);
    const clauses = new Set(platforms.flatMap(clausesOf));
    expect(cites.filter((cite) => !clauses.has(cite))).toEqual([]);
    expect(new Set(cites).size).toBe(cites.length);
  });

  test('has a sample of an id of its own', () => {
    expect(sampleOf(letter).id).toMatch(/^sample-/);
  });
});

const plain = (text: string): string => text.replaceAll(/[\s，。、；：“”‘’「」《》（）()|,.;:*#]/g, '');
const runLength = 22;

/** The runs of 22 characters of a text, marks and blanks left out. */
function runsOf(text: string): readonly string[] {
  const letters = plain(text);
  return Array.from({ length: Math.max(0, letters.length - runLength + 1) }, (_, at) =>
    letters.slice(at, at + runLength),
  );
}

// Where the sources are not beside the repository there is nothing to compare with.
describe.runIf(existsSync(shared))('beside the shared sources', () => {
  const sources = new Set(
    readFileSync(shared, 'utf8')
      .split('\n')
      .flatMap((line) => runsOf(line.split('\t')[2] ?? '')),
  );

  test.each(shippedLetters)(
    '%s repeats no sentence of them, only the names of papers and statutes',
    (letter) => {
      const source = readFileSync(join(lettersFolder, letter, 'template.md'), 'utf8');
      const own = source.replaceAll(/^(# |title:).*$|《[^》\n]+》/gm, '|');
      expect(runsOf(own).filter((run) => sources.has(run))).toEqual([]);
    },
  );
});
