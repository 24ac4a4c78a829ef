import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { letter, listed, newFolder, ours, put, setUp, shippedVersion } from './template-world.ts';

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
