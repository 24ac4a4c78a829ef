import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { MethodOutput } from '../../main/contract/api.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { patches } from '../adapters/images/file-fixtures.ts';
import { openBench, type Bench } from './files-bench.ts';

const text =
  'app: { name: " 样例Ｎｏｔｅ ", logo: logo.jpg, previews: { desktop: [d1.png, d2.png] } }\ncompany: { logo: logo.jpg }\n';
const files = async () => ({
  'logo.jpg': await patches(300, 200).jpeg().toBuffer(),
  'd1.png': await sharp({ create: { width: 960, height: 540, channels: 3, background: '#0f766e' } })
    .png()
    .toBuffer(),
  'd2.png': await sharp({ create: { width: 1920, height: 1080, channels: 3, background: '#76400e' } })
    .jpeg()
    .toBuffer(),
});

const bytesOf = async ({ world, dossier }: Bench, path: string): Promise<Buffer> =>
  readFileSync((await world.dossiers.locate(dossier, path)).absolutePath);

const ids = ({ repairs }: MethodOutput<'files.repairs'>): string[] => repairs.map(({ id }) => id);

describe.each(['folder', 'database'] as const)('repairs of a dossier kept in a %s', (kind) => {
  test('are shown before they are made, with pictures and exact figures, and nothing is written', async () => {
    const bench = await openBench(kind, text, await files());
    const { call, world } = bench;
    const before = await call('dossiers.open', {});
    const [id = ''] = ids(await call('files.repairs', {}));
    const preview = await call('files.repairPreview', { repair: id, maxPx: 400 });
    expect(preview.repair.after).toMatch(/^128×128 像素，PNG 图片，[\d.]+ KB，/);
    expect(preview.before).toMatchObject({ widthPx: 300, heightPx: 200 });
    expect(preview.after).toMatchObject({ widthPx: 128, heightPx: 128 });
    const shown = readFileSync(world.artifacts.resolve(preview.after?.artifact ?? '').absolutePath);
    expect(await call('dossiers.open', {})).toEqual(before);

    const made = await call('files.repair', { repairs: [id] });
    const logo = await bytesOf(bench, made.document.app?.logo ?? '');
    const rgba = (bytes: Buffer): Promise<Buffer> => sharp(bytes).ensureAlpha().raw().toBuffer();
    expect((await rgba(shown)).equals(await rgba(logo))).toBe(true);
    expect(made.repaired[0]?.after).toBe(`${made.document.app?.logo}：${preview.repair.after}`);
    const words = await call('files.repairPreview', { repair: 'plain-writing:app.name', maxPx: 400 });
    expect([words.before, words.after]).toEqual([null, null]);
  });

  test('are undone one by one: fields and files are as they were before', async () => {
    const bench = await openBench(kind, text, await files());
    const { call } = bench;
    const before = await call('dossiers.open', {});
    const offered = ids(await call('files.repairs', {}));
    expect(offered).toEqual([
      'fit-picture:logo.jpg',
      'fit-picture:d1.png',
      'rename-by-type:d2.png',
      'plain-writing:app.name',
    ]);
    const made = await call('files.repair', { repairs: offered });
    expect(Object.keys(made.document.repairs ?? {}).toSorted()).toEqual(offered.toSorted());
    expect(made.document.repairs?.['fit-picture:logo.jpg']).toMatchObject({
      on: '2026-11-01',
      changes: [
        { field: 'app.logo', from: ['logo.jpg'], to: ['logo-128x128.png'] },
        { field: 'company.logo', from: ['logo.jpg'], to: ['logo-128x128.png'] },
      ],
    });
    expect((await call('files.repairs', {})).repairs).toEqual([]);
    expect((await bytesOf(bench, 'd2.jpg')).equals(await bytesOf(bench, 'd2.png'))).toBe(true);
    for (const repair of offered) await call('files.undoRepair', { repair });
    const after = await call('dossiers.open', {});
    expect(after.document).toEqual(before.document);
    expect(after.files).toEqual(before.files);
    expect(ids(await call('files.repairs', {}))).toEqual(offered);
  });

  test('leave a new file alone that was worked on since, and undo nothing where the field was changed', async () => {
    const { call, world, dossier } = await openBench(kind, text, await files());
    await call('files.repair', { repairs: ['fit-picture:logo.jpg', 'fit-picture:d1.png'] });
    const now = await call('dossiers.open', {});
    await world.dossiers.edit(dossier, now.revision, [{ path: ['app', 'logo'], value: 'd1.png' }]);
    expect((await failureOf(call('files.undoRepair', { repair: 'fit-picture:logo.jpg' }))).code).toBe(
      'repair-overtaken',
    );
    expect((await call('dossiers.open', {})).document.company?.logo).toBe('logo-128x128.png');
    expect((await failureOf(call('files.undoRepair', { repair: 'fit-picture:other.png' }))).code).toBe(
      'unknown-repair',
    );
    await world.dossiers.removeFile(dossier, 'logo.jpg');
    await world.dossiers.edit(dossier, (await call('dossiers.open', {})).revision, [
      { path: ['app', 'logo'], value: 'logo-128x128.png' },
    ]);
    expect((await failureOf(call('files.undoRepair', { repair: 'fit-picture:logo.jpg' }))).code).toBe(
      'original-gone',
    );
  });

  test('make no file when one of them cannot be made', async () => {
    const bench = await openBench(kind, text, await files());
    const { call, world } = bench;
    const before = await call('dossiers.open', {});
    const { fit } = world.pictures;
    let made = 0;
    // The second picture is one that does not fit its limit of bytes.
    Object.assign(world.pictures, {
      fit: (...input: Parameters<typeof fit>) => {
        made += 1;
        return made === 2 ? Promise.resolve(null) : fit(...input);
      },
    });
    const repairs = ['fit-picture:logo.jpg', 'fit-picture:d1.png', 'plain-writing:app.name'];
    expect(await failureOf(call('files.repair', { repairs }))).toMatchObject({ code: 'repair-impossible' });
    expect(made).toBe(2);
    expect(await call('dossiers.open', {})).toEqual(before);
    if (kind === 'folder')
      expect(readdirSync(bench.dossier).toSorted()).toEqual(['d1.png', 'd2.png', 'dossier.yaml', 'logo.jpg']);
  });
});

test('what a repair did goes with the dossier folder into the database and back, and is undone there', async () => {
  const folder = await openBench('folder', text, await files());
  await folder.call('files.repair', { repairs: ['fit-picture:logo.jpg', 'plain-writing:app.name'] });
  const database = await openBench('database');
  const imported = await database.world.dossiers.importFolder({ absolutePath: folder.dossier, name: 'f' });
  const undone = async (id: string) => database.world.dossiers.open(id);
  expect((await undone(imported.ref)).document.repairs).toEqual(
    (await folder.call('dossiers.open', {})).document.repairs,
  );
  const target = temporaryFolder();
  await database.world.folders.write(
    { absolutePath: target, name: 't' },
    await database.world.dossiers.exportEntries(imported.ref),
    { refuseExisting: false },
  );
  const back = await openBench('folder');
  const app = await back.world.dossiers.open(target);
  expect(app.document).toEqual((await folder.call('dossiers.open', {})).document);
  expect(readFileSync(`${target}/dossier.yaml`, 'utf8')).toBe(
    readFileSync(`${folder.dossier}/dossier.yaml`, 'utf8'),
  );
});
