import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRulebookShelf } from '../../main/adapters/rulebook/rulebook-shelf.ts';
import { Failure } from '../../main/contract/failure.ts';
import { parseDossier } from '../../main/core/dossier/parse-dossier.ts';
import type { World } from '../../main/world.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { call, openWorld, wanted } from './dossier-world.ts';

describe('export', () => {
  test('into a folder gives the very files, which import again to the same dossier', async () => {
    const world = openWorld();
    const { dossier, document } = await call(world, 'dossiers.createSample', {});
    const target = join(temporaryFolder(), '导出');
    const exported = await call(world, 'dossiers.exportFolder', {
      dossier,
      folder: world.grants.offer(target),
    });
    expect(exported).toEqual({ fileName: '导出', files: 3 });
    for (const path of ['dossier.yaml', 'assets/logo.png', 'assets/spare.png']) {
      expect(readFileSync(join(target, path))).toEqual(
        readFileSync(join(world.folders.sample.absolutePath, path)),
      );
    }
    const back = await call(world, 'dossiers.importFolder', { folder: world.grants.offer(target) });
    expect(back.document).toEqual(document);
  });

  test('never overwrites what is in the folder', async () => {
    const world = openWorld();
    const { dossier } = await call(world, 'dossiers.createSample', {});
    const target = temporaryFolder();
    writeFileSync(join(target, 'dossier.yaml'), 'mine');
    const failure = await failureOf(
      call(world, 'dossiers.exportFolder', { dossier, folder: world.grants.offer(target) }),
    );
    expect(failure.code).toBe('would-overwrite');
    expect(readdirSync(target)).toEqual(['dossier.yaml']);
    expect(readFileSync(join(target, 'dossier.yaml'), 'utf8')).toBe('mine');
  });

  test('without a folder gives a zip that unzip finds whole', async () => {
    const world = openWorld();
    const { dossier } = await call(world, 'dossiers.createSample', {});
    const { artifact, fileName, files } = await call(world, 'dossiers.exportFolder', { dossier });
    expect([fileName, files]).toEqual(['示例应用-案卷.zip', 3]);
    const { absolutePath, mediaType } = world.artifacts.resolve(artifact ?? '');
    expect(mediaType).toBe('application/zip');
    execFileSync('unzip', ['-t', absolutePath]);
    const listed = execFileSync('unzip', ['-Z1', absolutePath], { encoding: 'utf8' });
    expect(listed.trim().split('\n').sort()).toEqual(['assets/logo.png', 'assets/spare.png', 'dossier.yaml']);
    const yaml = execFileSync('unzip', ['-p', absolutePath, 'dossier.yaml']);
    expect(yaml).toEqual(readFileSync(join(world.folders.sample.absolutePath, 'dossier.yaml')));
  });
});

describe('init', () => {
  test.each(['zh', 'en'] as const)('writes a dossier.yaml to fill in, explained in %s', async (language) => {
    const world = openWorld();
    const target = join(temporaryFolder(), '新案卷');
    const input = { ...wanted, folder: world.grants.offer(target) };
    expect(await call(world, 'dossiers.init', input, language)).toEqual({ files: ['dossier.yaml'] });
    expect(readdirSync(target)).toEqual(['dossier.yaml']);
    const text = readFileSync(join(target, 'dossier.yaml'), 'utf8');
    expect(parseDossier(text, 'dossier.yaml')).toEqual({ schema: 'yinqi/dossier@1', ...wanted });
    expect(text.includes('统一社会信用代码')).toBe(language === 'zh');
  });

  test('writes every question that may come up for the choices, and none that cannot', async () => {
    const rulebook = await createRulebookShelf(join(import.meta.dirname, '../../resources')).load(
      'tencent-meeting',
    );
    const world: World = {
      ...openWorld(),
      rulebooks: { list: async () => ['tencent-meeting'], load: async () => rulebook },
    };
    const init = async (categories: readonly string[]): Promise<readonly string[]> => {
      const target = join(temporaryFolder(), '案卷');
      await call(world, 'dossiers.init', { ...wanted, categories: [...categories], folder: world.grants.offer(target) }); // prettier-ignore
      const text = readFileSync(join(target, 'dossier.yaml'), 'utf8');
      expect(parseDossier(text, 'dossier.yaml')).not.toHaveProperty('facts');
      return rulebook.facts.map(({ id }) => id).filter((id) => text.includes(`\n  # ${id}: `));
    };
    const plain = await init(['general/other']);
    expect(plain).toEqual(
      expect.arrayContaining(['networked', 'commercial-service', 'chat', 'not-accepted-kinds']),
    );
    expect(plain).not.toContain('ai-technology');
    expect(await init(['ai/generative'])).toContain('ai-technology');
  });

  test('refuses a folder that holds a dossier', async () => {
    const world = openWorld();
    const target = temporaryFolder();
    const init = () => call(world, 'dossiers.init', { ...wanted, folder: world.grants.offer(target) });
    await init();
    const before = readFileSync(join(target, 'dossier.yaml'));
    const failure = await failureOf(init());
    expect(failure).toBeInstanceOf(Failure);
    expect(failure.code).toBe('would-overwrite');
    expect(readFileSync(join(target, 'dossier.yaml'))).toEqual(before);
  });
});

test('a grant that was never given opens nothing', async () => {
  const world = openWorld();
  const failure = await failureOf(call(world, 'dossiers.importFolder', { folder: '/etc' }));
  expect(failure.code).toBe('unknown-grant');
});
