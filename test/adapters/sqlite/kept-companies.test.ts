import { readFileSync, utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createSqliteStore } from '../../../main/adapters/sqlite/sqlite-store.ts';
import { failureOf } from '../disk/failure-of.ts';
import { document, openStore, text } from './open-store.ts';

const keep = (details: object, id: string | null = null, baseRevision = 0) => ({ id, baseRevision, details });

test('a company is kept, listed, changed by revision, removed and restored', async () => {
  const { store } = openStore();
  const made = await store.companies.save('company', keep({ name: '甲公司' }));
  expect(made).toMatchObject({ revision: 1, details: { name: '甲公司' }, logo: null });
  const changed = await store.companies.save('company', keep({ name: '甲公司', uscc: 'X' }, made.id, 1));
  expect(changed.revision).toBe(2);
  const conflict = await failureOf(store.companies.save('company', keep({ name: '乙' }, made.id, 1)));
  expect(conflict.code).toBe('kept-conflict');
  expect((await store.companies.list('company')).map(({ details }) => details)).toEqual([
    { name: '甲公司', uscc: 'X' },
  ]);
  await store.companies.remove('company', made.id);
  expect(await store.companies.list('company')).toEqual([]);
  expect((await failureOf(store.companies.open('company', made.id))).code).toBe('not-kept');
  expect(await store.companies.restore('company', made.id)).toEqual(changed);
});

test('saving what is there already is no new revision', async () => {
  const { store } = openStore();
  const made = await store.companies.save('company', keep({ name: '甲公司' }));
  expect(await store.companies.save('company', keep({ name: '甲公司' }, made.id, 1))).toEqual(made);
});

test('people and companies are apart', async () => {
  const { store } = openStore();
  const { id } = await store.companies.save('person', keep({ name: '李四' }));
  expect(await store.companies.list('company')).toEqual([]);
  expect((await failureOf(store.companies.open('company', id))).code).toBe('not-kept');
  expect((await failureOf(store.companies.remove('company', id))).code).toBe('not-kept');
});

test('a logo outlives the dossier it came from, even when what nothing refers to is collected', async () => {
  const { store, dataFolder } = openStore();
  const { ref } = await store.create(document);
  const { path } = await store.addFile(ref, 'assets/标志.png', text('logo bytes'));
  const kept = await store.companies.save('company', {
    ...keep({ name: '甲' }),
    logo: { dossier: ref, path },
  });
  expect(kept.logo).toBe('标志.png');
  await store.removeFile(ref, path);
  const { absolutePath } = await store.companies.logo(kept.id);
  // Old enough to be collected by the next that opens the database.
  utimesSync(absolutePath, new Date(0), new Date(0));
  store.close();
  const again = createSqliteStore({ dataFolder, newId: () => 'x', now: () => 'x' });
  const file = await again.companies.logo(kept.id);
  expect(readFileSync(file.absolutePath, 'utf8')).toBe('logo bytes');
  expect(file.name).toBe('标志.png');
  again.close();
});
