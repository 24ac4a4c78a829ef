import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createArtifacts } from '../../main/adapters/exchange/artifacts.ts';
import { createFolders } from '../../main/adapters/exchange/folders.ts';
import { createGrants } from '../../main/adapters/exchange/grants.ts';
import { createTeamFolders } from '../../main/adapters/library/team-folders.ts';
import { createRulebookShelf } from '../../main/adapters/rulebook/rulebook-shelf.ts';
import { createSqliteStore } from '../../main/adapters/sqlite/sqlite-store.ts';
import { createZip } from '../../main/adapters/zip/zip.ts';
import { api, type MethodInput, type MethodOutput } from '../../main/contract/api.ts';
import { Failure } from '../../main/contract/failure.ts';
import type { Rulebook } from '../../main/contract/rulebook.ts';
import { parseDossier } from '../../main/core/dossier/parse-dossier.ts';
import { dossierMethods } from '../../main/methods/dossiers.ts';
import type { World } from '../../main/world.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';

const title = (zh: string) => ({ zh, en: zh });

const rulebook: Rulebook = {
  platform: {
    id: 'tencent-meeting',
    title: { zh: '腾讯会议开放平台', en: 'Tencent Meeting open platform' },
    version: '1.2.3',
    tracks: ['listing', 'search', 'showcase'].map((id) => ({ id, title: title(id) })),
    groups: [],
    covers: { tracks: ['listing'], categories: ['general/other'] },
    questions: [],
    topics: [],
    sections: [],
  },
  categories: ['general/other', 'finance/banking'].map((id) => ({ id, title: title(id) })),
  facts: [],
  sources: [],
  background: [],
  conflicts: [],
  clauses: new Map(),
  rules: [],
  wordLists: new Map(),
};
const trackless: Rulebook = {
  ...rulebook,
  platform: { ...rulebook.platform, id: 'tencent-open-platform', tracks: [] },
  categories: [{ id: 'tool', title: title('tool') }],
};
const rulebooks: Readonly<Record<string, Rulebook>> = {
  'tencent-meeting': rulebook,
  'tencent-open-platform': trackless,
};

const notUsed = (): never => {
  throw new Error('These methods have no use for it');
};

function openWorld(): World {
  const dataFolder = temporaryFolder();
  const sampleFolder = join(temporaryFolder(), 'sample');
  mkdirSync(join(sampleFolder, 'assets'), { recursive: true });
  writeFileSync(
    join(sampleFolder, 'dossier.yaml'),
    'schema: yinqi/dossier@1\nid: sample\nplatform: tencent-meeting\ntrack: listing\ncategories: [general/other]\napp: { name: 示例应用, logo: assets/logo.png }\n',
  );
  writeFileSync(join(sampleFolder, 'assets', 'logo.png'), 'png');
  writeFileSync(join(sampleFolder, 'assets', 'spare.png'), 'png too');
  let ids = 0;
  const newId = () => `new${(ids += 1)}`;
  const now = () => '2026-01-31T08:00:00.000Z';
  const store = createSqliteStore({ dataFolder, newId, now });
  onTestFinished(() => store.close());
  return {
    today: () => '2026-01-31',
    now,
    newId,
    about: { version: '0.1.0', dataFolder, host: 'browser' },
    dossiers: store,
    history: store.history,
    library: store.library,
    verifierPage: () => Promise.resolve(new Uint8Array()),
    dataPlaces: { measure: notUsed },
    team: createTeamFolders({ templates: '', forms: '', words: '' }),
    companies: store.companies,
    rulebooks: {
      list: () => Promise.resolve(Object.keys(rulebooks)),
      load: (platform) => Promise.resolve(rulebooks[platform] ?? notUsed()),
    },
    letters: {
      list: notUsed,
      template: notUsed,
      versions: notUsed,
      read: notUsed,
      sample: notUsed,
      save: notUsed,
      clauses: notUsed,
      clauseVersions: notUsed,
      saveClause: notUsed,
    },
    forms: {
      letters: notUsed,
      versions: notUsed,
      pdf: notUsed,
      fields: notUsed,
      add: notUsed,
      place: notUsed,
      remove: notUsed,
      restore: notUsed,
    },
    formFiles: { load: notUsed, read: notUsed },
    tables: { read: notUsed },
    fonts: notUsed,
    inspector: { inspect: notUsed },
    pictures: {
      picture: notUsed,
      fit: notUsed,
      straighten: notUsed,
      lineClarity: notUsed,
      withoutMetadata: notUsed,
      overlay: notUsed,
      convert: notUsed,
      forPaper: notUsed,
    },
    print: { read: notUsed },
    pdf: { write: notUsed },
    purposeLines: { draw: notUsed },
    word: { write: notUsed, read: notUsed },
    packs: { write: notUsed },
    pdfPages: { take: notUsed, join: notUsed, straighten: notUsed },
    codes: { encode: notUsed },
    zip: createZip(),
    grants: createGrants(),
    artifacts: createArtifacts(join(dataFolder, 'scratch')),
    folders: createFolders({ sampleFolder }),
  };
}

