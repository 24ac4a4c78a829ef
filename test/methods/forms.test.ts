import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FormPlacement } from '../../main/contract/forms.ts';
import { run } from '../adapters/pdf/read-pdf.ts';
import { PDFName, PDFNumber } from 'pdf-lib';
import {
  blanks,
  changed,
  fieldsForm,
  formWords,
  plainForm,
  refusedForms,
  turnedAndCroppedForm,
} from './form-papers.ts';
import { companyDossier, letterSetting, type Setting } from './letter-setting.ts';

const { newFolder, makeWorld, setUp: setUpWith } = letterSetting('forms');
const letter = 'publishing-commitment';
const text = (more = '', name?: string): string =>
  companyDossier({ id: 'forms-test', more, ...(name === undefined ? {} : { name }) });
const setUp = (yaml = text()): Setting => setUpWith(yaml, makeWorld());

/** Fields in every blank of the plain form. */
const placement = (form: string): FormPlacement => ({
  schema: 'yinqi/form-fields@1',
  letter,
  form,
  fields: [
    { id: 'company', ...blanks.company, variable: 'company.name', leastSizePt: 8 },
    { id: 'uscc', ...blanks.uscc, variable: 'company.uscc', boxes: 18 },
    { id: 'app', ...blanks.app, variable: 'app.name', font: 'sans', align: 'centre' },
    {
      id: 'is-company',
      ...blanks.tick,
      text: '√',
      sizePt: 11,
      align: 'centre',
      when: { variable: 'applicant.kind', is: 'company' },
    },
    { id: 'year', ...blanks.year, variable: 'letter.date', part: 'year', align: 'right' },
    { id: 'month', ...blanks.month, variable: 'letter.date', part: 'month', align: 'right' },
    { id: 'day', ...blanks.day, variable: 'letter.date', part: 'day', align: 'right' },
  ],
  guides: [
    { id: 'seal', page: 2, xMm: 118, yMm: 192, widthMm: 40, heightMm: 40, kind: 'seal' },
    { id: 'sign', page: 2, xMm: 74, yMm: 205, widthMm: 36, heightMm: 9, kind: 'signature' },
  ],
});

async function importForm({ app, world }: Setting, bytes: Uint8Array, fileName = '承诺函格式.pdf') {
  const path = join(newFolder(), fileName);
  writeFileSync(path, bytes);
  return app.call('forms.import', { letter, file: world.grants.offer(path) });
}

async function withForm(setting: Setting, bytes?: Uint8Array): Promise<string> {
  const { sha256 } = await importForm(setting, bytes ?? (await plainForm(setting.world)));
  await setting.app.call('forms.place', { letter, baseRevision: 0, placement: placement(sha256) });
  return sha256;
}

/** A word of a page with its box in millimetres, as poppler reads it. */
interface Word {
  readonly page: number;
  readonly text: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly rightMm: number;
  readonly bottomMm: number;
}
function wordsOf(path: string): readonly Word[] {
  const html = run('pdftotext', '-bbox', path, '-');
  const mm = (points: string): number => (Number(points) * 25.4) / 72;
  return html
    .split('<page')
    .slice(1)
    .flatMap((page, index) =>
      Array.from(
        page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
        ([, x = '', y = '', right = '', bottom = '', word = '']) => ({
          page: index + 1,
          text: word,
          xMm: mm(x),
          yMm: mm(y),
          rightMm: mm(right),
          bottomMm: mm(bottom),
        }),
      ),
    );
}

/** The letter as it is written into a folder. */
async function printed({ app, world, dossier }: Setting, input: object = {}): Promise<string> {
  const out = newFolder();
  const { written, held } = await app.call('letters.write', {
    dossier,
    folder: world.grants.offer(out),
    letters: [letter],
    ...input,
  });
  expect(held).toEqual([]);
  return join(out, written[0]!.fileName);
}

