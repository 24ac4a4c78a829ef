import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Progress } from '../../main/contract/api.ts';
import { inspectDossier } from '../../main/methods/inspect-dossier.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { textPdf } from '../adapters/images/file-fixtures.ts';
import { openBench, png } from './files-bench.ts';

describe.each(['folder', 'database'] as const)('importing a file into a dossier kept in a %s', (kind) => {
  test('copies it, puts it into its slot and answers what it is', async () => {
    const { call, grant, world, dossier } = await openBench(kind);
    const bytes = await png(128, 128);
    const done = await call('files.import', { file: grant('我的 logo.png', bytes), slot: 'app.logo' });
    expect(done.path).toBe('assets/我的 logo.png');
    expect(done.document.app?.logo).toBe(done.path);
    expect(done.files).toEqual([{ path: done.path, sizeBytes: bytes.length, usedBy: ['app.logo'] }]);
    expect(done.inspection).toMatchObject({
      path: done.path,
      type: 'png',
      image: { widthPx: 128, heightPx: 128 },
    });
    const { absolutePath } = await world.dossiers.locate(dossier, done.path);
    expect(readFileSync(absolutePath).equals(bytes)).toBe(true);
  });

  test('replaces in fields of one file, keeping the former; adds to lists and documents', async () => {
    const { call, grant } = await openBench(kind);
    await call('files.import', { file: grant('a.png', await png(10, 10)), slot: 'company.logo' });
    const second = await call('files.import', {
      file: grant('b.png', await png(11, 11)),
      slot: 'company.logo',
    });
    expect(second.document.company?.logo).toBe('assets/b.png');
    expect(second.files.map((file) => [file.path, file.usedBy.length])).toEqual([
      ['assets/a.png', 0],
      ['assets/b.png', 1],
    ]);
    await call('files.import', { file: grant('d1.png', await png(12, 12)), slot: 'app.previews.desktop' });
    const list = await call('files.import', {
      file: grant('d2.png', await png(13, 13)),
      slot: 'app.previews.desktop',
    });
    expect(list.document.app?.previews?.desktop).toEqual(['assets/d1.png', 'assets/d2.png']);
    const one = await call('files.import', {
      file: grant('p1.pdf', await textPdf(1)),
      slot: 'documents.business-licence',
    });
    expect(one.document.documents).toEqual({ 'business-licence': 'papers/p1.pdf' });
    expect(one.inspection.pages).toHaveLength(1);
    const two = await call('files.import', {
      file: grant('p2.pdf', await textPdf(2)),
      slot: 'documents.business-licence',
    });
    expect(two.document.documents).toEqual({ 'business-licence': ['papers/p1.pdf', 'papers/p2.pdf'] });
    const policy = await call('files.import', { file: grant('p.md', '# 隐私'), slot: 'app.privacyPolicy' });
    expect(policy).toMatchObject({ path: 'texts/p.md', inspection: { text: '# 隐私' } });
    const loose = await call('files.import', { file: grant('x.bin', 'x') });
    expect(loose).toMatchObject({ path: 'files/x.bin', inspection: { type: 'text', sizeBytes: 1 } });
  });

  test('refuses what can be no file of a dossier, and changes nothing', async () => {
    const { call, grant, world } = await openBench(kind);
    const refuse = async (file: string, slot = 'app.logo'): Promise<string> =>
      (await failureOf(call('files.import', { file, slot }))).code;
    expect(await refuse(grant('empty.png', ''))).toBe('file-empty');
    expect(await refuse(world.grants.offer('/nowhere/at/all.png'))).toBe('file-missing');
    expect(await refuse(world.grants.offer(temporaryFolder()))).toBe('not-a-file');
    expect(await refuse('no-such-grant')).toBe('unknown-grant');
    expect(await refuse(grant('a.png', await png(9, 9)), 'app.name')).toBe('unknown-slot');
    expect(await refuse(grant('a.png', await png(9, 9)), 'documents.__proto__')).toBe('unknown-slot');
    expect((await call('dossiers.open', {})).files).toEqual([]);
  });
});

