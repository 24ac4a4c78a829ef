import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createLetterShelf } from '../../../main/adapters/letters/letter-shelf.ts';
import { shippedLetters } from '../../core/letters/shipped-letters.ts';

const shelf = createLetterShelf(join(import.meta.dirname, '../../../resources'));

test('lists the letters that ship with the app, sorted', async () => {
  expect(await shelf.list()).toEqual(shippedLetters.toSorted());
});

test('gives the source of a template', async () => {
  expect(await shelf.template('publishing-commitment')).toMatch(/^---\nid: publishing-commitment\n/);
});

test.each(['no-such-letter', '../sample', ''])(
  '“%s” is no letter, and the ones there are named',
  async (letter) => {
    await expect(shelf.template(letter)).rejects.toMatchObject({
      code: 'unknown-letter',
      hint: { zh: expect.stringContaining('authorisation-letter') },
    });
  },
);

test('a team’s clauses go before the app’s, newest first, each a file that is never overwritten', async () => {
  const team = join(mkdtempSync(join(tmpdir(), 'yinqi-shelf-')), 'templates');
  const resources = join(import.meta.dirname, '../../../resources');
  const both = createLetterShelf(resources, team);
  const shipped = await shelf.clauses();
  expect(shipped).toContain('authorisation-period');
  expect(await both.clauses()).toEqual(shipped);
  const [own] = await shelf.clauseVersions('authorisation-period');
  if (own === undefined) throw new Error('the clause that ships was not found');
  expect(own).toMatchObject({ origin: 'app', version: null });
  expect(await shelf.read(own)).toContain('kind: clause');
  for (const version of ['1.2.0', '1.10.0']) {
    await both.saveClause('authorisation-period', version, version);
    await both.saveClause('a-clause-of-ours', version, version);
  }
  writeFileSync(join(team, 'clauses/authorisation-period/old.md'), '');
  writeFileSync(join(team, 'clauses/authorisation-period/读我.txt'), '');
  const versions = await both.clauseVersions('authorisation-period');
  expect(versions.map(({ origin, version }) => [origin, version])).toEqual([
    ['team', '1.10.0'],
    ['team', '1.2.0'],
    ['team', 'old'],
    ['app', null],
  ]);
  expect(await both.clauses()).toEqual([...shipped, 'a-clause-of-ours'].toSorted());
  await expect(both.saveClause('authorisation-period', '1.2.0', 'x')).rejects.toMatchObject({
    code: 'template-version-taken',
  });
  expect(readFileSync(join(team, 'clauses/authorisation-period/1.2.0.md'), 'utf8')).toBe('1.2.0');
  await expect(both.saveClause('../a', '1.0.0', 'x')).rejects.toMatchObject({ code: 'bad-template-version' });
  await expect(both.saveClause('a', '../1', 'x')).rejects.toMatchObject({ code: 'bad-template-version' });
  await expect(shelf.saveClause('a', '1.0.0', 'x')).rejects.toMatchObject({ code: 'no-template-folder' });
  expect(await both.clauseVersions('../a')).toEqual([]);
  // The folder of the clauses is no letter's.
  expect(await both.list()).toEqual(shippedLetters.toSorted());
  rmSync(dirname(team), { recursive: true });
});

test('a team’s versions go before the app’s, newest first, and are saved whole under a new name only', async () => {
  const team = join(mkdtempSync(join(tmpdir(), 'yinqi-shelf-')), 'templates');
  const both = createLetterShelf(join(import.meta.dirname, '../../../resources'), team);
  expect(await both.list()).toEqual(shippedLetters.toSorted());
  for (const version of ['1.2.0', '1.10.0']) {
    await both.save('publishing-commitment', version, { template: version });
    await both.save('a-letter-of-ours', version, { template: version, sample: 'x' });
  }
  mkdirSync(join(team, 'publishing-commitment', 'old'));
  const versions = await both.versions('publishing-commitment');
  expect(versions.map(({ origin, version }) => [origin, version])).toEqual([
    ['team', '1.10.0'],
    ['team', '1.2.0'],
    ['team', 'old'],
    ['app', null],
  ]);
  expect(await both.template('publishing-commitment')).toBe('1.10.0');
  expect(await both.list()).toContain('a-letter-of-ours');
  const [ours] = await both.versions('a-letter-of-ours');
  if (ours === undefined) throw new Error('the letter is not there');
  expect([await both.sample(ours), ours.fileName]).toEqual([
    'x',
    'templates/a-letter-of-ours/1.10.0/template.md',
  ]);
  await expect(both.save('a-letter-of-ours', '1.2.0', { template: 'other' })).rejects.toMatchObject({
    code: 'template-version-taken',
  });
  expect(readdirSync(join(team, 'a-letter-of-ours')).toSorted()).toEqual(['1.10.0', '1.2.0']);
  for (const version of ['../x', 'v1', '.']) {
    await expect(both.save('a-letter-of-ours', version, { template: '' })).rejects.toMatchObject({
      code: 'bad-template-version',
    });
  }
  await expect(shelf.save('a-letter-of-ours', '1.0.0', { template: '' })).rejects.toMatchObject({
    code: 'no-template-folder',
  });
  rmSync(dirname(team), { recursive: true });
});
