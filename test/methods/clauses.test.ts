import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { companyDossier, letterSetting, root, type Setting } from './letter-setting.ts';

const { newFolder, makeWorld, setUp: setUpWith } = letterSetting('clauses');
const letter = 'security-inspection-authorisation';
const clause = 'authorisation-period';
const clausesFolder = join(root, 'resources/letters/clauses');
const shipped = readFileSync(join(clausesFolder, `${clause}.md`), 'utf8');
const template = readFileSync(join(root, 'resources/letters', letter, 'template.md'), 'utf8');
const ours = (version: string, more: string): string =>
  `${shipped.replace('version: 1.0.0', `version: ${version}`)}${more}\n`;
const longer = '2. 授权期限届满前需要延长的，另行出具授权书。';

const dossierText = companyDossier({
  id: 'clauses-test',
  more: `letters: { ${letter}: { validFrom: 2026-12-01, validUntil: 2027-11-30 } }\n`,
});

type TeamSetting = Setting & { readonly team: string };
function setUp(): TeamSetting {
  const dataFolder = newFolder();
  return { ...setUpWith(dossierText, makeWorld(dataFolder)), team: join(dataFolder, 'templates') };
}

/** Puts a version of a clause into the team's folder by hand. */
function put(team: string, version: string, text: string, id = clause): void {
  mkdirSync(join(team, 'clauses', id), { recursive: true });
  writeFileSync(join(team, 'clauses', id, `${version}.md`), text);
}
const listed = async ({ app, dossier }: TeamSetting) =>
  (await app.call('letters.list', { dossier, letters: [letter] })).letters[0];

async function wordsOf({ app, world, dossier }: TeamSetting): Promise<string> {
  const out = newFolder();
  const { written } = await app.call('letters.write', {
    dossier,
    folder: world.grants.offer(out),
    letters: [letter],
  });
  const path = join(out, written[0]?.fileName ?? '');
  return spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s/g, '');
}

test('every clause is listed with its words, its versions and the letters that take it in', async () => {
  const { app, team } = setUp();
  const { clauses } = await app.call('clauses.list', {});
  expect(clauses.map((one) => `${one.clause}.md`)).toEqual(readdirSync(clausesFolder).toSorted());
  const found = clauses.find((one) => one.clause === clause);
  expect(found).toMatchObject({ title: '授权期限', inUse: { version: '1.0.0', origin: 'app' } });
  expect(found?.inUse?.wording).toMatch(/^1\. 授权期限自\{\{ letter.validFrom \}\}/);
  expect(found?.letters).toContainEqual({ letter, title: '安全检查授权书' });
  expect(found?.letters).toHaveLength(8);
  put(team, '1.1.0', ours('1.1.0', longer));
  put(team, '1.2.0', ours('1.2.0', '{{ company.nmae }}'));
  put(team, '1.0.0', '私人条款', 'of-ours');
  const again = (await app.call('clauses.list', {})).clauses;
  expect(again.find((one) => one.clause === clause)).toMatchObject({
    inUse: { version: '1.1.0', origin: 'team' },
    versions: [
      {
        version: '1.2.0',
        faults: [
          {
            message: expect.stringMatching(
              /templates\/clauses\/authorisation-period\/1\.2\.0\.md 第 10 行：.*company\.nmae/,
            ),
          },
        ],
      },
      { version: '1.1.0', faults: [] },
      { version: '1.0.0', origin: 'app' },
    ],
  });
  expect(again.find((one) => one.clause === 'of-ours')).toMatchObject({ inUse: null, letters: [] });
  const { templates } = await app.call('templates.list', {});
  expect(templates.map((one) => one.letter)).not.toContain('clauses');
});

test('a team’s clause stands in every letter that takes it in, and its faults are named where the letter is listed', async () => {
  const setting = setUp();
  const before = (await listed(setting))?.revision;
  expect(await wordsOf(setting)).not.toContain('另行出具授权书');
  put(setting.team, '1.1.0', ours('1.1.0', longer));
  const words = await wordsOf(setting);
  expect(words).toContain(
    '（一）授权期限自2026年12月1日起至2027年11月30日止。（二）授权期限届满前需要延长的',
  );
  expect(words).toContain('（三）授权人可以书面通知贵公司');
  expect((await listed(setting))?.revision).not.toBe(before);
  put(setting.team, '1.2.0', ours('1.2.0', '{% if app.name %}'));
  const summary = await listed(setting);
  expect(summary).toMatchObject({ state: 'ready', templateOrigin: 'app' });
  expect(summary?.templateFaults).toEqual([
    expect.stringContaining(`templates/clauses/${clause}/1.2.0.md 第 10 行`),
  ]);
  expect(await wordsOf(setting)).toContain('另行出具授权书');
});

