import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lettersFolder, shippedLetters, templateOf } from './shipped-letters.ts';

/**
 * The agreements and rules by the titles that they bear themselves, read off the sources by hand. Other texts call some of
 * them otherwise (conflict `agreements-under-several-names`); a letter uses the title of the text whose clause it names.
 */
const sourceOfTitle: Readonly<Record<string, string>> = {
  腾讯会议第三方应用平台合作协议: 'cooperation',
  腾讯会议开放平台开发者协议: 'developer-agreement',
  腾讯会议第三方应用平台运营规则: 'operation',
  腾讯开放平台开发者协议: 'open-platform',
};

const known = new Set(
  ['tencent-meeting', 'tencent-open-platform'].flatMap((platform) =>
    readFileSync(join(lettersFolder, '../rulebook', platform, 'clauses.tsv'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t')[0] ?? ''),
  ),
);

describe.each(shippedLetters)('%s', (letter) => {
  const wording = readFileSync(join(lettersFolder, letter, 'template.md'), 'utf8').replace(
    /^---\n.*?\n---\n/s,
    '',
  );
  const { cites } = templateOf(letter);

  test('calls each agreement by its own title, and rests on it', () => {
    const titles = [...wording.matchAll(/《(腾讯[^》]*(?:协议|规则|规范))》/g)].map(
      ([, title = '']) => title,
    );
    expect(titles.filter((title) => !(title in sourceOfTitle))).toEqual([]);
    for (const title of titles)
      expect([title, cites.some((cite) => cite.startsWith(`${sourceOfTitle[title]}/`))]).toEqual([
        title,
        true,
      ]);
  });

  test('names clauses that stand in the agreement named, and cites them', () => {
    const named = [
      ...wording.matchAll(/《(腾讯[^》]*)》((?:(?:和)?第 [\d.]+ 条(?:第（\d+）项)?)+)/g),
    ].flatMap(([, title = '', clauses = '']) =>
      [...clauses.matchAll(/第 ([\d.]+) 条(?:第（(\d+)）项)?/g)].map(
        ([, clause, item]) => `${sourceOfTitle[title]}/${clause}${item === undefined ? '' : `(${item})`}`,
      ),
    );
    expect(named.filter((clause) => !known.has(clause))).toEqual([]);
    expect(named.filter((clause) => !cites.some((cite) => cite.startsWith(clause)))).toEqual([]);
  });
});
