import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Rulebook } from '../../main/contract/rulebook.ts';
import type { World } from '../../main/world.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { call, openWorld, rulebook, title, wanted } from './dossier-world.ts';

test('app.about names the version, where data live, the day and the rulebooks', async () => {
  const world = openWorld();
  const about = await call(world, 'app.about', {}, 'en');
  expect(about).toMatchObject({
    version: '0.1.0',
    dataFolder: world.about.dataFolder,
    host: 'browser',
    today: '2026-01-31',
  });
  expect(about.rulebooks[0]).toEqual({
    id: 'tencent-meeting',
    title: 'Tencent Meeting open platform',
    version: '1.2.3',
  });
});

describe('making a dossier', () => {
  test('it is listed with a title in the user’s language until the app has a name', async () => {
    const world = openWorld();
    const made = await call(world, 'dossiers.create', wanted);
    expect(made.document).toEqual({ schema: 'yinqi/dossier@1', id: made.dossier, ...wanted });
    const titles = async () =>
      (await call(world, 'dossiers.list', {}, 'en')).dossiers.map(({ title: found, track }) => [
        found,
        track,
      ]);
    expect(await titles()).toEqual([['Unnamed app', 'listing']]);
    const edits = [{ path: ['app', 'name'], value: '会议助手' }];
    await call(world, 'dossiers.edit', { dossier: made.dossier, baseRevision: made.revision, edits });
    expect(await titles()).toEqual([['会议助手', 'listing']]);
  });

  test('the first track is taken where none was chosen, and none where the platform has none', async () => {
    const world = openWorld();
    const { track: _, ...rest } = wanted;
    expect((await call(world, 'dossiers.create', rest)).document.track).toBe('listing');
    const open = { platform: 'tencent-open-platform', categories: ['tool', 'tool'] };
    expect((await call(world, 'dossiers.create', open)).document).not.toHaveProperty('track');
    expect((await call(world, 'dossiers.create', open)).document.categories).toEqual(['tool']);
  });

  test.each([
    ['unknown-platform', { ...wanted, platform: 'tencent-meting' }, 'tencent-meeting'],
    ['unknown-track', { ...wanted, track: 'listng' }, 'listing'],
    ['unknown-track', { ...wanted, platform: 'tencent-open-platform', categories: ['tool'] }, '不分'],
    ['unknown-category', { ...wanted, categories: ['general/other', 'finance/bankng'] }, 'finance/banking'],
    ['unknown-category', { ...wanted, categories: ['banking'] }, 'finance/banking'],
    ['unknown-category', { ...wanted, categories: ['astrology'] }, 'general/other'],
  ])('%s names the near one or all there are', async (code, input, near) => {
    const world = openWorld();
    const folder = world.grants.offer(join(temporaryFolder(), 'new'));
    for (const attempt of [
      call(world, 'dossiers.create', input),
      call(world, 'dossiers.init', { ...input, folder }),
    ]) {
      const failure = await failureOf(attempt);
      expect(failure.code).toBe(code);
      expect(failure.text.zh + failure.hint.zh).toContain(near);
    }
    expect((await call(world, 'dossiers.list', {})).dossiers).toEqual([]);
  });
});

test('the sample is copied, each time anew, with the fields that use each file', async () => {
  const world = openWorld();
  const one = await call(world, 'dossiers.createSample', {});
  expect(one.files).toEqual([
    { path: 'assets/logo.png', sizeBytes: 3, usedBy: ['app.logo'] },
    { path: 'assets/spare.png', sizeBytes: 7, usedBy: [] },
  ]);
  const two = await call(world, 'dossiers.createSample', {});
  expect(two.dossier).not.toBe(one.dossier);
  expect((await call(world, 'dossiers.list', {})).dossiers).toHaveLength(2);
});

test('removing can be undone', async () => {
  const world = openWorld();
  const { dossier } = await call(world, 'dossiers.createSample', {});
  expect(await call(world, 'dossiers.remove', { dossier })).toEqual({});
  expect((await call(world, 'dossiers.list', {})).dossiers).toEqual([]);
  await call(world, 'dossiers.restore', { dossier });
  expect((await call(world, 'dossiers.open', { dossier })).document.app?.name).toBe('示例应用');
});

