import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { companyDossier, letterSetting, root } from './letter-setting.ts';

const { makeWorld, setUp: setUpWith } = letterSetting('preview');
// One world: it loads the rulebook once.
const world = makeWorld();
const letter = 'authorisation-letter';
const whole = companyDossier({
  id: 'preview-test',
  more: `letters: { ${letter}: { validFrom: 2026-12-01, validUntil: 2027-11-30, date: 2026-11-22 } }\n`,
});

/** Just the words in a box of a PDF's page, read by another program; ten pixels are a millimetre. */
function wordsIn(
  path: string,
  box: { page: number; xMm: number; yMm: number; widthMm: number; heightMm: number },
): string {
  const px = (mm: number): string => String(Math.round(mm * 10));
  const page = String(box.page + 1);
  const cut = ['-x', px(box.xMm), '-y', px(box.yMm), '-W', px(box.widthMm), '-H', px(box.heightMm)];
  const { status, stdout } = spawnSync(
    'pdftotext',
    ['-r', '254', '-f', page, '-l', page, ...cut, path, '-'],
    {
      encoding: 'utf8',
    },
  );
  expect(status).toBe(0);
  // A box touches the marks beside it.
  return stdout.replaceAll(/\s/g, '').replaceAll(/^[：“]|[”，。]$/g, '');
}

