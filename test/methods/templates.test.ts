import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { World } from '../../main/world.ts';
import { createApp } from '../../main/app.ts';
import { companyDossier, letterSetting, root, type Setting } from './letter-setting.ts';

const { newFolder, makeWorld, setUp: setUpWith } = letterSetting('templates');
const letter = 'publishing-commitment';
const shipped = readFileSync(join(root, 'resources/letters', letter, 'template.md'), 'utf8');
const shippedVersion = /^version: (.*)$/m.exec(shipped)?.[1] ?? '';
/** The app's wording under another version, with a sentence of the team's own. */
const ours = (version: string, more = '本团队另作如下声明。'): string =>
  shipped.replace(/^version: .*$/m, `version: ${version}`).replace(/^(## .*)$/m, `${more}\n\n$1`);

const dossierText = companyDossier({ id: 'templates-test' });

type TeamSetting = Setting & { readonly team: string };
function setUp(): TeamSetting {
  const dataFolder = newFolder();
  return { ...setUpWith(dossierText, makeWorld(dataFolder)), team: join(dataFolder, 'templates') };
}

/** Puts a version into the team's folder by hand. */
function put(team: string, version: string, text: string, id = letter): void {
  mkdirSync(join(team, id, version), { recursive: true });
  writeFileSync(join(team, id, version, 'template.md'), text);
}

const listed = async ({ app, dossier }: TeamSetting, id = letter) =>
  (await app.call('letters.list', { dossier })).letters.find((one) => one.letter === id);

describe('a team’s version goes before the app’s own', () => {
  test('and the letter says so: in the list, on the page, in the document', async () => {
    const setting = setUp();
    const { app, world, dossier, team } = setting;
    expect(await listed(setting)).toMatchObject({
      templateVersion: shippedVersion,
      templateOrigin: 'app',
      templateFaults: [],
    });
    const before = (await listed(setting))?.revision;
    put(team, '2.1.0', ours('2.1.0'));
    put(team, '2.10.0', ours('2.10.0'));
    expect(await listed(setting)).toMatchObject({ templateVersion: '2.10.0', templateOrigin: 'team' });
    expect((await listed(setting))?.revision).not.toBe(before);
    const out = newFolder();
    const { written } = await app.call('letters.write', { dossier, folder: world.grants.offer(out) });
    expect(written[0]).toMatchObject({ letter, templateVersion: '2.10.0', templateOrigin: 'team' });
    const path = join(out, written[0]?.fileName ?? '');
    const text = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' }).stdout;
    expect(text).toContain('本团队另作如下声明');
    expect(text).toContain('团队模板 2.10.0');
    expect(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout).toContain('template:team@2.10.0');
    const other = spawnSync('pdftotext', [join(out, written[1]?.fileName ?? ''), '-'], {
      encoding: 'utf8',
    }).stdout;
    expect(other).toMatch(/· 模板 \d/);
  });

  test('unless it has faults: they are named with file and line, the one before it is used, and other letters go on', async () => {
    const setting = setUp();
    const { app, world, dossier, team } = setting;
    put(team, '2.1.0', ours('2.1.0'));
    put(team, '2.2.0', ours('2.2.0', '甲{{ company.nmae }}乙'));
    const summary = await listed(setting);
    expect(summary).toMatchObject({ templateVersion: '2.1.0', templateOrigin: 'team', state: 'ready' });
    const line =
      ours('2.2.0', '甲{{')
        .split('\n')
        .findIndex((one) => one.startsWith('甲{{')) + 1;
    expect(summary?.templateFaults).toEqual([
      expect.stringContaining(`templates/${letter}/2.2.0/template.md 第 ${line} 行`),
    ]);
    rmSync(join(team, letter, '2.1.0'), { recursive: true });
    expect(await listed(setting)).toMatchObject({ templateVersion: shippedVersion, templateOrigin: 'app' });
    const { written } = await app.call('letters.write', { dossier, folder: world.grants.offer(newFolder()) });
    expect(written).toHaveLength(2);
  });

  test.each([
    ['a folder that is no version', 'v2', ours('2.0.0')],
    ['a folder with another version in its file', '2.0.0', ours('3.0.0')],
    ['a file of another letter', '2.0.0', ours('2.0.0').replace(`id: ${letter}`, 'id: other-letter')],
    ['bytes that are no text', '2.0.0', '\uFFFF'],
    ['a value that may be empty', '2.0.0', ours('2.0.0', '甲{{ app.installedName }}乙')],
  ])('%s is a fault of it alone', async (_, version, text) => {
    const setting = setUp();
    put(setting.team, version, text);
    if (text === '\uFFFF')
      writeFileSync(join(setting.team, letter, version, 'template.md'), Buffer.from([0xff, 0xfe, 0x00]));
    const summary = await listed(setting);
    expect(summary).toMatchObject({ templateVersion: shippedVersion, templateOrigin: 'app' });
    expect(summary?.templateFaults).toHaveLength(1);
  });

  test('a version without its file is named', async () => {
    const setting = setUp();
    mkdirSync(join(setting.team, letter, '2.0.0'), { recursive: true });
    expect((await listed(setting))?.templateFaults[0]).toContain('2.0.0/template.md');
  });
});

test('a letter of the team’s own can be made when it is wanted, and a broken one stops no other', async () => {
  const setting = setUp();
  const { app, world, dossier, team } = setting;
  const own = ours('1.0.0')
    .replace(`id: ${letter}`, 'id: house-letter')
    .replace('应用发布承诺函,', '内部承诺函,');
  put(team, '1.0.0', own, 'house-letter');
  put(team, '1.0.0', '没有文件头', 'broken-letter');
  expect(await listed(setting, 'house-letter')).toMatchObject({
    need: 'optional',
    templateOrigin: 'team',
    state: 'ready',
  });
  expect(await listed(setting, 'broken-letter')).toBeUndefined();
  const { written } = await app.call('letters.write', {
    dossier,
    folder: world.grants.offer(newFolder()),
    letters: ['house-letter'],
  });
  expect(written).toMatchObject([{ letter: 'house-letter', fileName: '01-内部承诺函.pdf' }]);
  const { templates } = await app.call('templates.list', {});
  expect(templates.find((one) => one.letter === 'broken-letter')).toMatchObject({
    inUse: null,
    versions: [{ origin: 'team', faults: [{ message: expect.stringContaining('第 1 行') }] }],
  });
  await expect(app.call('letters.render', { dossier, letter: 'broken-letter' })).rejects.toMatchObject({
    code: 'template-fault',
  });
});

describe('saving', () => {
  test('puts a version into the team’s folder whole, keeps the others, and takes the same twice', async () => {
    const { app, team } = setUp();
    const sample = readFileSync(join(root, 'resources/letters', letter, 'sample.yaml'), 'utf8');
    expect(await app.call('templates.save', { text: ours('2.1.0'), sample })).toEqual({
      letter,
      version: '2.1.0',
      origin: 'team',
      fileName: `templates/${letter}/2.1.0/template.md`,
    });
    await app.call('templates.save', { text: ours('2.2.0') });
    expect(await app.call('templates.save', { text: ours('2.2.0') })).toMatchObject({ version: '2.2.0' });
    expect(readdirSync(join(team, letter)).toSorted()).toEqual(['2.1.0', '2.2.0']);
    expect(readFileSync(join(team, letter, '2.1.0', 'template.md'), 'utf8')).toBe(ours('2.1.0'));
    expect(readFileSync(join(team, letter, '2.1.0', 'sample.yaml'), 'utf8')).toBe(sample);
  });

  test('refuses what is not newer, unless it may take the next version', async () => {
    const { app, team } = setUp();
    for (const version of [shippedVersion, '0.9.0']) {
      await expect(app.call('templates.save', { text: ours(version) })).rejects.toMatchObject({
        code: 'template-version-old',
      });
    }
    await app.call('templates.save', { text: ours('2.4.0') });
    await expect(app.call('templates.save', { text: ours('2.4.0', '改了。') })).rejects.toMatchObject({
      code: 'template-version-old',
      hint: { zh: expect.stringContaining('2.4.1') },
    });
    expect(await app.call('templates.save', { text: ours('2.4.0', '改了。'), bump: true })).toMatchObject({
      version: '2.4.1',
    });
    expect(readFileSync(join(team, letter, '2.4.1', 'template.md'), 'utf8')).toBe(ours('2.4.1', '改了。'));
  });

  test('a version that YAML would take for a number is quoted', async () => {
    const { app, team } = setUp();
    await app.call('templates.save', { text: ours("'2.1'") });
    expect(await app.call('templates.save', { text: ours("'2.1'", '改了。'), bump: true })).toMatchObject({
      version: '2.2',
    });
    expect(readFileSync(join(team, letter, '2.2', 'template.md'), 'utf8')).toBe(ours("'2.2'", '改了。'));
  });

  test.each([
    ['an unknown variable', ours('2.1.0', '{{ company.nmae }}'), undefined, 'template-fault'],
    ['a value that may be empty', ours('2.1.0', '{{ app.installedName }}'), undefined, 'template-fault'],
    ['a version that is none', ours('2.1.0/../../x'), undefined, 'bad-template-version'],
    ['a sample that is no dossier', ours('2.1.0'), 'company: 甲', 'dossier-missing-field'],
  ])('refuses %s, and leaves nothing behind', async (_, text, sample, code) => {
    const { app, team } = setUp();
    const saved = app.call('templates.save', { text, ...(sample === undefined ? {} : { sample }) });
    await expect(saved).rejects.toMatchObject({ code });
    expect(() => readdirSync(team)).toThrow('ENOENT');
  });

  test('leaves no half version where it cannot write', async () => {
    const { app, team } = setUp();
    await app.call('templates.save', { text: ours('2.1.0') });
    const place = join(team, letter);
    chmodSync(place, 0o500);
    const isRoot = process.getuid?.() === 0;
    const saved = app.call('templates.save', { text: ours('2.2.0') });
    // The superuser may write anywhere.
    if (isRoot) await saved;
    else await expect(saved).rejects.toMatchObject({ code: 'not-writable' });
    chmodSync(place, 0o700);
    expect(readdirSync(place)).toHaveLength(isRoot ? 2 : 1);
  });

  test('two at once: one is saved, the other told', async () => {
    const { app, team } = setUp();
    const results = await Promise.allSettled([
      app.call('templates.save', { text: ours('2.1.0', '甲。') }),
      app.call('templates.save', { text: ours('2.1.0', '乙。') }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(readdirSync(join(team, letter))).toEqual(['2.1.0']);
  });
});

test('versions are listed, read and compared', async () => {
  const { app, team } = setUp();
  put(team, '2.1.0', ours('2.1.0'));
  put(team, '2.2.0', ours('2.2.0', '第二版的声明。'));
  const { templates } = await app.call('templates.list', {});
  expect(templates.find((one) => one.letter === letter)).toMatchObject({
    title: '应用发布承诺函',
    inUse: { version: '2.2.0', origin: 'team' },
    versions: [
      { version: '2.2.0', origin: 'team' },
      { version: '2.1.0', origin: 'team' },
      { version: shippedVersion, origin: 'app' },
    ],
  });
  expect(await app.call('templates.read', { letter })).toMatchObject({
    version: '2.2.0',
    text: ours('2.2.0', '第二版的声明。'),
  });
  expect(await app.call('templates.read', { letter, version: 'app' })).toMatchObject({
    origin: 'app',
    text: shipped,
    sample: expect.stringContaining('schema:'),
  });
  expect(await app.call('templates.read', { letter, version: 'team:2.1.0' })).toMatchObject({
    version: '2.1.0',
  });
  const compared = await app.call('templates.compare', { letter });
  expect(compared).toMatchObject({
    from: { version: '2.1.0' },
    to: { version: '2.2.0' },
    added: 2,
    removed: 2,
  });
  expect(compared.lines.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text])).toEqual([
    ['removed', 'version: 2.1.0'],
    ['added', 'version: 2.2.0'],
    ['removed', '本团队另作如下声明。'],
    ['added', '第二版的声明。'],
  ]);
  expect(await app.call('templates.compare', { letter, from: 'app', to: '2.1.0' })).toMatchObject({
    from: { origin: 'app' },
    removed: 1,
    added: 3,
  });
  await expect(app.call('templates.read', { letter, version: '9' })).rejects.toMatchObject({
    code: 'unknown-template-version',
    hint: { zh: expect.stringContaining('team:2.2.0') },
  });
  await expect(app.call('templates.compare', { letter: 'authorisation-letter' })).rejects.toMatchObject({
    code: 'unknown-template-version',
  });
});

test('a check names every fault with its line, and counts the pages of one without', async () => {
  const { app } = setUp();
  expect(await app.call('templates.check', { text: ours('2.1.0') })).toMatchObject({
    faults: [],
    letter,
    version: '2.1.0',
    pages: 2,
  });
  const { faults } = await app.call('templates.check', {
    text: ours('2.1.0', '{{ a }}\n\n{{ b }}'),
    fileName: '我的.md',
  });
  expect(faults.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^我的\.md 第 \d+ 行：没有名为「a」的变量/),
    expect.stringMatching(/^我的\.md 第 \d+ 行：没有名为「b」的变量/),
  ]);
});

describe('a signed scan on file', () => {
  /** Prints the letters, scans them, and puts the scans in their places. */
  async function signed(setting: TeamSetting): Promise<void> {
    const { app, world, dossier } = setting;
    const [out, scans] = [newFolder(), newFolder()];
    await app.call('letters.write', { dossier, folder: world.grants.offer(out), letters: [letter] });
    for (const name of readdirSync(out)) {
      expect(spawnSync('pdftoppm', ['-r', '150', '-jpeg', join(out, name), join(scans, 's')]).status).toBe(0);
    }
    const files = readdirSync(scans).map((name) => world.grants.offer(join(scans, name)));
    const filing = await app.call('letters.file', { dossier, scans: files, keep: true });
    expect(filing.letters).toMatchObject([{ id: letter, complete: true }, { complete: false }]);
  }
  const edit = async (
    { app, world, dossier }: TeamSetting,
    path: string[],
    value: unknown,
  ): Promise<void> => {
    const { revision: baseRevision } = await world.dossiers.open(dossier);
    await app.call('dossiers.edit', { dossier, baseRevision, edits: [{ path, value }] });
  };

  test('says why it went out of date: data, wording, or both; and the review says it too', async () => {
    const setting = setUp();
    await signed(setting);
    expect(await listed(setting)).toMatchObject({ scan: 'current', stale: [], entry: {} });
    await edit(setting, ['app', 'name'], '样例白板');
    expect(await listed(setting)).toMatchObject({
      scan: 'outdated',
      stale: [{ kind: 'data', text: '资料变了：应用名称', fields: ['app.name'] }],
    });
    await edit(setting, ['app', 'name'], '样例纪要');
    expect(await listed(setting)).toMatchObject({ scan: 'current', stale: [] });
    put(setting.team, '2.1.0', ours('2.1.0'));
    await edit(setting, ['company', 'address'], '新地址');
    expect(await listed(setting)).toMatchObject({
      scan: 'outdated',
      stale: [
        { kind: 'wording', text: `措辞变了：当时是自带模板 ${shippedVersion}，现在是团队模板 2.1.0` },
        { kind: 'data', fields: ['company.address'] },
      ],
    });
    const { findings } = await setting.app.call('review.check', { dossier: setting.dossier });
    const found = findings.find((one) => one.rule === letter && one.message.includes('旧版'));
    expect(found?.message).toContain('现在是团队模板 2.1.0。资料变了：公司住所。请重新打印');
  });

  test('of which nothing was written down is out of date without a reason', async () => {
    const setting = setUp();
    await signed(setting);
    await edit(setting, ['letters', letter], null);
    await edit(setting, ['app', 'name'], '样例白板');
    expect(await listed(setting)).toMatchObject({ scan: 'outdated', stale: [{ kind: 'unknown' }] });
  });

  test('is to be looked at again when the clauses behind its rule change', async () => {
    const setting = setUp();
    await signed(setting);
    const { world } = setting;
    const changed: World = {
      ...world,
      rulebooks: {
        ...world.rulebooks,
        async load(platform) {
          const book = await world.rulebooks.load(platform);
          const sources = book.sources.map((one) =>
            one.id === 'compliance' ? { ...one, dated: '2027-01-01' } : one,
          );
          return { ...book, sources, platform: { ...book.platform, version: '2027.1' } };
        },
      },
    };
    const later = { ...setting, app: createApp(changed) };
    expect(await listed(later)).toMatchObject({
      scan: 'current',
      stale: [{ kind: 'rule', text: expect.stringContaining('2027.1') }],
    });
    const { findings } = await later.app.call('review.check', { dossier: setting.dossier });
    expect(findings.find((one) => one.message.includes('签署之后规则有变'))).toMatchObject({
      level: 'notice',
      rule: letter,
    });
  });
});

test('what is printed is written down only when that is asked for', async () => {
  const { app, world, dossier } = setUp();
  const write = (record: boolean) =>
    app.call('letters.write', { dossier, folder: world.grants.offer(newFolder()), record });
  await write(false);
  expect(readFileSync(join(dossier, 'dossier.yaml'), 'utf8')).toBe(dossierText);
  const { written } = await write(true);
  const { document } = await world.dossiers.open(dossier);
  expect(document.letters?.[letter]?.made?.[written[0]?.revision ?? '']).toMatchObject({
    on: '2026-11-22',
    template: { version: shippedVersion, origin: 'app' },
    rule: { rulebook: expect.any(String) },
    data: { 'company.name': expect.stringMatching(/^[0-9a-f]{8}$/) },
  });
  expect(await app.call('letters.list', { dossier })).toMatchObject({ letters: expect.any(Array) });
});

test('letters of one title are told apart by their platforms', async () => {
  const { app } = setUp();
  const { templates } = await app.call('templates.list', {});
  const titles = templates.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(templates.find((one) => one.letter === 'account-misuse-notice')?.title).toMatch(/（腾讯会议.*）$/);
  expect(templates.find((one) => one.letter === 'developer-account-misuse-notice')?.title).toMatch(
    /（腾讯开放平台）$/,
  );
});