const inside = (
  word: Word,
  place: {
    readonly page: number;
    readonly xMm: number;
    readonly yMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  },
): boolean =>
  word.page === place.page &&
  word.xMm >= place.xMm - 0.3 &&
  word.rightMm <= place.xMm + place.widthMm + 0.3 &&
  (word.yMm + word.bottomMm) / 2 >= place.yMm &&
  (word.yMm + word.bottomMm) / 2 <= place.yMm + place.heightMm;

const textIn = (words: readonly Word[], place: Parameters<typeof inside>[1]): string =>
  words
    .filter((word) => inside(word, place))
    .map((word) => word.text)
    .join('');

test.each([
  ['a plain form', plainForm],
  ['a form turned in the file and cropped off the origin', turnedAndCroppedForm],
  ['a form with fields of its own', fieldsForm],
])('%s is filled in its blanks and keeps its own words', async (_what, make) => {
  const setting = setUp(text('letters: { publishing-commitment: { date: 2026-03-05 } }'));
  const bytes = await make(setting.world);
  await withForm(setting, bytes);
  const path = await printed(setting);
  const words = wordsOf(path);
  expect(textIn(words, blanks.company)).toBe('深圳市样例科技有限公司');
  expect(textIn(words, blanks.uscc)).toBe('91440300MA5YANGL1W');
  expect(textIn(words, blanks.app)).toBe('样例纪要');
  expect(textIn(words, blanks.year)).toBe('2026');
  expect(textIn(words, blanks.month)).toBe('3');
  expect(textIn(words, blanks.day)).toBe('5');
  expect(words.map((word) => word.text).join('')).toContain('√');
  const own = run('pdftotext', '-layout', path, '-').replaceAll(/\s/g, '');
  for (const one of formWords) {
    for (const part of one.split(/[\s　]+/)) expect(own).toContain(part.replaceAll('□', ''));
  }
  expect(own).not.toContain('OLDCOMPANYNAME');
  if (make === fieldsForm) expect(own).toContain('FORM-2026-01');
  run('qpdf', '--check', path);
  const fonts = run('pdffonts', path).split('\n').slice(2).filter(Boolean);
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts.filter((line) => line.includes('Noto'))) expect(font).toMatch(/yes yes yes/);
});

test('each kind of PDF that cannot be a form is refused by its own name, and nothing is stored', async () => {
  const setting = setUp();
  const folder = newFolder();
  for (const [code, fileName, bytes] of await refusedForms(setting.world, folder)) {
    const failure: unknown = await importForm(setting, bytes, fileName).catch((error: unknown) => error);
    expect([fileName, failure]).toEqual([fileName, expect.objectContaining({ code })]);
  }
  expect(await setting.world.forms.letters()).toEqual([]);
  const { forms } = await setting.app.call('forms.list', {});
  expect(forms.every(({ inUse, versions }) => inUse === null && versions.length === 0)).toBe(true);
});

test('a form keeps its hash and bytes, is known again, and a newer one leaves the old one readable', async () => {
  const setting = setUp();
  const { app, world } = setting;
  const bytes = await plainForm(world);
  const first = await importForm(setting, bytes);
  expect(first).toMatchObject({
    isNew: true,
    version: 1,
    revision: 0,
    importedOn: '2026-11-22',
    fileName: '承诺函格式.pdf',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pages: [
      { widthMm: 210, heightMm: 297 },
      { widthMm: 210, heightMm: 297 },
    ],
  });
  expect(await importForm(setting, bytes, '别名.pdf')).toMatchObject({ isNew: false, version: 1 });
  await app.call('forms.place', { letter, placement: placement(first.sha256) });
  const newer = await importForm(setting, await plainForm(world, '（二）'));
  expect(newer).toMatchObject({ isNew: true, version: 2, revision: 0 });
  // Nothing is placed on the newer one yet: the old one is used on.
  const listed = (await app.call('forms.list', {})).forms.find((one) => one.letter === letter)!;
  expect([listed.inUse, listed.versions.map(({ version }) => version)]).toEqual([1, [2, 1]]);
  const { letters } = await app.call('letters.list', { dossier: setting.dossier });
  const summary = letters.find((one) => one.letter === letter)!;
  expect(summary).toMatchObject({ form: { version: 1, pages: 2 }, pageCode: 'off' });
  expect(summary.formFaults).toEqual(['官方格式第 2 版已导入，还没有定填写位置']);
  await app.call('forms.place', { letter, version: 2, placement: placement(newer.sha256) });
  expect(await app.call('forms.open', { letter })).toMatchObject({ version: 2, fieldCount: 7 });
  const old = await app.call('forms.open', { letter, version: 1 });
  expect(old.placement.fields).toHaveLength(7);
  expect(Buffer.from(await world.forms.pdf(old)).equals(bytes)).toBe(true);
});

