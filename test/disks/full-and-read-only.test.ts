import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../main/app.ts';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { databaseFaults, hashOf, leftOvers } from '../long/kills/after-kill.ts';
import { makeKillPlace, makeOldDatabase, oldDossiers, type KillPlace } from '../long/kills/kill-place.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const root = join(import.meta.dirname, '..', '..');
const codes = { full: 'disk-full', 'read-only': 'not-writable' } as const;
type Trouble = keyof typeof codes;

/** The app over a store, its dossier, and where it writes to. */
interface Setting {
  readonly place: KillPlace;
  readonly disk: SmallDisk;
  readonly dataFolder: string;
  readonly store: 'folder' | 'database';
}

type Store = Setting['store'];

/** Opens the app for one piece of work and closes it again. */
async function withApp<T>(
  { dataFolder, store }: Setting,
  work: (app: ReturnType<typeof createApp>, world: ReturnType<typeof composeWorld>) => Promise<T>,
): Promise<T> {
  const world = composeWorld({
    kind: store,
    host: 'command-line',
    version: '0.0.0',
    dataFolder,
    scratchFolder: join(temporaryFolder(), 'scratch'),
    resourcesFolder: join(root, 'resources'),
    fontsFolder: join(root, 'out', 'fonts'),
    rulebooksFolder: join(root, 'out', 'rulebook'),
    today: '2026-11-22',
  });
  try {
    return await work(createApp(world), world);
  } finally {
    world.close();
  }
}

/** A dossier on a small disk: its folder there, or the data folder there with an import of it. */
async function settle(store: Store): Promise<{ readonly setting: Setting; readonly dossier: string } | null> {
  const disk = mountSmallDisk(12_000_000);
  if (disk === null) return null;
  const place = await makeKillPlace();
  const folder = join(disk.folder, '案卷');
  const setting: Setting = { place, disk, store, dataFolder: join(disk.folder, 'data') };
  if (store === 'folder') {
    cpSync(place.folder, folder, { recursive: true });
    return { setting, dossier: folder };
  }
  const { ref } = await withApp(setting, (_, world) =>
    world.dossiers.importFolder({ absolutePath: place.folder, name: '案卷' }),
  );
  return { setting, dossier: ref };
}

/** Does a work while the disk is in trouble: one clear failure, nothing half written; and again when it is not: it succeeds. */
async function expectSafe(trouble: Trouble, setting: Setting, work: () => Promise<unknown>): Promise<void> {
  const { disk, dataFolder } = setting;
  if (trouble === 'full') disk.fill();
  else disk.makeReadOnly();
  const failure = await failureOf(work());
  expect(failure.code).toBe(codes[trouble]);
  expect(failure.text.zh).not.toBe('');
  expect(failure.hint.zh).not.toBe('');
  if (trouble === 'full') disk.empty();
  else disk.makeWritable();
  expect(leftOvers(disk.folder)).toEqual([]);
  expect(databaseFaults(dataFolder)).toEqual([]);
  await work();
  expect(leftOvers(disk.folder)).toEqual([]);
}

const cases: readonly (readonly [Trouble, Store])[] = [
  ['full', 'database'],
  ['full', 'folder'],
  ['read-only', 'database'],
  ['read-only', 'folder'],
];

