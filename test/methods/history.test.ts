import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolderHistory } from '../../main/adapters/dossier-folder/folder-history.ts';
import { createSqliteStore } from '../../main/adapters/sqlite/sqlite-store.ts';
import { createFolders } from '../../main/adapters/exchange/folders.ts';
import { historyMethods } from '../../main/methods/history.ts';
import type { World } from '../../main/world.ts';
import {
  context,
  exporting,
  makeDossier,
  makeWorld,
  newFolder,
  removeFolders,
  yaml,
} from './bundle-world.ts';

afterAll(removeFolders);

const listing = async (world: World, dossier: string) =>
  (await historyMethods['history.list'](world, { dossier }, context())).entries;
const comparing = (world: World, dossier: string, from: string, to?: string) =>
  historyMethods['history.compare'](world, { dossier, from, ...(to === undefined ? {} : { to }) }, context());

describe('an export', () => {
  test('is kept with what, when, by whom, rulebook and hashes', async () => {
    const world = makeWorld();
    const dossier = await makeDossier();
    const { fingerprint, sizeBytes } = await exporting(world, dossier, join(newFolder(), 'a.zip'), true);
    const [entry, ...others] = await listing(world, dossier);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      number: 1,
      kind: 'export',
      at: '2026-11-22T00:00:00.000Z',
      files: 5,
      isOlderRulebook: false,
      bundle: { fileName: 'a.zip', draft: true, fingerprint, sizeBytes },
    });
    expect(entry?.rulebook.sha256).toMatch(/^[0-9a-f]{64}$/);
    const lines = readFileSync(join(dossier, '.yinqi/history.jsonl'), 'utf8');
    expect(lines).toContain(JSON.stringify(readFileSync(join(dossier, 'dossier.yaml'), 'utf8')).slice(1, -1));
  });

  test('compares with the next, and with now', async () => {
    const world = makeWorld();
    const dossier = await makeDossier();
    await exporting(world, dossier, join(newFolder(), 'a.zip'), true);
    writeFileSync(join(dossier, 'dossier.yaml'), yaml().replace('样例纪要', '样例记录'));
    writeFileSync(join(dossier, 'texts/privacy.md'), '# 隐私政策\n\n改过\n');
    const now = await comparing(world, dossier, '1');
    expect(now.to.id).toBeNull();
    expect(now.fields).toMatchObject([
      { field: 'app.name', title: '应用名称', from: '样例纪要', to: '样例记录' },
    ]);
    expect(now.files).toMatchObject([{ change: 'replaced', path: 'texts/privacy.md' }]);
    await exporting(world, dossier, join(newFolder(), 'b.zip'), true);
    const between = await comparing(world, dossier, '1', '2');
    expect({ ...between, to: now.to }).toEqual(now);
    await expect(comparing(world, dossier, '3')).rejects.toMatchObject({ code: 'unknown-entry' });
  });

  test('of a folder that cannot be written goes out all the same, and says that it was not kept', async () => {
    const world = makeWorld();
    const dossier = await makeDossier();
    // A file where the folder should be: root, who runs tests in containers, heeds no permissions.
    writeFileSync(join(dossier, '.yinqi'), '');
    const target = join(newFolder(), 'a.zip');
    const result = await exporting(world, dossier, target, true);
    expect(existsSync(target)).toBe(true);
    expect(result.notKept).toMatch(/\.yinqi/);
  });

  test('of the sample that ships with the app leaves nothing beside it', async () => {
    const sample = await makeDossier();
    const history = createFolderHistory({ exceptBelow: sample });
    const world = makeWorld({ history });
    const result = await exporting(world, sample, join(newFolder(), 'a.zip'), true);
    expect(result.notKept).toBeUndefined();
    expect(existsSync(join(sample, '.yinqi'))).toBe(false);
  });
});

describe('a rejection', () => {
  const rejected = `rejections:
  - id: 2026-11-21-1
    on: 2026-11-21
    words: 1、图标不清晰
    tasks: [{ words: 图标不清晰, note: 已更换, done: 2026-11-22 }]
`;

  test('is answered by the next export against the one before, and again while it is the latest', async () => {
    const world = makeWorld();
    const dossier = await makeDossier();
    const first = await exporting(world, dossier, join(newFolder(), 'a.zip'), true);
    expect(first.resubmission).toBeUndefined();
    writeFileSync(join(dossier, 'dossier.yaml'), yaml(rejected));
    for (const name of ['b.zip', 'c.zip']) {
      const result = await exporting(world, dossier, join(newFolder(), name), true);
      expect(result.resubmission).toBe(true);
      expect(result.files).toBe(first.files + 2);
    }
  });
});

test('the history travels: from a folder into the library, out to a folder, and in again', async () => {
  const world = makeWorld();
  const dossier = await makeDossier();
  await exporting(world, dossier, join(newFolder(), 'a.zip'), true);
  const kept = await world.history.list(dossier);
  let ids = 0;
  const store = createSqliteStore({
    dataFolder: newFolder(),
    newId: () => `d${(ids += 1)}`,
    now: () => '2026-11-22T00:00:00.000Z',
  });
  const { ref } = await store.importFolder({ absolutePath: dossier, name: 'd' });
  expect(await store.history.list(ref)).toEqual(kept);
  expect((await store.list())[0]?.lastExport).toEqual({ at: kept[0]?.at, isDraft: true });
  const [entry] = kept;
  if (entry === undefined) throw new Error('one entry was kept');
  expect(await store.history.text(ref, entry.kept.dossier)).toBe(yaml());
  // Twice the same entry is once.
  await store.history.add(ref, entry, []);
  expect(await store.history.list(ref)).toHaveLength(1);
  const out = join(newFolder(), 'out');
  const entries = await store.exportEntries(ref);
  await createFolders({ sampleFolder: out }).write({ absolutePath: out, name: 'out' }, entries, {
    refuseExisting: true,
  });
  expect(readFileSync(join(out, '.yinqi/history.jsonl'), 'utf8')).toBe(
    readFileSync(join(dossier, '.yinqi/history.jsonl'), 'utf8'),
  );
  store.close();
});

test('a history that was altered is refused and left alone', async () => {
  const world = makeWorld();
  const dossier = await makeDossier();
  await exporting(world, dossier, join(newFolder(), 'a.zip'), true);
  const file = join(dossier, '.yinqi/history.jsonl');
  const altered = readFileSync(file, 'utf8').replace('样例纪要', '别的应用');
  writeFileSync(file, altered);
  await expect(listing(world, dossier)).rejects.toMatchObject({ code: 'history-damaged' });
  const result = await exporting(world, dossier, join(newFolder(), 'b.zip'), true);
  expect(result.notKept).toMatch(/history\.jsonl/);
  expect(readFileSync(file, 'utf8')).toBe(altered);
});