describe('archiving', () => {
  test('puts a dossier out of the way in the list alone, and back', async () => {
    const world = openWorld();
    const { dossier, revision } = await call(world, 'dossiers.createSample', {});
    const listed = async () => (await call(world, 'dossiers.list', {})).dossiers[0];
    await call(world, 'dossiers.archive', { dossier, archived: true });
    expect(await listed()).toMatchObject({ isArchived: true, revision });
    expect((await call(world, 'dossiers.open', { dossier })).revision).toBe(revision);
    await call(world, 'dossiers.archive', { dossier, archived: false });
    expect(await listed()).toMatchObject({ isArchived: false, revision });
  });
});

describe('a duplicate', () => {
  const letterRule: Rulebook['rules'][number] = {
    id: 'publishing-commitment',
    kind: 'letter',
    letter: 'publishing-commitment',
    title: title('承诺函'),
    because: title(''),
    cites: [],
  };

  test('leaves statements and signed letters behind, says how many, and is removed by undo', async () => {
    const base = openWorld();
    const withLetter = { ...rulebook, rules: [letterRule] };
    const world: World = {
      ...base,
      rulebooks: { ...base.rulebooks, load: () => Promise.resolve(withLetter) },
    };
    const { dossier, revision } = await call(world, 'dossiers.createSample', {});
    const edits = [
      { path: ['attestations', 'a-rule'], value: { by: '张三', on: '2026-01-02' } },
      { path: ['documents', 'publishing-commitment'], value: 'assets/spare.png' },
    ];
    await call(world, 'dossiers.edit', { dossier, baseRevision: revision, edits });
    const copy = await call(world, 'dossiers.duplicate', { dossier });
    expect(copy.left).toEqual({ attestations: 1, signedLetters: 1 });
    expect(copy.document).toEqual({
      schema: 'yinqi/dossier@1',
      id: copy.dossier,
      platform: 'tencent-meeting',
      track: 'listing',
      categories: ['general/other'],
      app: { name: '示例应用', logo: 'assets/logo.png' },
    });
    expect(copy.files.map(({ path }) => path)).toEqual(['assets/logo.png']);
    expect((await call(world, 'dossiers.open', { dossier })).document.attestations).toBeDefined();
  });
});

test('the list says how a dossier was last judged, and whether that still holds', async () => {
  const world = openWorld();
  const { dossier, revision } = await call(world, 'dossiers.createSample', {});
  const progress = async (language: 'zh' | 'en' = 'zh') =>
    (await call(world, 'dossiers.list', {}, language)).dossiers[0]?.progress;
  expect(await progress()).toBeNull();
  await world.dossiers.recordProgress(dossier, {
    revision,
    rulebook: '1.2.3',
    day: '2026-01-31',
    done: 3,
    total: 7,
    open: 1,
    errors: 2,
    blocker: { message: { zh: '没有执照', en: 'no licence' }, at: 'documents.licence' },
  });
  expect(await progress('en')).toEqual({
    holds: 'current',
    day: '2026-01-31',
    done: 3,
    total: 7,
    open: 1,
    errors: 2,
    blocker: { message: 'no licence', at: 'documents.licence' },
  });
  const newer = { ...rulebook, platform: { ...rulebook.platform, version: '1.3.0' } };
  const updated: World = { ...world, rulebooks: { ...world.rulebooks, load: () => Promise.resolve(newer) } };
  expect((await call(updated, 'dossiers.list', {})).dossiers[0]?.progress?.holds).toBe('rules-changed');
  const edits = [{ path: ['app', 'version'], value: '1.0.1' }];
  await call(world, 'dossiers.edit', { dossier, baseRevision: revision, edits });
  expect((await progress())?.holds).toBe('edited');
});

test('a dossier of a platform whose rulebook is gone is listed all the same', async () => {
  const world = openWorld();
  await world.dossiers.create({ schema: 'yinqi/dossier@1', platform: 'gone', categories: [] });
  expect((await call(world, 'dossiers.list', {})).dossiers[0]).toMatchObject({
    platform: 'gone',
    progress: null,
  });
});