describe('taking a file out', () => {
  test('empties every field that holds it and keeps lists in order', async () => {
    const { call } = await openBench(
      'database',
      'app: { logo: l.png, previews: { desktop: [d1.png, l.png, d2.png], mobile: [l.png] } }\ncompany: { logo: l.png }\ndocuments: { a: [l.png, d1.png], b: l.png }\n',
      { 'l.png': 'l', 'd1.png': '1', 'd2.png': '2' },
    );
    const { document, files } = await call('files.remove', { path: 'l.png' });
    expect(document.app).toEqual({ previews: { desktop: ['d1.png', 'd2.png'] } });
    expect(document.company).toBeUndefined();
    expect(document.documents).toEqual({ a: ['d1.png'] });
    expect(files.map((file) => file.path)).toEqual(['d1.png', 'd2.png']);
  });

  test('works for a file that is named but missing, and fails for one that is neither', async () => {
    const { call } = await openBench('database', 'app: { logo: gone.png }\n');
    expect((await call('files.remove', { path: 'gone.png' })).document.app).toBeUndefined();
    expect((await failureOf(call('files.remove', { path: 'gone.png' }))).code).toBe('file-missing');
  });
});

describe('looking at a whole dossier', () => {
  test('looks at each file as closely as its use asks, missing and outside ones included', async () => {
    const bench = await openBench(
      'folder',
      'app: { logo: l.png, privacyPolicy: p.pdf, terms: gone.md, previews: { desktop: [../out.png, l.png] } }\ndocuments: { a: [p.pdf, folder], b: link.png }\n',
      {
        'l.png': await png(20, 20),
        'p.pdf': await textPdf(1),
        'unused.zip': 'PK\x03\x04',
        'folder/x.txt': 'x',
      },
    );
    symlinkSync('/etc/hostname', join(bench.dossier, 'link.png'));
    const { inspections } = await bench.call('files.inspect', {});
    const by = new Map(inspections.map((one) => [one.path, one]));
    expect(by.get('l.png')?.image).toBeDefined();
    expect(by.get('p.pdf')).toMatchObject({
      pages: [{ index: 0 }],
      text: expect.stringContaining('line 19') as string,
    });
    expect(by.get('gone.md')).toEqual({ path: 'gone.md', sizeBytes: 0, type: 'unknown', problem: 'missing' });
    expect(by.get('../out.png')).toMatchObject({ problem: 'outside-folder' });
    expect(by.get('link.png')).toMatchObject({ problem: 'outside-folder' });
    expect(['missing', 'not-a-file']).toContain(by.get('folder')?.problem);
    expect(by.get('unused.zip')).toMatchObject({ type: 'zip' });
    expect(by.get('folder/x.txt')).toMatchObject({ type: 'text' });
    expect(by.get('folder/x.txt')?.text).toBeUndefined();
  });

  test('reports progress up to the end and stops when cancelled', async () => {
    const { world, dossier } = await openBench('folder', 'app: { logo: l.png, previews: { desktop: [a.png, b.png] } }\n', {
      'l.png': await png(20, 20), 'a.png': await png(30, 20), 'b.png': await png(40, 20),
    }); // prettier-ignore
    const open = await world.dossiers.open(dossier);
    const seen: Progress[] = [];
    const context = {
      language: 'zh' as const,
      signal: new AbortController().signal,
      onProgress: (one: Progress) => void seen.push(one),
    };
    const inspections = await inspectDossier(world, open, context);
    expect([...inspections.keys()]).toEqual(['l.png', 'a.png', 'b.png']);
    expect(seen.at(-1)).toEqual({ done: 3, total: 3, label: '文件检查完毕' });
    expect(seen.map((one) => one.done)).toEqual(seen.map((one) => one.done).sort((a, b) => a - b));
    const reason = new Error('cancelled');
    const cancel = new AbortController();
    const stopped = inspectDossier(world, open, {
      ...context,
      signal: cancel.signal,
      onProgress: () => cancel.abort(reason),
    });
    await expect(stopped).rejects.toBe(reason);
  });

  test('gives a picture of a file as an artifact', async () => {
    const { call, world } = await openBench('folder', '', { 'p.pdf': await textPdf(2) });
    const { artifact, widthPx, heightPx } = await call('files.picture', {
      path: 'p.pdf',
      page: 1,
      maxPx: 300,
    });
    const kept = world.artifacts.resolve(artifact);
    expect(kept.mediaType).toBe('image/png');
    expect(await sharp(readFileSync(kept.absolutePath)).metadata()).toMatchObject({
      width: widthPx,
      height: heightPx,
    });
    expect(Math.max(widthPx, heightPx)).toBe(300);
    expect((await failureOf(call('files.picture', { path: 'p.pdf', page: 2, maxPx: 300 }))).code).toBe(
      'unreadable-file',
    );
    expect((await failureOf(call('files.picture', { path: '../x', page: 0, maxPx: 300 }))).code).toBe(
      'outside-folder',
    );
  });
});
