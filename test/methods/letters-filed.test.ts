import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { companyDossier, letterSetting, withoutNotices, type Setting } from './letter-setting.ts';

const { newFolder, setUp: setUpWith } = letterSetting('letters-filed');
const setUp = (): Setting => setUpWith(companyDossier({ id: 'letters-test' }));

/** Prints and scans: the letters written, each page as a picture named after its file. */
async function printAndScan({ app, world, dossier }: Setting): Promise<readonly string[]> {
  const out = newFolder();
  await app.call('letters.write', { dossier, folder: world.grants.offer(out) });
  const scans = newFolder();
  for (const name of readdirSync(out)) {
    const run = spawnSync('pdftoppm', ['-r', '150', '-jpeg', join(out, name), join(scans, name.slice(0, 2))]);
    expect(run.status).toBe(0);
  }
  return readdirSync(scans)
    .toSorted()
    .map((name) => join(scans, name));
}

test('scans of printed letters file themselves, and kept ones make the letters current', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  const scans = await printAndScan(setting);
  expect(scans).toHaveLength(4);
  const filing = await app.call('letters.file', {
    dossier,
    scans: scans.map((path) => world.grants.offer(path)),
    keep: true,
  });
  expect(filing.pages.map(({ state }) => state)).toEqual(['current', 'current', 'current', 'current']);
  expect(filing.unfiled).toEqual([]);
  expect(filing.letters.every(({ complete }) => complete)).toBe(true);
  const { document } = await world.dossiers.open(dossier);
  expect(document.documents?.['publishing-commitment']).toHaveLength(2);
  const letters = withoutNotices(await app.call('letters.list', { dossier }));
  expect(letters.map(({ scan }) => scan)).toEqual(['current', 'current', 'none']);

  await app.call('dossiers.edit', {
    dossier,
    baseRevision: (await world.dossiers.open(dossier)).revision,
    edits: [{ path: ['app', 'name'], value: '新名字' }],
  });
  const after = withoutNotices(await app.call('letters.list', { dossier }));
  expect(after.map(({ scan }) => scan)).toEqual(['outdated', 'outdated', 'none']);
});

test('a scan put in its place by hand is written down as well, so that what changes later can be named', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  const [first = ''] = await printAndScan(setting);
  const done = await app.call('files.import', {
    dossier,
    file: world.grants.offer(first),
    slot: 'documents.publishing-commitment',
  });
  const { document, revision } = await world.dossiers.open(dossier);
  expect(done.revision).toBe(revision);
  expect(Object.keys(document.letters?.['publishing-commitment']?.made ?? {})).toHaveLength(1);
  await app.call('dossiers.edit', {
    dossier,
    baseRevision: revision,
    edits: [{ path: ['app', 'name'], value: '新名字' }],
  });
  const { letters } = await app.call('letters.list', { dossier });
  expect(letters.find(({ letter }) => letter === 'publishing-commitment')?.stale).toMatchObject([
    { kind: 'data', fields: ['app.name'] },
  ]);
});

test('a scan under another letter than its own, or of an older print, writes nothing down', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  const [first = ''] = await printAndScan(setting);
  const put = (slot: string) =>
    app.call('files.import', { dossier, file: world.grants.offer(first), slot: `documents.${slot}` });
  await put('authorisation-letter');
  const { revision } = await world.dossiers.open(dossier);
  const edits = [{ path: ['app', 'name'], value: '新名字' }];
  await app.call('dossiers.edit', { dossier, baseRevision: revision, edits });
  await put('publishing-commitment');
  const { document } = await world.dossiers.open(dossier);
  expect(document.letters).toBeUndefined();
});

test('a letter with a page missing is not kept, nor a scan that is no letter', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  const [first = '', second = '', third = ''] = await printAndScan(setting);
  const blank = join(newFolder(), 'scan.png');
  cpSync(
    join(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-serif-sc/font-family.png'),
    blank,
  );
  const filing = await app.call('letters.file', {
    dossier,
    scans: [third, first, second, blank].map((path) => world.grants.offer(path)),
    keep: true,
  });
  expect(filing.letters.filter(({ complete }) => complete)).toHaveLength(1);
  expect(filing.letters.find(({ complete }) => !complete)?.missing).toEqual([2]);
  expect(filing.unfiled.map(({ source }) => source)).toEqual(['scan.png']);
  const { document, files } = await world.dossiers.open(dossier);
  expect(Object.keys(document.documents ?? {})).toHaveLength(1);
  expect(files.filter(({ path }) => path.startsWith('papers/'))).toHaveLength(2);
});

test('without keep the dossier stays as it was', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  const before = readFileSync(join(dossier, 'dossier.yaml'), 'utf8');
  const scans = await printAndScan(setting);
  await app.call('letters.file', { dossier, scans: scans.map((path) => world.grants.offer(path)) });
  expect(readFileSync(join(dossier, 'dossier.yaml'), 'utf8')).toBe(before);
  // That they were printed is in its history.
  expect(readdirSync(dossier).toSorted()).toEqual(['.yinqi', 'dossier.yaml']);
});

test('two scans of the same name are told apart', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  const [first = '', second = ''] = await printAndScan(setting);
  const grants = [first, second].map((path, index) => {
    const place = join(newFolder(), String(index));
    mkdirSync(place);
    cpSync(path, join(place, 'scan.jpg'));
    return world.grants.offer(join(place, 'scan.jpg'));
  });
  const filing = await app.call('letters.file', { dossier, scans: grants });
  expect(filing.pages.map(({ source }) => source)).toEqual(['scan.jpg', 'scan-2.jpg']);
});
