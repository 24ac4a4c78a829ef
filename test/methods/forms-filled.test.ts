import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../adapters/pdf/read-pdf.ts';
import { blanks, fieldsForm, formWords, plainForm, turnedAndCroppedForm } from './form-papers.ts';
import {
  inside,
  letter,
  newFolder,
  placement,
  printed,
  setUp,
  text,
  textIn,
  withForm,
  wordsOf,
} from './form-world.ts';

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
