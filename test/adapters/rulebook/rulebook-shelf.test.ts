import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRulebookShelf } from '../../../main/adapters/rulebook/rulebook-shelf.ts';
import { Failure, Failures } from '../../../main/contract/failure.ts';
import { resourcesFolder } from '../../rulebook/load-rulebook.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinqi 规则库 '));
  await cp(join(resourcesFolder, 'rulebook'), join(folder, 'rulebook'), { recursive: true });
  const letters = await readdir(join(resourcesFolder, 'letters'), { withFileTypes: true });
  for (const { name } of letters.filter((entry) => entry.isDirectory())) {
    await mkdir(join(folder, 'letters', name), { recursive: true });
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the platforms that ship are listed, and each loads', async () => {
  const shelf = createRulebookShelf(resourcesFolder);
  expect(await shelf.list()).toEqual(['tencent-meeting', 'tencent-open-platform']);
  for (const platform of await shelf.list()) {
    expect((await shelf.load(platform)).platform.id).toBe(platform);
  }
});

test('a rulebook is read once', async () => {
  const shelf = createRulebookShelf(resourcesFolder);
  expect(await shelf.load('tencent-meeting')).toBe(await shelf.load('tencent-meeting'));
});

test('an unknown platform is a failure that names those near', async () => {
  const load = createRulebookShelf(resourcesFolder).load('tencent-meting');
  const failure = await load.catch((error: unknown) => error as Failure);
  expect(failure).toBeInstanceOf(Failure);
  expect(failure).toMatchObject({ code: 'unknown-platform', hint: { en: 'Use: tencent-meeting' } });
});

test('a path is no platform', async () => {
  const load = createRulebookShelf(resourcesFolder).load('../letters');
  await expect(load).rejects.toMatchObject({ code: 'unknown-platform' });
});

test('a fault on disk names file and line, and once mended the same shelf loads', async () => {
  const file = join(folder, 'rulebook/tencent-meeting/rules/logo/app-logo-pixels.yaml');
  const sound = await readFile(file, 'utf8');
  await writeFile(file, sound.replace('design/logo-3', 'design/logo-99'));
  const shelf = createRulebookShelf(folder);
  const failure = await shelf.load('tencent-meeting').catch((error: unknown) => error as Failures);
  expect(failure).toBeInstanceOf(Failures);
  const line = sound.split('\n').findIndex((one) => one.includes('design/logo-3')) + 1;
  expect((failure as Failures).all.map((one) => one.text.en)).toEqual([
    expect.stringContaining(
      `resources/rulebook/tencent-meeting/rules/logo/app-logo-pixels.yaml:${line}: there is no clause “design/logo-99”`,
    ),
  ]);
  await writeFile(file, sound);
  expect((await shelf.load('tencent-meeting')).rules.length).toBeGreaterThan(100);
});

test('a letter rule without its letter is refused', async () => {
  await rm(join(folder, 'letters/authorisation-letter'), { recursive: true });
  const failure = await createRulebookShelf(folder)
    .load('tencent-meeting')
    .catch((error: unknown) => error as Failures);
  expect((failure as Failures).text.zh).toContain('authorisation-letter.yaml');
});
