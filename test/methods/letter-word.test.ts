import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOneDocx } from '../adapters/docx/read-docx.ts';
import { letter, newFolder, root, setUp } from './word-world.ts';

const { app, world } = setUp();

function dossierOf(edit: (yaml: string) => string = (yaml) => yaml): string {
  const dossier = newFolder();
  const sample = readFileSync(join(root, 'resources/letters', letter, 'sample.yaml'), 'utf8');
  writeFileSync(join(dossier, 'dossier.yaml'), edit(sample));
  return dossier;
}

describe('letters as Word files', () => {
  test('one is made as an artifact, of the revision that its PDF has', async () => {
    const dossier = dossierOf();
    const made = await app.call('letters.word', { dossier, letter });
    expect(made.fileName).toBe('应用发布承诺函.docx');
    const kept = world.artifacts.resolve(made.artifact);
    expect(kept.mediaType).toContain('wordprocessingml');
    const seen = readOneDocx(readFileSync(kept.absolutePath));
    expect(seen.problems).toEqual([]);
    expect(seen.custom['yinqi-revision']).toBe(made.revision);
    const { revision } = await app.call('letters.render', { dossier, letter });
    expect(made.revision).toBe(revision);
  });

  test('each run is kept in the history with who made it, its words and that they are Word files', async () => {
    const dossier = dossierOf();
    const { revision } = await app.call('letters.word', { dossier, letter, by: '小王' });
    const folder = world.grants.offer(newFolder());
    await app.call('letters.write', { dossier, folder, letters: [letter], as: 'word' });
    await app.call('letters.write', { dossier, folder, letters: [letter], as: 'both' });
    await app.call('letters.write', { dossier, folder, letters: [letter] });
    const entries = await world.history.list(dossier);
    expect(entries.map(({ as }) => as)).toEqual(['word', 'word', 'both', undefined]);
    expect(entries[0]).toMatchObject({ by: '小王', letters: [{ letter, revision }] });
    expect(await world.history.text(dossier, entries[0]?.letters[0]?.text ?? '')).toContain('应用发布承诺函');
  });

  test('one that cannot be kept is made all the same, and why is said', async () => {
    const dossier = dossierOf();
    writeFileSync(join(dossier, '.yinqi'), '');
    const made = await app.call('letters.word', { dossier, letter });
    expect(made.notKept).toMatch(/\.yinqi/);
    const printed = await app.call('letters.render', { dossier, letter, keep: { by: '' } });
    expect(printed.notKept).toMatch(/\.yinqi/);
  });

  test('one that lacks data is a draft and says so in its name', async () => {
    const dossier = dossierOf((yaml) => yaml.replace(/^ {2}address:.*\n/m, ''));
    const made = await app.call('letters.word', { dossier, letter });
    expect(made).toMatchObject({ fileName: '应用发布承诺函（草稿）.docx', revision: 'draft' });
    expect(await world.history.list(dossier)).toEqual([]);
    const seen = readOneDocx(readFileSync(world.artifacts.resolve(made.artifact).absolutePath));
    expect(seen.header).toBe('草稿');
  });

  test('they are written beside the PDFs or instead of them, under the same names', async () => {
    const dossier = dossierOf();
    const write = async (as?: 'pdf' | 'word' | 'both') => {
      const out = newFolder();
      const { written } = await app.call('letters.write', {
        dossier,
        folder: world.grants.offer(out),
        letters: [letter],
        ...(as === undefined ? {} : { as }),
      });
      expect(written.map(({ fileName }) => fileName).toSorted()).toEqual(readdirSync(out).toSorted());
      return readdirSync(out).toSorted();
    };
    expect(await write()).toEqual(['01-应用发布承诺函.pdf']);
    expect(await write('word')).toEqual(['01-应用发布承诺函.docx']);
    expect(await write('both')).toEqual(['01-应用发布承诺函.docx', '01-应用发布承诺函.pdf']);
  });
});
