import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Failure } from '../../main/contract/failure.ts';
import { bundleMethods } from '../../main/methods/bundle.ts';
import type { World } from '../../main/world.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import {
  context,
  exporting,
  makeDossier,
  makeWorld,
  newFolder,
  python,
  removeFolders,
  verifying,
  yaml,
} from './bundle-world.ts';

afterAll(removeFolders);

describe('errors in the way of a bundle', () => {
  const broken = yaml().replace('  name: 样例纪要\n', '').replace('documents: {', 'documents: { nonsense: papers/执照.png,').replace('papers/执照.png }', 'papers/没有.png }'); // prettier-ignore

  test('leave only a draft: the failure counts them and names the first', async () => {
    const place = newFolder();
    const world = makeWorld();
    const dossier = await makeDossier(broken);
    const { blockers, fileName } = await bundleMethods['bundle.plan'](world, { dossier }, context());
    expect(blockers.length).toBeGreaterThan(0);
    expect(fileName).toContain('草稿');
    const error = await exporting(world, dossier, join(place, 'x.zip')).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).code).toBe('bundle-blocked');
    expect((error as Failure).text.zh).toContain(`${blockers.length} 项错误`);
    expect((error as Failure).text.zh).toContain(blockers[0]?.message ?? '-');
    expect(readdirSync(place)).toEqual([]);
  });

  test('a draft says so in its name, its report and to the verifier', async () => {
    const world = makeWorld();
    const target = join(newFolder(), 'x.zip');
    const result = await exporting(world, await makeDossier(broken), target, true);
    expect(result.draft).toBe(true);
    const names = python(
      'import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).namelist()[0])',
      target,
    ).stdout.toString();
    expect(names).toMatch(/^yinqi-[^/]*草稿\//);
    expect(await verifying(world, target)).toMatchObject({
      verdict: 'whole',
      draft: true,
      report: { verdict: 'fail' },
    });
  });

  test('a dossier without errors can be exported as a draft too', async () => {
    const world = makeWorld();
    const target = join(newFolder(), 'x.zip');
    await exporting(world, await makeDossier(), target, true);
    expect(await verifying(world, target)).toMatchObject({
      verdict: 'whole',
      draft: true,
      report: { verdict: 'pass' },
    });
  });
});

describe('nothing half is left', () => {
  /** Runs `act` when the packing has begun. */
  const oncePacking = (act: () => void): CallContext['onProgress'] => {
    let done = false;
    return ({ label }) => {
      if (done || !label.includes('打包')) return;
      done = true;
      act();
    };
  };

  test.each([
    ['changed', (path: string) => writeFileSync(path, 'x')],
    ['vanished', (path: string) => rmSync(path)],
  ])('when a file %s after it was inspected', async (_, harm) => {
    const dossier = await makeDossier();
    const place = newFolder();
    writeFileSync(join(place, 'x.zip'), 'old');
    const onProgress = oncePacking(() => harm(join(dossier, 'papers/执照.png')));
    const error = await exporting(makeWorld(), dossier, join(place, 'x.zip'), false, context({ onProgress })).catch((caught: unknown) => caught); // prettier-ignore
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).code).toBe('file-changed');
    expect((error as Failure).text.zh).toContain('执照.png');
    expect(readFileSync(join(place, 'x.zip'), 'utf8')).toBe('old');
    expect(readdirSync(place)).toEqual(['x.zip']);
  });

  test('when the dossier itself is edited while it is exported', async () => {
    const dossier = await makeDossier();
    const world = makeWorld();
    const dossiers: World['dossiers'] = {
      ...world.dossiers,
      exportEntries: async (ref) => {
        writeFileSync(join(dossier, 'dossier.yaml'), yaml().replace('样例纪要', '另一个'));
        return world.dossiers.exportEntries(ref);
      },
    };
    const place = newFolder();
    await expect(exporting({ ...world, dossiers }, dossier, join(place, 'x.zip'))).rejects.toMatchObject({
      code: 'file-changed',
    });
    expect(readdirSync(place)).toEqual([]);
  });

  test('when it is cancelled', async () => {
    const dossier = await makeDossier();
    const place = newFolder();
    const controller = new AbortController();
    const onProgress = oncePacking(() => controller.abort());
    const call = context({ signal: controller.signal, onProgress });
    await expect(exporting(makeWorld(), dossier, join(place, 'x.zip'), false, call)).rejects.toThrow(
      /abort/i,
    );
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('verifying', () => {
  test('names a change in the language asked for', async () => {
    const world = makeWorld();
    const target = join(newFolder(), 'x.zip');
    await exporting(world, await makeDossier(), target);
    const swapped = python(
      'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1]);o=zipfile.ZipFile(sys.argv[2],"w")\nfor i in z.infolist():\n  o.writestr(i.filename, b"x" if i.filename.endswith("LOGO.png") else z.read(i))\no.close()',
      target,
      join(dirname(target), 'swapped.zip'),
    );
    expect(swapped.status).toBe(0);
    const found = await verifying(world, join(dirname(target), 'swapped.zip'), context({ language: 'en' }));
    expect(found.verdict).toBe('not-whole');
    expect(found.differences.map(({ code, path }) => [code, path.split('/').at(-1)])).toContainEqual(['changed', '02-应用 LOGO.png']); // prettier-ignore
    expect(found.differences.every(({ message }) => /[a-z]/.test(message))).toBe(true);
  });

  test('a zip that is no bundle, and a file that is no zip', async () => {
    const world = makeWorld();
    const place = newFolder();
    python(
      'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1],"w");z.writestr("a.txt","x")',
      join(place, 'other.zip'),
    );
    writeFileSync(join(place, 'not.zip'), 'x');
    expect(await verifying(world, join(place, 'other.zip'))).toMatchObject({
      verdict: 'not-whole',
      differences: [{ code: 'not-a-bag' }],
    });
    await expect(verifying(world, join(place, 'not.zip'))).rejects.toMatchObject({ code: 'not-a-zip' });
  });
});