test('a team’s clause with which a letter of the app’s cannot be made is passed over there and named; it stays in use', async () => {
  const setting = setUp();
  const { app, team } = setting;
  // Put there by hand: saving it would have been refused.
  put(team, '1.1.0', ours('1.1.0', '2. 网站：{{ company.website }}。'));
  const before = await wordsOf(setting);
  expect(before).not.toContain('网站：');
  expect(before).toContain('授权期限自2026年12月1日起');
  expect((await listed(setting))?.templateFaults).toEqual([
    `templates/clauses/${clause}/1.1.0.md 第 10 行：要打印的变量可能没有内容`,
  ]);
  const { clauses } = await app.call('clauses.list', {});
  expect(clauses.find((one) => one.clause === clause)).toMatchObject({ inUse: { version: '1.1.0' } });
});

test('a template that takes in a clause that is not there is refused with its line and the near name', async () => {
  const { app } = setUp();
  const text = template.replace('"authorisation-period"', '"authorization-period"');
  const line = text.split('\n').findIndex((one) => one.includes('clause "')) + 1;
  const wanted = { hint: '是否想写「authorisation-period」？' };
  const { faults } = await app.call('templates.check', { text, fileName: '我的.md' });
  expect(faults).toEqual([
    { ...wanted, message: `我的.md 第 ${line} 行：没有名为「authorization-period」的共用条款` },
  ]);
  const preview = await app.call('templates.preview', { text });
  expect(preview.faults).toEqual([
    { ...wanted, line, message: '没有名为「authorization-period」的共用条款' },
  ]);
  const sound = await app.call('templates.preview', { text: template, dpi: 60 });
  expect(sound.faults).toEqual([]);
});

describe('a clause that is saved', () => {
  test('becomes the team’s next version and says which letters it stands in now; nothing is overwritten', async () => {
    const { app, team } = setUp();
    const text = ours('1.0.0', longer);
    await expect(app.call('clauses.save', { text })).rejects.toMatchObject({ code: 'template-version-old' });
    const saved = await app.call('clauses.save', { text, bump: true });
    expect(saved).toMatchObject({ clause, version: '1.0.1', origin: 'team' });
    expect(saved.letters).toHaveLength(8);
    const path = join(team, 'clauses', clause, '1.0.1.md');
    expect(readFileSync(path, 'utf8')).toBe(ours('1.0.1', longer));
    expect(readdirSync(join(team, 'clauses', clause))).toEqual(['1.0.1.md']);
    // The same once more is no new version.
    expect(await app.call('clauses.save', { text: ours('1.0.1', longer) })).toMatchObject({
      version: '1.0.1',
    });
    const own = text.replace(`id: ${clause}`, 'id: of-ours');
    expect(await app.call('clauses.save', { text: own })).toMatchObject({ version: '1.0.0', letters: [] });
    expect(await app.call('clauses.read', { clause: 'of-ours' })).toMatchObject({ text: own, faults: [] });
  });

  test('is compared with the one before it, and read by the name of its version', async () => {
    const { app } = setUp();
    await app.call('clauses.save', { text: ours('1.1.0', longer) });
    const compared = await app.call('clauses.compare', { clause });
    expect(compared).toMatchObject({
      from: { version: '1.0.0', origin: 'app' },
      to: { version: '1.1.0', origin: 'team' },
      added: 2,
      removed: 1,
    });
    expect(await app.call('clauses.read', { clause, version: 'app' })).toMatchObject({ text: shipped });
    await expect(app.call('clauses.read', { clause, version: '9' })).rejects.toMatchObject({
      code: 'unknown-template-version',
    });
    await expect(app.call('clauses.read', { clause: 'authorisation-perod' })).rejects.toMatchObject({
      code: 'unknown-clause',
      hint: { zh: '是否想写「authorisation-period」？' },
    });
  });

  test('is refused when a letter cannot be made with it, and named with file, line and the letter', async () => {
    const { app, team } = setUp();
    const text = ours('1.1.0', '2. 联系地址：{{ company.website }}。');
    const { faults, letters } = await app.call('clauses.check', { text, fileName: '期限.md' });
    expect(letters).toHaveLength(8);
    expect(faults.map(({ message }) => message)).toContain('期限.md 第 10 行：要打印的变量可能没有内容');
    expect(faults.some(({ hint }) => hint.includes(`resources/letters/${letter}/template.md 第`))).toBe(true);
    await expect(app.call('clauses.save', { text })).rejects.toMatchObject({ code: 'template-fault' });
    expect(() => readdirSync(join(team, 'clauses'))).toThrow('ENOENT');
    const guarded = ours(
      '1.1.0',
      '{% if company.website %}\n2. 联系地址：{{ company.website }}。\n{% endif %}',
    );
    expect(await app.call('clauses.check', { text: guarded })).toMatchObject({
      faults: [],
      clause,
      version: '1.1.0',
    });
  });
});

