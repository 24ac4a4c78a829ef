import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { letterStates } from '../../main/methods/letter-states.ts';
import { companyDossier, letterSetting, withoutNotices, type Setting } from './letter-setting.ts';

const { newFolder, setUp: setUpWith } = letterSetting('letters');
const text = (more = '', name?: string): string =>
  companyDossier({ id: 'letters-test', more, ...(name === undefined ? {} : { name }) });
const setUp = (yaml = text()): Setting => setUpWith(yaml);

test('the letters that the rulebook asks for are listed, ready, with their notice and citations', async () => {
  const { app, dossier } = setUp();
  const letters = withoutNotices(await app.call('letters.list', { dossier }));
  expect(letters.map(({ letter, need, state, scan }) => [letter, need, state, scan]).toSorted()).toEqual([
    ['authorisation-letter', 'required', 'ready', 'none'],
    ['publishing-commitment', 'required', 'ready', 'none'],
    ['security-inspection-authorisation', 'optional', 'ready', 'none'],
  ]);
  for (const letter of letters) {
    expect(letter).toMatchObject({
      missingFields: [],
      unprintable: [],
      revision: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    expect(letter.notice).toContain('不是平台的官方格式');
    expect(letter.cites.length).toBeGreaterThan(5);
  }
  const english = await app.call('letters.list', { dossier }, { language: 'en' });
  expect(english.letters.map(({ title }) => title)).toContain('Publishing commitment');
});

test('missing data is named by field and title before anything is printed', async () => {
  const { app, world, dossier } = setUp(text().replace(/ {2}address:.*\n/, ''));
  const letters = withoutNotices(await app.call('letters.list', { dossier }));
  for (const letter of letters) {
    expect(letter).toMatchObject({
      state: 'missing-data',
      missingFields: [{ field: 'company.address', title: '公司住所' }],
    });
    expect(letter.revision).toBeUndefined();
  }
  const out = newFolder();
  const { written, held } = await app.call('letters.write', { dossier, folder: world.grants.offer(out) });
  expect(written).toEqual([]);
  expect(held).toHaveLength(2);
  expect(readdirSync(out)).toEqual([]);
  const draft = await app.call('letters.render', { dossier, letter: 'publishing-commitment' });
  expect(draft).toMatchObject({ fileName: '应用发布承诺函（草稿）.pdf', revision: 'draft' });
});

test('characters that cannot be printed are refused by name', async () => {
  const { app, world, dossier } = setUp(text('', '样例😀公司'));
  const letters = withoutNotices(await app.call('letters.list', { dossier }));
  expect(letters.map(({ state, unprintable }) => [state, unprintable])).toEqual([
    ['missing-data', ['😀']],
    ['missing-data', ['😀']],
    ['missing-data', ['😀']],
  ]);
  await expect(
    app.call('letters.render', { dossier, letter: 'publishing-commitment' }),
  ).rejects.toMatchObject({
    code: 'unprintable-characters',
    text: { zh: expect.stringContaining('😀') },
  });
  const { held } = await app.call('letters.write', { dossier, folder: world.grants.offer(newFolder()) });
  expect(held).toHaveLength(2);
});

test('a letter is rendered as a PDF with a picture of each page', async () => {
  const { app, world, dossier } = setUp();
  const made = await app.call('letters.render', { dossier, letter: 'publishing-commitment', pictures: true });
  expect(made.fileName).toBe('应用发布承诺函.pdf');
  const file = world.artifacts.resolve(made.artifact);
  expect(file.mediaType).toBe('application/pdf');
  expect(readFileSync(file.absolutePath).subarray(0, 5).toString()).toBe('%PDF-');
  expect(made.pages).toHaveLength(2);
  for (const page of made.pages) {
    expect(page.widthPx / page.heightPx).toBeCloseTo(210 / 297, 2);
    expect(page.widthPx).toBeCloseTo((210 / 25.4) * 110, -1);
    const picture = readFileSync(world.artifacts.resolve(page.artifact).absolutePath);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
  }
});

test('an unknown letter is refused', async () => {
  const { app, dossier } = setUp();
  await expect(app.call('letters.render', { dossier, letter: 'nope' })).rejects.toMatchObject({
    code: 'unknown-letter',
  });
});

test('letters are written in order under Chinese names, and a date given applies to all', async () => {
  const { app, world, dossier } = setUp();
  const out = newFolder();
  const { written, held } = await app.call('letters.write', {
    dossier,
    folder: world.grants.offer(out),
    date: '2026-11-22',
  });
  expect(held).toEqual([]);
  expect(readdirSync(out).toSorted()).toEqual(written.map(({ fileName }) => fileName).toSorted());
  expect(written.map(({ fileName }) => fileName)).toEqual([
    expect.stringMatching(/^01-.*\.pdf$/),
    expect.stringMatching(/^02-.*\.pdf$/),
  ]);
  for (const { fileName, pages } of written) {
    expect(fileName).toBe(fileName.normalize('NFC'));
    const said = spawnSync('pdftotext', [join(out, fileName), '-'], { encoding: 'utf8' }).stdout;
    expect(said).toContain('2026年11月22日');
    expect(said).toContain(`第 ${pages} 页 共 ${pages} 页`);
  }
  const undated = newFolder();
  const again = await app.call('letters.write', { dossier, folder: world.grants.offer(undated) });
  expect(again.written.map(({ revision }) => revision)).toEqual(written.map(({ revision }) => revision));
});

test('a run that is written down keeps the dossier as it is with what was written down', async () => {
  const { app, world, dossier } = setUp();
  const before = readFileSync(join(dossier, 'dossier.yaml'), 'utf8');
  await app.call('letters.write', { dossier, folder: world.grants.offer(newFolder()), record: true });
  const after = readFileSync(join(dossier, 'dossier.yaml'), 'utf8');
  expect(after).not.toBe(before);
  const [entry] = await world.history.list(dossier);
  expect(await world.history.text(dossier, entry?.kept.dossier ?? '')).toBe(after);
});

test('letters that are not demanded are written only when they are named', async () => {
  const { app, world, dossier } = setUp(text().replace('game: none, ', ''));
  const out = newFolder();
  const all = await app.call('letters.write', { dossier, folder: world.grants.offer(out) });
  expect(all.written.map(({ letter }) => letter)).toEqual(['publishing-commitment', 'authorisation-letter']);
  expect(all.left.map(({ letter, need }) => [letter, need]).toSorted()).toEqual([
    ['game-copyright-authorisation', 'open'],
    ['game-licence-authorisation', 'open'],
    ['security-inspection-authorisation', 'optional'],
  ]);
  const one = newFolder();
  const named = await app.call('letters.write', {
    dossier,
    folder: world.grants.offer(one),
    letters: ['security-inspection-authorisation'],
  });
  expect(named).toMatchObject({ held: [], left: [] });
  expect(readdirSync(one)).toEqual(['01-安全检查授权书.pdf']);
  await expect(
    app.call('letters.write', { dossier, folder: world.grants.offer(one), letters: ['security-inspection'] }),
  ).rejects.toMatchObject({
    code: 'unknown-letter',
    hint: { zh: expect.stringContaining('security-inspection-authorisation') },
  });
});

test('a date that does not exist is refused', async () => {
  const { app, world, dossier } = setUp();
  const folder = world.grants.offer(newFolder());
  await expect(app.call('letters.write', { dossier, folder, date: '2026-02-30' })).rejects.toMatchObject({
    code: 'bad-date',
  });
});

test('the state of each letter is what a print would say of itself', async () => {
  const { world, dossier } = setUp();
  const states = await letterStates(world, await world.dossiers.open(dossier));
  expect(states.map(({ letter }) => letter)).toEqual([
    'publishing-commitment',
    'authorisation-letter',
    'security-inspection-authorisation',
  ]);
  for (const state of states) {
    expect(state).toMatchObject({ requirement: state.letter, pages: 2, dossier: 'letters-te' });
    expect(state.revision).toMatch(/^[0-9a-f]{8}$/);
  }
});
