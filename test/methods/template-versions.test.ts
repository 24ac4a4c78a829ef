import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { letter, ours, put, root, setUp, shipped, shippedVersion } from './template-world.ts';

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