test('a signed scan of a letter is out of date by the clause that changed, which is named', async () => {
  const setting = setUp();
  const { app, world, dossier, team } = setting;
  const [out, scans] = [newFolder(), newFolder()];
  await app.call('letters.write', { dossier, folder: world.grants.offer(out), letters: [letter] });
  for (const name of readdirSync(out)) {
    expect(spawnSync('pdftoppm', ['-r', '150', '-jpeg', join(out, name), join(scans, 's')]).status).toBe(0);
  }
  const files = readdirSync(scans).map((name) => world.grants.offer(join(scans, name)));
  await app.call('letters.file', { dossier, scans: files, keep: true });
  expect(await listed(setting)).toMatchObject({ scan: 'current', stale: [] });
  expect(readFileSync(join(dossier, 'dossier.yaml'), 'utf8')).toContain('授权期限');
  put(team, '1.1.0', ours('1.1.0', longer));
  expect(await listed(setting)).toMatchObject({
    scan: 'outdated',
    stale: [
      {
        kind: 'wording',
        text: '共用条款「授权期限」变了：当时是自带版本 1.0.0，现在是团队版本 1.1.0',
        fields: [],
      },
    ],
  });
});

describe('in Word', () => {
  test('the words of a clause stand in the file, and unaltered they come back as the reference that they were', async () => {
    const { app, world } = setUp();
    const out = newFolder();
    await app.call('templates.word', { letter, folder: world.grants.offer(out), fileName: 'a.docx' });
    const path = join(out, 'a.docx');
    const document = spawnSync('unzip', ['-p', path, 'word/document.xml'], { encoding: 'utf8' }).stdout;
    expect(document).toContain('授权期限自');
    expect(document).not.toContain('{% clause');
    const read = await app.call('templates.read-word', { file: world.grants.offer(path) });
    expect(read).toMatchObject({ changed: false, text: template, remarks: [] });
  });

  test('a file that was edited comes back with the words in place, which is said', async () => {
    const setting = setUp();
    const { app, world, team } = setting;
    put(team, '1.1.0', ours('1.1.0', longer).replace('cites: []', 'cites: [compliance/6-1]'));
    const out = newFolder();
    await app.call('templates.word', { letter, folder: world.grants.offer(out), fileName: 'a.docx' });
    const path = join(out, 'a.docx');
    const edited = spawnSync('python3', ['-c', editDocx, path, '不在授权之内', '一律不在授权之内'], {
      encoding: 'utf8',
    });
    expect(edited.stderr).toBe('');
    const read = await app.call('templates.read-word', { file: world.grants.offer(path) });
    expect(read.changed).toBe(true);
    expect(read.text).not.toContain('{% clause');
    expect(read.text).toContain('授权期限届满前需要延长的');
    expect(read.removed).toBe(2 + 1);
    expect(read.remarks.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^共用条款「授权期限」（authorisation-period）的文字已写进这份模板，不再是引用/),
      '这些条款所依据的 compliance/6-1 没有列在文件头的 cites 里，请补上',
    ]);
    expect((await app.call('templates.check', { text: read.text })).faults).toEqual([]);
  });
});

const editDocx = `
import sys, zipfile, shutil
path, old, new = sys.argv[1:]
with zipfile.ZipFile(path) as z: parts = [(i, z.read(i)) for i in z.infolist()]
with zipfile.ZipFile(path, 'w') as z:
    for info, data in parts:
        if info.filename == 'word/document.xml':
            text = data.decode('utf8'); assert old in text
            data = text.replace(old, new).encode('utf8')
        z.writestr(info, data)
`;