describe('letters.preview', () => {
  test('says where on the printed page each field stands', async () => {
    const { app, dossier } = setUpWith(whole, world);
    const preview = await app.call('letters.preview', { dossier, letter, dpi: 72 });
    const { artifact } = await app.call('letters.render', { dossier, letter });
    const path = world.artifacts.resolve(artifact).absolutePath;
    const found = new Map<string, string>();
    for (const box of preview.words) {
      found.set(box.field, (found.get(box.field) ?? '') + wordsIn(path, box));
    }
    expect(found.get('company.uscc')).toBe('91440300MA5YANGL1W');
    expect(found.get('company.address')).toBe('深圳市样例区样例路1号');
    expect(found.get('company.agent.email')).toBe('lisi@example.com');
    expect(found.get('company.agent.idType')).toBe('居民身份证');
    expect(found.get('app.name')).toBe('样例纪要');
    expect(found.get(`letters.${letter}.validFrom`)).toBe('2026年12月1日');
    expect(found.get(`letters.${letter}.date`)).toBe('2026年11月22日');
    expect(found.get('company.name')).toContain('深圳市样例科技有限公司');
    expect(preview.words.find(({ field }) => field === 'company.uscc')?.title).toBe('统一社会信用代码');
  });

  test('gives every page as it prints, or the one that is asked for, as fine as is asked for', async () => {
    const { app, dossier } = setUpWith(whole, world);
    const all = await app.call('letters.preview', { dossier, letter, dpi: 60 });
    expect(all.pages).toHaveLength(all.pageCount);
    expect(all.pageCount).toBeGreaterThan(1);
    expect([all.isDraft, all.revision]).toEqual([false, expect.stringMatching(/^[0-9a-f]{8}$/)]);
    const one = await app.call('letters.preview', { dossier, letter, dpi: 200, page: 1 });
    const [page] = one.pages;
    expect(one.pages.map((each) => each.page)).toEqual([1]);
    expect([page?.widthMm, page?.heightMm]).toEqual([210, 297]);
    // A4 at 200 dpi.
    expect(Math.abs((page?.widthPx ?? 0) - 1654)).toBeLessThanOrEqual(1);
    expect(
      readFileSync(world.artifacts.resolve(page?.artifact ?? '').absolutePath)
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(one.words).toEqual(all.words);
  });

  test('of a letter that lacks data is a draft whose gaps lead to their fields', async () => {
    const { app, dossier } = setUpWith(whole.replace('  address: 深圳市样例区样例路 1 号\n', ''), world);
    const preview = await app.call('letters.preview', { dossier, letter, dpi: 60 });
    expect(preview.isDraft).toBe(true);
    expect(preview.revision).toBeUndefined();
    expect(preview.words.map(({ field }) => field)).toContain('company.address');
  });

  test('draws no guide where none is wanted, and moves no word for it', async () => {
    const { app, dossier } = setUpWith(whole, world);
    const light = await app.call('letters.preview', { dossier, letter, dpi: 60 });
    const none = await app.call('letters.preview', { dossier, letter, dpi: 60, guides: 'none' });
    expect(none.words).toEqual(light.words);
    const bytes = (one: typeof light): Buffer =>
      readFileSync(world.artifacts.resolve(one.pages.at(-1)?.artifact ?? '').absolutePath);
    expect(bytes(none).equals(bytes(light))).toBe(false);
  });
});

describe('templates.preview', () => {
  const { app } = setUpWith(whole, world);
  const text = readFileSync(join(root, `resources/letters/${letter}/template.md`), 'utf8');
  const sample = readFileSync(join(root, `resources/letters/${letter}/sample.yaml`), 'utf8');

  test('makes the pages of a wording that nobody has saved, filled in with its sample', async () => {
    const changed = text.replace('受托人不得转委托。', '受托人不得把本委托转给他人。');
    const made = await app.call('templates.preview', { text: changed, sample, dpi: 60 });
    expect(made.faults).toEqual([]);
    expect([made.letter, made.version, made.title]).toEqual([letter, '1.2.0', '授权委托书']);
    expect(made.preview?.isDraft).toBe(false);
    expect(made.preview?.pages).toHaveLength(made.preview?.pageCount ?? 0);
    const before = await app.call('templates.preview', { text, sample, dpi: 60 });
    expect(made.preview?.revision).not.toBe(before.preview?.revision);
  });

  test('says in which line a fault is, and what to write instead', async () => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('{{ app.name }}'));
    const faulty = text.replace('{{ app.name }}', '{{ app.nmae }}');
    const { faults, preview, letter: named } = await app.call('templates.preview', { text: faulty });
    expect(preview).toBeUndefined();
    expect(named).toBeUndefined();
    expect(faults).toEqual([
      {
        line: at + 1,
        message: expect.stringContaining('app.nmae'),
        hint: expect.stringContaining('app.name'),
      },
    ]);
  });

  test('names every variable once, in words', async () => {
    const { variables } = await app.call('templates.variables', {});
    const names = variables.map(({ variable }) => variable);
    expect(new Set(names).size).toBe(names.length);
    expect(variables).toContainEqual({
      variable: 'company.uscc',
      title: '统一社会信用代码',
      group: 'company',
    });
    expect(variables).toContainEqual({ variable: 'licensor.name', title: '授权方名称', group: 'party' });
    expect(variables.filter(({ variable, title }) => title === variable)).toEqual([]);
  });
});

test('letters.pack-papers lists the papers whose copies can be printed, and letters.pack leaves out what is not wanted', async () => {
  const { app, dossier } = setUpWith(whole, world);
  const { papers } = await app.call('letters.pack-papers', { dossier });
  expect(papers).toContainEqual(
    expect.objectContaining({ id: 'business-licence', title: '营业执照', bothSides: false, state: 'wanted' }),
  );
  const all = await app.call('letters.pack', { dossier });
  const some = await app.call('letters.pack', { dossier, leaveOut: [letter] });
  expect(all.sheets.map(({ id }) => id)).toContain(letter);
  expect(some.sheets.map(({ id }) => id)).not.toContain(letter);
  expect(some.left.find(({ id }) => id === letter)).toMatchObject({
    reason: 'not-asked',
    why: '需要交，这次没有选它',
  });
  await expect(
    app.call('letters.pack', { dossier, leaveOut: ['authorisation-leter'] }),
  ).rejects.toMatchObject({
    code: 'unknown-letter',
  });
});