type Name = keyof typeof dossierMethods;
/** Calls a method as the app does: input and output go through the schemas. */
async function call<N extends Name>(
  world: World,
  name: N,
  input: MethodInput<N>,
  language: CallContext['language'] = 'zh',
): Promise<MethodOutput<N>> {
  const context: CallContext = {
    language,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  // Safe: the schemas belong to the method of the same name.
  const run = dossierMethods[name] as (
    world: World,
    input: unknown,
    context: CallContext,
  ) => Promise<unknown>;
  return api[name].output.parse(await run(world, api[name].input.parse(input), context)) as MethodOutput<N>;
}

const wanted = { platform: 'tencent-meeting', track: 'listing', categories: ['general/other'] };

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

describe('export', () => {
  test('into a folder gives the very files, which import again to the same dossier', async () => {
    const world = openWorld();
    const { dossier, document } = await call(world, 'dossiers.createSample', {});
    const target = join(temporaryFolder(), '导出');
    const exported = await call(world, 'dossiers.exportFolder', {
      dossier,
      folder: world.grants.offer(target),
    });
    expect(exported).toEqual({ fileName: '导出', files: 3 });
    for (const path of ['dossier.yaml', 'assets/logo.png', 'assets/spare.png']) {
      expect(readFileSync(join(target, path))).toEqual(
        readFileSync(join(world.folders.sample.absolutePath, path)),
      );
    }
    const back = await call(world, 'dossiers.importFolder', { folder: world.grants.offer(target) });
    expect(back.document).toEqual(document);
  });

  test('never overwrites what is in the folder', async () => {
    const world = openWorld();
    const { dossier } = await call(world, 'dossiers.createSample', {});
    const target = temporaryFolder();
    writeFileSync(join(target, 'dossier.yaml'), 'mine');
    const failure = await failureOf(
      call(world, 'dossiers.exportFolder', { dossier, folder: world.grants.offer(target) }),
    );
    expect(failure.code).toBe('would-overwrite');
    expect(readdirSync(target)).toEqual(['dossier.yaml']);
    expect(readFileSync(join(target, 'dossier.yaml'), 'utf8')).toBe('mine');
  });

  test('without a folder gives a zip that unzip finds whole', async () => {
    const world = openWorld();
    const { dossier } = await call(world, 'dossiers.createSample', {});
    const { artifact, fileName, files } = await call(world, 'dossiers.exportFolder', { dossier });
    expect([fileName, files]).toEqual(['示例应用-案卷.zip', 3]);
    const { absolutePath, mediaType } = world.artifacts.resolve(artifact ?? '');
    expect(mediaType).toBe('application/zip');
    execFileSync('unzip', ['-t', absolutePath]);
    const listed = execFileSync('unzip', ['-Z1', absolutePath], { encoding: 'utf8' });
    expect(listed.trim().split('\n').sort()).toEqual(['assets/logo.png', 'assets/spare.png', 'dossier.yaml']);
    const yaml = execFileSync('unzip', ['-p', absolutePath, 'dossier.yaml']);
    expect(yaml).toEqual(readFileSync(join(world.folders.sample.absolutePath, 'dossier.yaml')));
  });
});

describe('init', () => {
  test.each(['zh', 'en'] as const)('writes a dossier.yaml to fill in, explained in %s', async (language) => {
    const world = openWorld();
    const target = join(temporaryFolder(), '新案卷');
    const input = { ...wanted, folder: world.grants.offer(target) };
    expect(await call(world, 'dossiers.init', input, language)).toEqual({ files: ['dossier.yaml'] });
    expect(readdirSync(target)).toEqual(['dossier.yaml']);
    const text = readFileSync(join(target, 'dossier.yaml'), 'utf8');
    expect(parseDossier(text, 'dossier.yaml')).toEqual({ schema: 'yinqi/dossier@1', ...wanted });
    expect(text.includes('统一社会信用代码')).toBe(language === 'zh');
  });

  test('writes every question that may come up for the choices, and none that cannot', async () => {
    const rulebook = await createRulebookShelf(join(import.meta.dirname, '../../resources')).load(
      'tencent-meeting',
    );
    const world: World = {
      ...openWorld(),
      rulebooks: { list: async () => ['tencent-meeting'], load: async () => rulebook },
    };
    const init = async (categories: readonly string[]): Promise<readonly string[]> => {
      const target = join(temporaryFolder(), '案卷');
      await call(world, 'dossiers.init', { ...wanted, categories: [...categories], folder: world.grants.offer(target) }); // prettier-ignore
      const text = readFileSync(join(target, 'dossier.yaml'), 'utf8');
      expect(parseDossier(text, 'dossier.yaml')).not.toHaveProperty('facts');
      return rulebook.facts.map(({ id }) => id).filter((id) => text.includes(`\n  # ${id}: `));
    };
    const plain = await init(['general/other']);
    expect(plain).toEqual(
      expect.arrayContaining(['networked', 'commercial-service', 'chat', 'not-accepted-kinds']),
    );
    expect(plain).not.toContain('ai-technology');
    expect(await init(['ai/generative'])).toContain('ai-technology');
  });

  test('refuses a folder that holds a dossier', async () => {
    const world = openWorld();
    const target = temporaryFolder();
    const init = () => call(world, 'dossiers.init', { ...wanted, folder: world.grants.offer(target) });
    await init();
    const before = readFileSync(join(target, 'dossier.yaml'));
    const failure = await failureOf(init());
    expect(failure).toBeInstanceOf(Failure);
    expect(failure.code).toBe('would-overwrite');
    expect(readFileSync(join(target, 'dossier.yaml'))).toEqual(before);
  });
});

test('a grant that was never given opens nothing', async () => {
  const world = openWorld();
  const failure = await failureOf(call(world, 'dossiers.importFolder', { folder: '/etc' }));
  expect(failure.code).toBe('unknown-grant');
});