test('a PDF that was changed on the disk after it was imported is not written on', async () => {
  const setting = setUp();
  const sha256 = await withForm(setting);
  const path = join(setting.world.about.dataFolder, 'forms', letter, '1', `${sha256}.pdf`);
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('\n%x')]));
  const out = setting.world.grants.offer(newFolder());
  await expect(
    setting.app.call('letters.write', { dossier: setting.dossier, folder: out, letters: [letter] }),
  ).rejects.toMatchObject({ code: 'form-changed' });
});

test('fields are carried over to a newer form of the same pages only', async () => {
  const setting = setUp();
  const { app, world } = setting;
  await withForm(setting);
  const path = join(newFolder(), '新版.pdf');
  writeFileSync(path, await plainForm(world, '（二）'));
  const kept = await app.call('forms.import', { letter, file: world.grants.offer(path), keepFields: true });
  expect(kept).toMatchObject({ version: 2, revision: 1, fieldCount: 7, faults: [] });
  const other = join(newFolder(), '一页.pdf');
  writeFileSync(other, await changed(await plainForm(world), (document) => document.removePage(1)));
  await expect(
    app.call('forms.import', { letter, file: world.grants.offer(other), keepFields: true }),
  ).rejects.toMatchObject({ code: 'form-pages-differ' });
  expect(await world.forms.versions(letter)).toHaveLength(2);
});

test('two windows do not overwrite each other’s places, and the same saved again is no new revision', async () => {
  const setting = setUp();
  const { app } = setting;
  const { sha256 } = await importForm(setting, await plainForm(setting.world));
  const place = (baseRevision: number, xMm: number) => {
    const wanted = placement(sha256);
    wanted.fields[0]!.xMm = xMm;
    return app.call('forms.place', { letter, baseRevision, placement: wanted });
  };
  expect(await place(0, 70)).toMatchObject({ revision: 1 });
  const both = await Promise.allSettled([place(1, 71), place(1, 72)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'form-edit-conflict' });
  const { revision, placement: now } = await app.call('forms.open', { letter });
  expect(revision).toBe(2);
  expect(await place(2, now.fields[0]!.xMm)).toMatchObject({ revision: 2 });
});

test('a version taken out of use comes back, and its number is never given again', async () => {
  const setting = setUp();
  const { app } = setting;
  await withForm(setting);
  expect(await app.call('forms.remove', { letter, version: 1 })).toEqual({ inUse: null });
  expect(await importForm(setting, await plainForm(setting.world, '（二）'))).toMatchObject({ version: 2 });
  expect(await app.call('forms.restore', { letter, version: 1 })).toMatchObject({ version: 1, revision: 1 });
  await expect(app.call('forms.remove', { letter, version: 7 })).rejects.toMatchObject({
    code: 'unknown-form',
  });
});

