import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../../main/contract/history.ts';
import { parseDossier } from '../../../main/core/dossier/parse-dossier.ts';
import { failureOf } from '../disk/failure-of.ts';
import { document, openStore, text } from './open-store.ts';

const named = (name: string) => ({ ...document, app: { name }, company: { name: ' 甲公司 ', uscc: 'X1' } });
const hash = '0'.repeat(64);
const entryAt = (id: string, at: string, draft: boolean | null): HistoryEntry => ({
  id: id.padStart(12, '0'),
  kind: draft === null ? 'letters' : 'export',
  at,
  by: '',
  rulebook: { id: 'tencent-meeting', version: '1.0.0', sha256: hash },
  kept: { dossier: hash, rules: hash, requirements: hash },
  files: [],
  letters: [],
  ...(draft === null ? {} : { bundle: { fileName: 'a.zip', draft, sha256: hash, sizeBytes: 1, files: 1 } }),
});
const progress = {
  revision: 1,
  rulebook: '1.0.0',
  day: '2026-11-22',
  done: 3,
  total: 7,
  open: 1,
  errors: 2,
  blocker: { message: { zh: '缺', en: 'missing' }, at: 'app.name' },
};

test('a list tells outlines that follow every edit, without files or documents', async () => {
  const { store } = openStore();
  const made = await store.create(named('会议助手'));
  await store.edit(made.ref, 1, [{ path: ['app', 'name'], value: '会议助手 2' }]);
  const [listed] = await store.list();
  expect(listed).toMatchObject({
    ref: made.ref,
    revision: 2,
    archivedAt: null,
    progress: null,
    outline: { app: '会议助手 2', company: '甲公司', uscc: 'X1', platform: 'tencent-meeting', track: '' },
  });
  await store.addFile(made.ref, 'a.txt', text('a'));
  expect((await store.list())[0]).toMatchObject({ revision: 3, outline: { app: '会议助手 2' } });
});

test('a dossier from before outlines were kept is listed all the same, and its outline is kept from then on', async () => {
  const { store, dataFolder } = openStore();
  await store.create(named('旧案卷'));
  const database = new SqliteDatabase(join(dataFolder, 'yinqi.sqlite'));
  database.exec('DELETE FROM outlines');
  expect((await store.list())[0]?.outline.app).toBe('旧案卷');
  expect(database.prepare('SELECT count(*) FROM outlines').pluck().get()).toBe(1);
  database.close();
});

test('the list is read from an index and never goes through the texts', async () => {
  const { store, dataFolder } = openStore();
  await store.create(named('甲'));
  const database = new SqliteDatabase(join(dataFolder, 'yinqi.sqlite'), { readonly: true });
  const plan = database
    .prepare(
      'EXPLAIN QUERY PLAN SELECT d.id, d.revision, d.changed_at, d.archived_at FROM dossiers d INDEXED BY dossiers_in_list WHERE d.removed_at IS NULL',
    )
    .all();
  database.close();
  expect(JSON.stringify(plan)).toContain('COVERING INDEX dossiers_in_list');
});

test('archiving moves neither revision nor day of change, and is undone', async () => {
  const { store } = openStore();
  const { ref } = await store.create(named('甲'));
  const [before] = await store.list();
  await store.archive(ref, true);
  const [archived] = await store.list();
  expect(archived).toEqual({ ...before, archivedAt: expect.any(String) });
  await store.archive(ref, true);
  expect((await store.list())[0]?.archivedAt).toBe(archived?.archivedAt);
  await store.archive(ref, false);
  expect(await store.list()).toEqual([before]);
  expect((await failureOf(store.archive('nobody', true))).code).toBe('unknown-dossier');
});

test('progress is kept with the revision that was judged, and stays through an edit', async () => {
  const { store } = openStore();
  const { ref } = await store.create(named('甲'));
  await store.recordProgress(ref, progress);
  await store.edit(ref, 1, [{ path: ['app', 'version'], value: '1.0.1' }]);
  expect((await store.list())[0]).toMatchObject({ revision: 2, progress });
  await store.recordProgress(ref, { ...progress, revision: 2, done: 4 });
  expect((await store.list())[0]?.progress).toMatchObject({ revision: 2, done: 4 });
});

