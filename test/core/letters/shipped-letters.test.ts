import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lettersFolder, sampleOf, shippedLetters, templateOf } from './shipped-letters.ts';

const clauses = new Set(
  readFileSync(join(lettersFolder, '../rulebook/tencent-meeting/clauses.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]),
);

test('every folder of letters is tested here', () => {
  const folders = readdirSync(lettersFolder, { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...shippedLetters].toSorted());
});

describe.each(shippedLetters)('%s', (letter) => {
  test('is in the folder of its name and cites clauses that exist, each once', () => {
    const { id, cites } = templateOf(letter);
    expect(id).toBe(letter);
    expect(cites.filter((cite) => !clauses.has(cite))).toEqual([]);
    expect(new Set(cites).size).toBe(cites.length);
  });

  test('has a sample of an id of its own', () => {
    expect(sampleOf(letter).id).toMatch(/^sample-/);
  });
});