test('missing data is named by field before anything is printed, and a draft is marked', async () => {
  const setting = setUp(text().replace(/ {2}uscc:.*\n/, ''));
  await withForm(setting);
  const { letters } = await setting.app.call('letters.list', { dossier: setting.dossier });
  expect(letters.find((one) => one.letter === letter)).toMatchObject({
    state: 'missing-data',
    missingFields: [{ field: 'company.uscc', title: '统一社会信用代码' }],
    // What the form does not print is not asked for.
    asks: ['date'],
  });
  const out = newFolder();
  const { held, written } = await setting.app.call('letters.write', {
    dossier: setting.dossier,
    folder: setting.world.grants.offer(out),
    letters: [letter],
  });
  expect([held.length, written, readdirSync(out)]).toEqual([1, [], []]);
  const draft = await setting.app.call('letters.render', { dossier: setting.dossier, letter });
  expect(draft).toMatchObject({ fileName: '应用发布承诺函（草稿）.pdf', revision: 'draft' });
  const { absolutePath } = setting.world.artifacts.resolve(draft.artifact);
  expect(run('pdftotext', absolutePath, '-')).toContain('草稿');
  run('qpdf', '--check', absolutePath);
});

test('what is too long is set smaller, and below its least size named with how much too long it is', async () => {
  const name = `深圳市${'样例'.repeat(14)}有限公司`;
  const fits = setUp(text('', name));
  await withForm(fits);
  const words = wordsOf(await printed(fits));
  expect(textIn(words, blanks.company)).toBe(name);
  const company = words.find((word) => inside(word, blanks.company))!;
  expect(company.bottomMm - company.yMm).toBeLessThan(5.8);

  const long = setUp(text('', `深圳市${'样例'.repeat(20)}有限公司`));
  await withForm(long);
  const { letters } = await long.app.call('letters.list', { dossier: long.dossier });
  expect(letters.find((one) => one.letter === letter)?.missingFields).toEqual([
    {
      field: 'company.name',
      title: expect.stringMatching(/第 1 页的「company」放不下，缩到 8 磅仍长出 2[0-9.]+ 毫米/),
    },
  ]);
});

test('rare characters are printed right or refused by name', async () => {
  const rare = setUp(text('', '深圳市镕喆堃䶮㛃𫖯科技有限公司'));
  await withForm(rare);
  expect(textIn(wordsOf(await printed(rare)), blanks.company)).toBe('深圳市镕喆堃䶮㛃𫖯科技有限公司');
  const emoji = setUp(text('', '样例😀公司'));
  await withForm(emoji);
  const { letters } = await emoji.app.call('letters.list', { dossier: emoji.dossier });
  expect(letters.find((one) => one.letter === letter)).toMatchObject({
    unprintable: ['😀'],
    state: 'missing-data',
  });
});

test('the same letter gives the same bytes, says what it is, and prints its guides or none', async () => {
  const setting = setUp();
  const sha256 = await withForm(setting);
  const [one, other] = [await printed(setting), await printed(setting)];
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  const info = run('pdfinfo', one);
  expect(info).toMatch(/Title: +应用发布承诺函/);
  expect(info).toMatch(/Author: +深圳市样例科技有限公司/);
  expect(info).toMatch(
    new RegExp(`Keywords: +.*dossier:.*letter:${letter}.*revision:[0-9a-f]{8}.*form:1@${sha256}`),
  );
  expect(run('pdftotext', one, '-')).toContain('盖章处');
  expect(run('pdftotext', await printed(setting, { guides: 'none' }), '-')).not.toContain('盖章处');
  // A date left to the pen leaves its blanks empty.
  expect(textIn(wordsOf(one), blanks.year)).toBe('');
});