test('progress of a dossier that was removed meanwhile disturbs nothing', async () => {
  const { store } = openStore();
  const { ref } = await store.create(named('甲'));
  await store.remove(ref);
  await store.recordProgress(ref, progress);
  await store.recordProgress('nobody', progress);
  await store.restore(ref);
  expect((await store.list())[0]?.progress).toBeNull();
});

test('a list tells the latest export of each history, whatever the order in which entries come', async () => {
  const { store } = openStore();
  const { ref } = await store.create(named('甲'));
  const { ref: other } = await store.create(named('乙'));
  const lastExport = async (of: string) => (await store.list()).find((one) => one.ref === of)?.lastExport;
  expect(await lastExport(ref)).toBeNull();
  await store.history.add(ref, entryAt('1', '2026-11-20T08:00:00.000Z', false), []);
  expect(await lastExport(ref)).toEqual({ at: '2026-11-20T08:00:00.000Z', isDraft: false });
  await store.history.add(ref, entryAt('2', '2026-11-21T08:00:00.000Z', true), []);
  await store.history.add(ref, entryAt('3', '2026-11-22T08:00:00.000Z', null), []);
  // From another library, merged in later: it was earlier all the same.
  await store.history.add(ref, entryAt('4', '2026-11-19T08:00:00.000Z', false), []);
  expect(await lastExport(ref)).toEqual({ at: '2026-11-21T08:00:00.000Z', isDraft: true });
  expect(await lastExport(other)).toBeNull();
  const copy = await store.copy(ref, [], []);
  expect(await lastExport(copy.ref)).toBeNull();
});

test('the exports of a database from before they were listed are told from its history', async () => {
  const { store, dataFolder } = openStore();
  const { ref } = await store.create(named('旧案卷'));
  await store.history.add(ref, entryAt('1', '2026-11-20T08:00:00.000Z', true), []);
  await store.history.add(ref, entryAt('2', '2026-11-21T08:00:00.000Z', false), []);
  await store.history.add(ref, entryAt('3', '2026-11-22T08:00:00.000Z', null), []);
  store.close();
  const database = new SqliteDatabase(join(dataFolder, 'yinqi.sqlite'));
  database.exec('DROP TRIGGER last_exports_kept; DROP TABLE last_exports; PRAGMA user_version = 5');
  database.close();
  const { store: reopened } = openStore(dataFolder);
  expect((await reopened.list())[0]?.lastExport).toEqual({ at: '2026-11-21T08:00:00.000Z', isDraft: false });
});

test('a copy has the text with its edits, its own id, and the files but for those left behind', async () => {
  const { store } = openStore();
  const { ref } = await store.create({
    ...named('原件'),
    attestations: { r: { by: '张三', on: '2026-01-02' } },
  });
  await store.addFile(ref, 'papers/a.txt', text('a'));
  await store.addFile(ref, 'papers/b.txt', text('b'));
  await store.recordProgress(ref, progress);
  const copy = await store.copy(ref, [{ path: ['attestations'], value: null }], ['papers/b.txt']);
  expect(copy.ref).not.toBe(ref);
  expect(copy.revision).toBe(1);
  expect(copy.document).toEqual({ ...named('原件'), id: copy.ref });
  expect(copy.files.map(({ path }) => path)).toEqual(['papers/a.txt']);
  expect((await store.list()).find((one) => one.ref === copy.ref)?.progress).toBeNull();
  const [yaml] = await store.exportEntries(copy.ref);
  expect(parseDossier(new TextDecoder().decode(yaml?.content as Uint8Array), 'dossier.yaml').id).toBe(
    copy.ref,
  );
  // The original is as it was.
  expect((await store.open(ref)).document.attestations).toEqual({ r: { by: '张三', on: '2026-01-02' } });
});
