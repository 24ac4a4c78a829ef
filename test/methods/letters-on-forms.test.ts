import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../adapters/pdf/read-pdf.ts';
import { blanks, formWords, plainForm } from './form-papers.ts';
import type { Setting } from './letter-setting.ts';
import {
  letter,
  newFolder,
  printed,
  setUp,
  setUpWith,
  text,
  textIn,
  withForm,
  wordsOf,
} from './form-world.ts';

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