test('our own wording is a warning with its clauses, settled by a person or by the form', async () => {
  const rule = 'publishing-commitment-on-official-form';
  const found = async ({ app, dossier }: Setting) => {
    const { findings } = await app.call('review.check', { dossier });
    return findings.filter((one) => one.rule === rule);
  };
  const own = setUp();
  expect(await found(own)).toEqual([
    {
      rule,
      level: 'warning',
      outcome: 'needs-person',
      at: 'documents.publishing-commitment',
      cites: ['compliance/4.1-6', 'compliance/6', 'compliance/6-2'],
      message: expect.stringContaining('yinqi form import'),
    },
  ]);
  const listed = async ({ app, dossier }: Setting) =>
    (await app.call('letters.list', { dossier })).letters.find((one) => one.letter === letter)!;
  expect((await listed(own)).ownWording).toMatchObject({
    rule,
    attested: false,
    cites: ['compliance/4.1-6', 'compliance/6', 'compliance/6-2'],
  });
  const settled = setUp(text(`attestations: { ${rule}: { by: 张三, on: 2026-11-20 } }`));
  expect(await found(settled)).toEqual([]);
  expect((await listed(settled)).ownWording).toMatchObject({ attested: true });
  await withForm(own);
  expect(await found(own)).toEqual([]);
  const onForm = await listed(own);
  expect(onForm.ownWording).toBeUndefined();
  expect(onForm.notice).toContain('平台的官方格式上（第 1 版');
  // Asked for all the same, our wording is a fallback again.
  const asked = setUpWith(text('letters: { publishing-commitment: { wording: own } }'), own.world);
  expect(await found(asked)).toHaveLength(1);
});

test('our own wording is to be had although a form is there', async () => {
  const setting = setUp();
  await withForm(setting);
  const own = await printed(setting, { wording: 'own' });
  expect(run('pdftotext', own, '-')).toContain('publishing-commitment');
  expect(run('pdftotext', own, '-')).not.toContain(formWords[0]);
  const out = newFolder();
  const { written, wordless } = await setting.app.call('letters.write', {
    dossier: setting.dossier,
    folder: setting.world.grants.offer(out),
    letters: [letter],
    as: 'both',
  });
  expect([written.map(({ fileName }) => fileName), wordless]).toEqual([['01-应用发布承诺函.pdf'], [letter]]);
  expect(written[0]?.form).toMatchObject({ version: 1 });
});

test('a letter knows the form that it was printed on, and a newer form makes its scan stale', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  await withForm(setting);
  const print = await printed(setting, { record: true });
  const yaml = readFileSync(join(dossier, 'dossier.yaml'), 'utf8');
  expect(yaml).toMatch(/form:/);
  mkdirSync(join(dossier, 'papers'));
  const scan = join(dossier, 'papers', 'scan');
  run('pdftoppm', '-r', '100', '-jpeg', '-f', '1', '-l', '1', '-singlefile', print, scan);
  const { revision } = await app.call('dossiers.open', { dossier });
  await app.call('dossiers.edit', {
    dossier,
    baseRevision: revision,
    edits: [{ path: ['documents', letter], value: 'papers/scan.jpg' }],
  });
  const state = async () => {
    const { letters } = await app.call('letters.list', { dossier });
    const { scan: seen, stale } = letters.find((one) => one.letter === letter)!;
    const { findings } = await app.call('review.check', { dossier });
    return { seen, stale, findings: findings.filter((one) => one.rule === letter) };
  };
  const before = await state();
  expect(before).toMatchObject({ seen: 'unrecognised', stale: [] });
  expect(before.findings).toMatchObject([{ level: 'notice', outcome: 'needs-person' }]);
  expect(before.findings[0]?.message).toContain('填在平台的格式上，页上没有识别码');

  const path = join(newFolder(), '新版.pdf');
  writeFileSync(path, await plainForm(world, '（二）'));
  await app.call('forms.import', { letter, file: world.grants.offer(path), keepFields: true });
  const after = await state();
  expect(after.stale).toMatchObject([{ kind: 'wording', text: expect.stringContaining('平台格式第 1 版') }]);
  expect(after.stale[0]?.text).toContain('平台格式第 2 版');
  expect(after.findings).toMatchObject([{ level: 'warning', outcome: 'needs-person' }]);

  const filed = await app.call('letters.file', { dossier, scans: [world.grants.offer(`${scan}.jpg`)] });
  expect(filed.unfiled[0]?.why).toContain('《应用发布承诺函》不印页码标识，只能手动归档');
});

