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

  test('one that lacks data is a draft and says so in its name', async () => {
    const dossier = dossierOf((yaml) => yaml.replace(/^ {2}address:.*\n/m, ''));
    const made = await app.call('letters.word', { dossier, letter });
    expect(made).toMatchObject({ fileName: '应用发布承诺函（草稿）.docx', revision: 'draft' });
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
