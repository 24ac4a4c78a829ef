import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFName, PDFNumber } from 'pdf-lib';
import { expect, test } from 'vitest';
import { blanks, changed, fieldsForm, plainForm, refusedForms, turnedAndCroppedForm } from './form-papers.ts';
import { importForm, letter, newFolder, placement, setUp, withForm } from './form-world.ts';

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