test('the print pack takes the form whole, and its cover says that its scan is filed by hand', async () => {
  const setting = setUp();
  await withForm(setting);
  const out = join(newFolder(), '打印包.pdf');
  const pack = await setting.app.call('letters.pack', {
    dossier: setting.dossier,
    target: setting.world.grants.offer(out),
  });
  const sheets = pack.sheets.filter((one) => one.id === letter);
  expect(sheets).toMatchObject([
    { title: '《应用发布承诺函》（平台格式）第 1 页，共 2 页' },
    { seal: expect.stringContaining('公章'), signs: '签字处' },
  ]);
  expect(sheets.every(({ scan }) => scan.includes('手动'))).toBe(true);
  const words = wordsOf(out);
  const first = { ...blanks.company, page: sheets[0]!.page };
  expect(textIn(words, first)).toBe('深圳市样例科技有限公司');
  expect(run('pdftotext', '-f', '1', '-l', '1', out, '-').replaceAll(/\s/g, '')).toContain(
    '其余措辞由印齐自拟',
  );
  run('qpdf', '--check', out);
});

test('a batch fills the form for every row, and says which row does not fit', async () => {
  const setting = setUp();
  await withForm(setting);
  const table = join(newFolder(), 'rows.csv');
  writeFileSync(
    table,
    `公司名称,统一社会信用代码,应用名称,法定代表人姓名\n深圳市甲科技有限公司,91440300MA5YANGL1W,甲应用,张三\n深圳市${'样例'.repeat(20)}有限公司,91440300MA5YANGL1W,乙应用,李四\n`,
  );
  const out = newFolder();
  const batch = await setting.app.call('letters.batch', {
    letter,
    table: setting.world.grants.offer(table),
    folder: setting.world.grants.offer(out),
  });
  expect(batch.notNeeded).toEqual(['法定代表人姓名']);
  expect(batch.made).toMatchObject([{ row: 2, pages: 2 }]);
  expect(batch.failed).toMatchObject([
    { row: 3, reasons: [expect.stringMatching(/^公司名称：官方格式.*放不下/)] },
  ]);
  const path = join(out, batch.made[0]!.fileName);
  expect(textIn(wordsOf(path), blanks.company)).toBe('深圳市甲科技有限公司');
});

test('a preview shows the form filled, and where its fields are', async () => {
  const setting = setUp();
  const sha256 = await withForm(setting);
  const preview = await setting.app.call('letters.preview', { dossier: setting.dossier, letter });
  expect(preview).toMatchObject({ isDraft: false, pageCount: 2 });
  expect(preview.words).toContainEqual(
    expect.objectContaining({ page: 0, field: 'company.name', xMm: blanks.company.xMm, widthMm: 110 }),
  );
  // Places that are not saved yet are shown as well.
  const moved = placement(sha256);
  moved.fields[0] = { ...moved.fields[0]!, yMm: 120 };
  const tried = await setting.app.call('forms.preview', {
    letter,
    placement: moved,
    dossier: setting.dossier,
    pictures: true,
  });
  expect(tried.pages).toHaveLength(2);
  const { absolutePath } = setting.world.artifacts.resolve(tried.artifact!);
  expect(textIn(wordsOf(absolutePath), { ...blanks.company, yMm: 120 })).toBe('深圳市样例科技有限公司');
  const page = await setting.app.call('forms.page', { letter, page: 2, maxPx: 800 });
  expect(page).toMatchObject({ heightPx: 800, widthMm: 210, heightMm: 297 });
  await expect(setting.app.call('forms.page', { letter, page: 3 })).rejects.toMatchObject({
    code: 'unknown-page',
  });
});

