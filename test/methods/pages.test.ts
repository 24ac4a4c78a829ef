import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../main/app.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { openWorld } from '../inspection/open-world.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { patches, textPdf } from '../adapters/images/file-fixtures.ts';
import { openBench, type Bench } from './files-bench.ts';

const bytesOf = async ({ world, dossier }: Bench, path: string): Promise<Buffer> =>
  readFileSync((await world.dossiers.locate(dossier, path)).absolutePath);

/** The SHA-like list of pictures that poppler takes out of a PDF, as the file holds them. */
function picturesOf(pdf: Buffer): readonly Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'yinqi-pages-'));
  writeFileSync(join(folder, 'a.pdf'), pdf);
  execFileSync('pdfimages', ['-all', join(folder, 'a.pdf'), join(folder, 'p')]);
  return readdirSync(folder)
    .filter((name) => name.startsWith('p-'))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}

describe('the pages of scans', () => {
  test('of several letters in one file go to one file each, by the codes on them, and take their places', async () => {
    const world = openWorld();
    onTestFinished(() => world.close());
    const dossier = temporaryFolder();
    cpSync(world.folders.sample.absolutePath, dossier, { recursive: true });
    const app = createApp(world);
    const { document } = await app.call('dossiers.open', { dossier });
    const signed = Object.entries(document.documents ?? {}).filter(([, file]) =>
      String(file).endsWith('-signed.pdf'),
    );
    expect(signed.length).toBeGreaterThanOrEqual(2);
    const paths = signed.map(([, file]) => String(file));
    const joined = await app.call('pages.join', { dossier, paths });
    const [all] = joined.made;
    if (all === undefined) throw new Error('nothing was joined');
    await world.dossiers.edit(
      dossier,
      joined.revision,
      signed.map(([id]) => ({ path: ['documents', id], value: all.path })),
    );
    const split = await app.call('pages.split', { dossier, path: all.path });
    expect(split.made.reduce((sum, one) => sum + one.pages, 0)).toBe(all.pages);
    for (const [id, file] of signed) {
      const place = `documents.${id}`;
      const part = split.made.find(({ fields }) => fields.includes(place));
      expect(part?.letter, place).toBe(id);
      const bytesAt = async (path: string): Promise<Buffer> =>
        readFileSync((await world.dossiers.locate(dossier, path)).absolutePath);
      const [was, is] = [
        picturesOf(await bytesAt(String(file))),
        picturesOf(await bytesAt(part?.path ?? '')),
      ];
      expect(is.length).toBe(was.length);
      for (const [at, one] of was.entries()) expect(is[at]?.equals(one)).toBe(true);
    }
  });

  test('are joined in order to one PDF that takes their place, taken apart again, and all of it is undone', async () => {
    const scans = await Promise.all([1, 2, 3].map((seed) => patches(600, 848, seed).jpeg().toBuffer()));
    const [a, b, c] = scans;
    if (a === undefined || b === undefined || c === undefined) throw new Error('three scans');
    const bench = await openBench(
      'folder',
      'documents: { business-licence: [papers/1.jpg, papers/其他.pdf, papers/2.jpg], icp-licence: papers/2.jpg }\n',
      {
        'papers/1.jpg': a,
        'papers/2.jpg': b,
        'papers/3.jpg': c,
        'papers/其他.pdf': await textPdf(1),
      },
    );
    const { call } = bench;
    const before = await call('dossiers.open', {});
    const joined = await call('pages.join', { paths: ['papers/1.jpg', 'papers/2.jpg'] });
    // The field that holds only one of them keeps it.
    expect(joined.document.documents).toEqual({
      'business-licence': ['papers/1-joined.pdf', 'papers/其他.pdf'],
      'icp-licence': 'papers/2.jpg',
    });
    expect(joined.made).toMatchObject([
      { path: 'papers/1-joined.pdf', pages: 2, fields: ['documents.business-licence'] },
    ]);
    expect(
      picturesOf(await bytesOf(bench, 'papers/1-joined.pdf')).map((one) =>
        scans.findIndex((scan) => scan.equals(one)),
      ),
    ).toEqual([0, 1]);

    const split = await call('pages.split', { path: 'papers/1-joined.pdf', parts: [[1], [0]] });
    expect(split.document.documents?.['business-licence']).toEqual([
      'papers/1-joined-p2.pdf',
      'papers/1-joined-p1.pdf',
      'papers/其他.pdf',
    ]);
    const [second] = picturesOf(await bytesOf(bench, 'papers/1-joined-p2.pdf'));
    expect(second?.equals(b)).toBe(true);

    await call('files.undoRepair', { repair: split.repair });
    await call('files.undoRepair', { repair: joined.repair });
    const after = await call('dossiers.open', {});
    expect(after.document).toEqual(before.document);
    expect(after.files).toEqual(before.files);
  });

  test('are not touched where there is nothing to split or join, or a page is not there', async () => {
    const { call } = await openBench('folder', '', {
      'a.pdf': await textPdf(2),
      'b.jpg': await patches(60, 80).jpeg().toBuffer(),
      'c.txt': 'text',
    });
    const before = await call('dossiers.open', {});
    const codes = await Promise.all([
      failureOf(call('pages.split', { path: 'b.jpg' })),
      failureOf(call('pages.split', { path: 'a.pdf' })),
      failureOf(call('pages.split', { path: 'a.pdf', parts: [[0], [2]] })),
      failureOf(call('pages.join', { paths: ['a.pdf', 'c.txt'] })),
      failureOf(call('pages.join', { paths: ['a.pdf', './a.pdf'] })),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([
      'pages-not-split',
      'pages-not-split',
      'pages-not-split',
      'pages-not-joined',
      'pages-not-joined',
    ]);
    expect(await call('dossiers.open', {})).toEqual(before);
  });
});