describe.each(cases)('a disk that is %s, dossiers in a %s', { timeout: 240_000 }, (trouble, store) => {
  test('an edit is not saved, what was saved stays, and it can be saved later', async ({ skip }) => {
    const settled = await settle(store);
    if (settled === null) return skip();
    const { setting, dossier } = settled;
    // Longer than the room that a database's log keeps for itself.
    const intro = '很长的说明。'.repeat(2000);
    const edit = () =>
      withApp(setting, async (app) => {
        const { revision } = await app.call('dossiers.open', { dossier });
        return app.call('dossiers.edit', {
          dossier,
          baseRevision: revision,
          edits: [{ path: ['app', 'description'], value: intro }],
        });
      });
    await expectSafe(trouble, setting, edit);
    const { document } = await withApp(setting, (app) => app.call('dossiers.open', { dossier }));
    expect(document.app?.description).toBe(intro);
  });

  test('letters are not half printed, and letters of before stay', async ({ skip }) => {
    const settled = await settle(store);
    if (settled === null) return skip();
    const { setting, dossier } = settled;
    const out = join(setting.disk.folder, '函件');
    mkdirSync(out);
    // The dossier itself can be read all the while; only what is written lies on the disk in trouble.
    const elsewhere = { ...setting, dataFolder: join(setting.place.root, 'data') };
    const ref = store === 'folder' ? dossier : await importInto(elsewhere);
    const print = () =>
      withApp(elsewhere, (app, world) =>
        app.call('letters.write', { dossier: ref, folder: world.grants.offer(out) }),
      );
    const { written } = await print();
    const [first = { fileName: '' }] = written;
    const before = hashOf(join(out, first.fileName));
    await expectSafe(trouble, elsewhere, print);
    expect(hashOf(join(out, first.fileName))).toBe(before);
    setting.place.remove();
  });

  test('a repair leaves the original and no half picture', async ({ skip }) => {
    const settled = await settle(store);
    if (settled === null) return skip();
    const { setting, dossier } = settled;
    const original = hashOf(join(setting.place.folder, 'assets', 'app-logo.png'));
    const repair = () =>
      withApp(setting, async (app) => {
        const { repairs } = await app.call('files.repairs', { dossier });
        return app.call('files.repair', { dossier, repairs: repairs.map(({ id }) => id) });
      });
    await expectSafe(trouble, setting, repair);
    await withApp(setting, async (app, world) => {
      const { document } = await app.call('dossiers.open', { dossier });
      expect(Object.keys(document.repairs ?? {})).toHaveLength(1);
      expect(document.app?.logo).not.toBe('assets/app-logo.png');
      const kept = await world.dossiers.locate(dossier, 'assets/app-logo.png');
      expect(hashOf(kept.absolutePath)).toBe(original);
    });
  });

  test('a bundle leaves the one of last time', async ({ skip }) => {
    const settled = await settle(store);
    if (settled === null) return skip();
    const { setting, dossier } = settled;
    const target = join(setting.disk.folder, '材料包.zip');
    writeFileSync(target, 'old');
    const elsewhere = { ...setting, dataFolder: join(setting.place.root, 'data') };
    const ref = store === 'folder' ? setting.place.folder : await importInto(elsewhere);
    const exportTo = () =>
      withApp(elsewhere, (app, world) =>
        app.call('bundle.export', { dossier: ref, target: world.grants.offer(target), draft: true }),
      );
    if (trouble === 'full') setting.disk.fill();
    else setting.disk.makeReadOnly();
    expect((await failureOf(exportTo())).code).toBe(codes[trouble]);
    expect(readFileSync(target, 'utf8')).toBe('old');
    if (trouble === 'full') setting.disk.empty();
    else setting.disk.makeWritable();
    await expectSafe(trouble, elsewhere, exportTo);
    const written = hashOf(target);
    await exportTo();
    expect(hashOf(target)).toBe(written);
    expect(dossier).not.toBe('');
  });
});

async function importInto(setting: Setting): Promise<string> {
  return withApp(setting, async (_, world) => {
    const { ref } = await world.dossiers.importFolder({
      absolutePath: setting.place.folder,
      name: '案卷',
    });
    return ref;
  });
}

test.each(['full', 'read-only'] as const)(
  'on a %s disk an import is whole or not there, and an old database is migrated later with all it held',
  async (trouble) => {
    const disk = mountSmallDisk(12_000_000);
    if (disk === null) return;
    const place = await makeKillPlace();
    const setting: Setting = { place, disk, store: 'database', dataFolder: join(disk.folder, 'data') };
    makeOldDatabase(setting.dataFolder);
    const list = () => withApp(setting, async (app) => (await app.call('dossiers.list', {})).dossiers);
    await expectSafe(trouble, setting, list);
    expect(await list()).toHaveLength(oldDossiers);
    await expectSafe(trouble, setting, () => importInto(setting));
    expect(await list()).toHaveLength(oldDossiers + 1);
    expect(existsSync(join(setting.dataFolder, 'blobs'))).toBe(true);
    place.remove();
  },
  240_000,
);