test('a PDF’s own fields are suggested with their names, places and what they seem to mean', async () => {
  const setting = setUp();
  await importForm(setting, await fieldsForm(setting.world));
  const { suggestions } = await setting.app.call('forms.open', { letter });
  const byName = new Map(suggestions.map((one) => [one.name, one]));
  expect(byName.get('applicant.companyName')).toMatchObject({
    kind: 'text',
    value: 'OLD COMPANY NAME',
    ...blanks.company,
    field: { variable: 'company.name' },
  });
  expect(byName.get('应用名称')).toMatchObject({ field: { variable: 'app.name' } });
  expect(byName.get('uscc')).toMatchObject({ field: { variable: 'company.uscc', boxes: 18 } });
  expect(byName.get('kind.company')).toMatchObject({ kind: 'tick', page: 2 });
  expect(byName.get('platform.number')?.field).not.toHaveProperty('variable');
});

test('a page’s unit, turn and crop are measured as the page is looked at', async () => {
  const setting = setUp();
  const turned = await importForm(setting, await turnedAndCroppedForm(setting.world));
  for (const { widthMm, heightMm } of turned.pages) {
    expect(widthMm).toBeCloseTo(210, 1);
    expect(heightMm).toBeCloseTo(297, 1);
  }
  const double = await changed(await plainForm(setting.world), (document) => {
    for (const page of document.getPages()) page.node.set(PDFName.of('UserUnit'), PDFNumber.of(2));
  });
  const scaled = await importForm(setting, double);
  expect(scaled.pages[0]).toEqual({ widthMm: 420, heightMm: 594 });
});

test('a form’s check fills it with the longest and the shortest data', async () => {
  const setting = setUp();
  await withForm(setting);
  const { trials, faults, remarks } = await setting.app.call('forms.check', { letter });
  expect([faults, remarks]).toEqual([[], []]);
  expect(trials.map(({ data, fits }) => [data, fits])).toEqual([
    ['sample', true],
    ['longest', false],
    ['shortest', true],
  ]);
  expect(trials[1]?.misfits.map(({ field }) => field)).toEqual(['company']);
});

test('every fault of placed fields is told at once, with file and line', async () => {
  const setting = setUp();
  const { sha256 } = await importForm(setting, await plainForm(setting.world));
  const yaml = `schema: yinqi/form-fields@1
letter: ${letter}
form: ${sha256}
fields:
  - { id: a, page: 3, xMm: 10, yMm: 10, widthMm: 10, heightMm: 5, variable: company.name }
  - { id: a, page: 1, xMm: 205, yMm: 10, widthMm: 10, heightMm: 5, variable: company.nam }
  - id: b
    page: 1
    xMm: 10
    yMm: 10
    widthMm: 10
    heightMm: 5
    text: x
    part: year
    leastSizePt: 20
`;
  const failure = await setting.app
    .call('forms.place', { letter, yaml: { text: yaml, fileName: '位置.yaml' } })
    .then(
      () => null,
      (error: unknown) => error as Error & { text: { zh: string }; code: string },
    );
  expect(failure?.code).toBe('form-fault');
  const lines = failure!.text.zh.split('\n');
  expect(lines).toHaveLength(6);
  expect(failure!.text.zh).toContain('位置.yaml 第 5 行：「a」没有第 3 页');
  expect(failure!.text.zh).toContain('位置.yaml 第 6 行：「a」超出页面：从 205 到 215 毫米');
  expect(failure!.text.zh).toContain('第 6 行：「a」没有可以填写的变量「company.nam」');
  expect(failure!.text.zh).toContain('位置.yaml 第 14 行：「b」part 只用于日期');
  expect(failure!.text.zh).toContain('位置.yaml 第 15 行：「b」最小字号 20 磅大于字号 12 磅');
  const typo = setting.app.call('forms.place', {
    letter,
    yaml: { text: yaml.replace('text: x', 'txt: x'), fileName: '位置.yaml' },
  });
  await expect(typo).rejects.toThrow(/line 13: there is no key “txt”/);
});
