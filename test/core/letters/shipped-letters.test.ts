import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clausesFolder, shippedClauses } from './shipped-clauses.ts';
import { lettersFolder, sampleOf, shippedLetters, templateOf } from './shipped-letters.ts';

const shared = join(lettersFolder, '../../../shared/sources/clauses.tsv');

const clausesOf = (platform: string) =>
  readFileSync(join(lettersFolder, '../rulebook', platform, 'clauses.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]);

test('every folder of letters is tested here', () => {
  const folders = readdirSync(lettersFolder, { withFileTypes: true }).filter(
    (one) => one.isDirectory() && one.name !== 'clauses',
  );
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

describe.each(shippedClauses.names)('the clause %s', (name) => {
  const clause = shippedClauses.usable.get(name);
  const users = shippedLetters.map(templateOf).filter(({ clauses }) => clauses.some(({ id }) => id === name));

  test('is in the file of its name and is shared by two letters or more', () => {
    expect(clause?.id).toBe(name);
    expect(users.length).toBeGreaterThan(1);
  });

  test('cites clauses that exist on the platforms of its letters, each once', () => {
    const cites = clause?.cites ?? [];
    expect(new Set(cites).size).toBe(cites.length);
    for (const { platforms = ['tencent-meeting'] } of users) {
      const known = new Set(platforms.flatMap(clausesOf));
      expect(cites.filter((cite) => !known.has(cite))).toEqual([]);
    }
  });

  test('is taken in wherever a letter says the same', () => {
    const words = (clause?.lines ?? []).map(({ text }) => text.replace(/^\d+\. /, '')).join('\n');
    const saying = shippedLetters.filter((letter) =>
      readFileSync(join(lettersFolder, letter, 'template.md'), 'utf8')
        .replaceAll(/^\d+\. /gm, '')
        .includes(words),
    );
    expect(saying).toEqual([]);
  });
});

/** What the sources define or call by a name: parties, platforms, filings, the address of a mailbox. */
const names = [
  '深圳市腾讯计算机系统有限公司',
  '腾讯会议第三方应用平台',
  '全国互联网安全管理服务平台',
  'ICP 许可证',
  'ICP 备案',
  'meeting_marketplace',
] as const;
const plain = (text: string): string => text.replaceAll(/[\s，。、；：“”‘’「」《》（）()|,.;:*#\-—]/g, '');
const runLength = 12;

/** The runs of 12 characters of a text, marks and blanks left out. */
function runsOf(text: string): readonly string[] {
  const letters = plain(text);
  return Array.from({ length: Math.max(0, letters.length - runLength + 1) }, (_, at) =>
    letters.slice(at, at + runLength),
  );
}

/** A template's own words: without its title, without names of papers and statutes, of what the sources name, and of variables. */
const ownWords = (source: string): readonly string[] =>
  names
    .reduce((text, name) => text.replaceAll(name, '\n'), source)
    .replaceAll(/^(# |title:).*$|《[^》\n]+》|\{[{%][^}]*[%}]\}/gm, '\n')
    .split('\n');

// Where the sources are not beside the repository there is nothing to compare with.
describe.runIf(existsSync(shared))('beside the shared sources', () => {
  const sources = new Set(
    readFileSync(shared, 'utf8')
      .split('\n')
      .flatMap((line) => runsOf((line.split('\t')[2] ?? '').replaceAll(/<[^>]+>/g, ''))),
  );

  test.each(shippedLetters)('%s repeats no sentence of them, not so much as twelve characters', (letter) => {
    const source = readFileSync(join(lettersFolder, letter, 'template.md'), 'utf8');
    const shared12 = ownWords(source)
      .flatMap(runsOf)
      .filter((run) => sources.has(run));
    expect(shared12).toEqual([]);
  });

  test.each(shippedClauses.names)('the clause %s repeats none of them either', (clause) => {
    const source = readFileSync(join(clausesFolder, `${clause}.md`), 'utf8');
    const shared12 = ownWords(source)
      .flatMap(runsOf)
      .filter((run) => sources.has(run));
    expect(shared12).toEqual([]);
  });

  test('a sentence of theirs would be noticed, and a name is none', () => {
    const copied = '应用提供商应保证其提交的所有信息的真实性。';
    expect(
      ownWords(copied)
        .flatMap(runsOf)
        .some((run) => sources.has(run)),
    ).toBe(true);
    expect(ownWords(`${names[0]}：`).flatMap(runsOf)).toEqual([]);
  });
});
