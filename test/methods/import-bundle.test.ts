import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { MethodInput } from '../../main/contract/api.ts';
import { dossierFilesPath } from '../../main/core/bundle/dossier-files.ts';
import { bundleMethods } from '../../main/methods/bundle.ts';
import { importBundleMethods } from '../../main/methods/import-bundle.ts';
import type { World } from '../../main/world.ts';
import { craftZip } from '../adapters/zip/craft-zip.ts';
import {
  context,
  makeDossier,
  makeWorld,
  newFolder,
  python,
  removeFolders,
  verifying,
  yaml,
} from './bundle-world.ts';

afterAll(removeFolders);

type Export = Partial<MethodInput<'bundle.export'>>;
const exportTo = (world: World, dossier: string, path: string, how: Export = {}) =>
  bundleMethods['bundle.export'](
    world,
    { dossier, target: world.grants.offer(path), draft: false, ...how },
    context(),
  );
const importFrom = (world: World, path: string, folder: string, passphrase?: string) =>
  importBundleMethods['dossiers.importBundle'](
    world,
    {
      file: world.grants.offer(path),
      folder: world.grants.offer(folder),
      ...(passphrase === undefined ? {} : { passphrase }),
    },
    context(),
  );

/** Every file below a folder with the hash of its bytes. */
function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names
      .map((name) => [
        name.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(name)).digest('hex'),
      ])
      .sort(),
  );
}

/** The files of a zip by name. */
function unzip(path: string): Map<string, Buffer> {
  const folder = newFolder();
  const script =
    'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); z.extractall(sys.argv[2]); print("\\n".join(z.namelist()))';
  const names = python(script, path, folder).stdout.toString().trim().split('\n');
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

async function withUnused(): Promise<string> {
  const dossier = await makeDossier();
  for (const [path, text] of [
    ['papers/旧的 营业执照.jpg', 'old'],
    ['笔记', 'notes'],
  ] as const) {
    mkdirSync(dirname(join(dossier, path)), { recursive: true });
    writeFileSync(join(dossier, path), text);
  }
  return dossier;
}

test('a dossier comes back from its bundle with every file, used or not, and its dossier.yaml to the byte', async () => {
  const world = makeWorld();
  const dossier = await withUnused();
  const before = contentOf(dossier);
  const path = join(newFolder(), 'b.zip');
  await exportTo(world, dossier, path);
  expect(await verifying(world, path)).toMatchObject({ verdict: 'whole' });
  const target = join(newFolder(), '还原', '案卷');
  const result = await importFrom(world, path, target);
  expect(result).toMatchObject({ restored: 7, notInBundle: [], draft: false, exportedOn: '2026-11-22' });
  const history = Object.keys(before).filter((name) => name.startsWith('.yinqi'));
  expect(history).toEqual([]);
  expect(contentOf(target)).toEqual(before);
});

test('a bundle without unused files says which the dossier lacks when it is restored', async () => {
  const world = makeWorld();
  const path = join(newFolder(), 'b.zip');
  await exportTo(world, await withUnused(), path, { unusedFiles: false });
  const list = [...unzip(path)].find(([name]) => name.endsWith(dossierFilesPath))?.[1].toString() ?? '{}';
  expect(JSON.parse(list)).toMatchObject({
    files: [],
    leftOut: [{ from: 'papers/旧的 营业执照.jpg' }, { from: '笔记' }],
  });
  const result = await importFrom(world, path, join(newFolder(), 'd'));
  expect(result.notInBundle).toEqual(['papers/旧的 营业执照.jpg', '笔记']);
  expect(result.leftOut).toEqual(result.notInBundle);
});

test('an import names every file under data/ that is none of the dossier: what Yinqi made for the bundle', async () => {
  const world = makeWorld();
  const path = join(newFolder(), 'b.zip');
  await exportTo(world, await withUnused(), path);
  const target = join(newFolder(), 'd');
  const { notTaken, leftOut } = await importFrom(world, path, target);
  expect(leftOut).toEqual([]);
  expect(notTaken).toContain('data/report.json');
  expect(notTaken.some((name) => name.endsWith('材料清单.pdf'))).toBe(true);
  const payload = [...unzip(path)]
    .map(([name]) => name.slice(name.indexOf('/') + 1))
    .filter((name) => name.startsWith('data/') && !name.endsWith('/'));
  // Whatever is neither restored by its content nor named is forgotten.
  const restored = new Set(Object.values(contentOf(target)));
  const hashes = new Map(
    [...unzip(path)].map(([name, bytes]) => [
      name.slice(name.indexOf('/') + 1),
      createHash('sha256').update(bytes).digest('hex'),
    ]),
  );
  expect(payload.filter((name) => !restored.has(hashes.get(name) ?? '')).toSorted()).toEqual(
    [...notTaken].toSorted(),
  );
});

test('a bundle with a changed, missing or extra file, or with hostile names, is refused and nothing is written', async () => {
  const world = makeWorld();
  const path = join(newFolder(), 'b.zip');
  await exportTo(world, await makeDossier(), path);
  const files = unzip(path);
  const [top = ''] = [...files.keys()].map((name) => name.split('/')[0] ?? '');
  const picture = [...files.keys()].find((name) => name.endsWith('.png')) ?? '';
  const spoil = (changes: readonly (readonly [string, string | null])[]) => {
    const spoiled = join(newFolder(), 'b.zip');
    const all = new Map<string, Buffer | string | null>([...files, ...changes]);
    writeFileSync(
      spoiled,
      craftZip([...all].flatMap(([name, content]) => (content === null ? [] : [{ name, content }]))),
    );
    return spoiled;
  };
  for (const [changes, code, word] of [
    [[[picture, 'x']], 'bundle-not-whole', picture.slice(top.length + 1)],
    [[[picture, null]], 'bundle-not-whole', picture.slice(top.length + 1)],
    [[[`${top}/data/more.txt`, 'x']], 'bundle-not-whole', 'data/more.txt'],
    [[['../../evil.txt', 'x']], 'bundle-unsafe', '../../evil.txt'],
    [[[`${top}/data/NUL`, 'x']], 'bundle-unsafe', 'NUL'],
  ] as const) {
    const target = join(newFolder(), 'd');
    await expect(importFrom(world, spoil(changes), target)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(word) as string,
    });
    expect(existsSync(target)).toBe(false);
  }
});

/** Rewrites the report of a bundle and makes every list agree with it again: a forger's work. */
function forge(path: string, change: (report: string) => string): string {
  const files = unzip(path);
  const top = `${[...files.keys()][0]?.split('/')[0] ?? ''}/`;
  const report = `${top}data/report.json`;
  const text = change(files.get(report)?.toString() ?? '');
  files.set(report, Buffer.from(text));
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const lines = (isListed: (name: string) => boolean) =>
    [...files]
      .map(([name, bytes]) => [name.slice(top.length), bytes] as const)
      .filter(([name]) => isListed(name))
      .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
      .join('');
  const payload = [...files].filter(([name]) => name.startsWith(`${top}data/`));
  const info = files.get(`${top}bag-info.txt`)?.toString() ?? '';
  const size = payload.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  files.set(
    `${top}bag-info.txt`,
    Buffer.from(info.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${size}.${payload.length}`)),
  );
  files.set(`${top}manifest-sha256.txt`, Buffer.from(lines((name) => name.startsWith('data/'))));
  files.set(
    `${top}tagmanifest-sha256.txt`,
    Buffer.from(lines((name) => !name.startsWith('data/') && name !== 'tagmanifest-sha256.txt')),
  );
  const forged = join(newFolder(), 'forged.zip');
  writeFileSync(forged, craftZip([...files].map(([name, content]) => ({ name, content }))));
  return forged;
}

test('a forged bundle whose lists all agree cannot write outside the folder or over dossier.yaml', async () => {
  const world = makeWorld();
  const path = join(newFolder(), 'b.zip');
  await exportTo(world, await makeDossier(), path);
  for (const [to, code] of [
    ['../../evil.png', 'outside-folder'],
    ['/tmp/evil.png', 'outside-folder'],
    ['dossier.yaml', 'bundle-contradictory'],
    ['assets/d1.png', 'bundle-contradictory'],
  ] as const) {
    const forged = forge(path, (text) =>
      text.replace('"from": "assets/图标.png"', `"from": ${JSON.stringify(to)}`),
    );
    expect(await verifying(world, forged)).toMatchObject({ verdict: 'whole' });
    const target = join(newFolder(), 'd');
    await expect(importFrom(world, forged, target)).rejects.toMatchObject({ code });
    expect(existsSync(target)).toBe(false);
  }
});

test('an existing file is never overwritten', async () => {
  const world = makeWorld();
  const path = join(newFolder(), 'b.zip');
  await exportTo(world, await makeDossier(), path);
  const target = newFolder();
  mkdirSync(join(target, 'papers'));
  writeFileSync(join(target, 'papers/执照.png'), 'mine');
  await expect(importFrom(world, path, target)).rejects.toMatchObject({ code: 'would-overwrite' });
  expect(contentOf(target)).toHaveProperty(['papers/执照.png']);
  expect(readdirSync(target)).toEqual(['papers']);
});

test('an encrypted bundle is opened by 7-Zip, verified and imported with its passphrase alone, and leaves no plain bytes', async () => {
  const world = makeWorld();
  const passphrase = 'copper lantern 42 harbour';
  const path = join(newFolder(), 'b.zip');
  const dossier = await makeDossier();
  const before = contentOf(dossier);
  const result = await exportTo(world, dossier, path, { passphrase });
  const out = newFolder();
  execFileSync('7z', ['x', `-p${passphrase}`, `-o${out}`, path]);
  expect(readdirSync(out)).toEqual(['bundle.zip']);
  // The same content, encrypted or not.
  const { fingerprint } = result;
  expect(await verifying(world, join(out, 'bundle.zip'))).toMatchObject({ verdict: 'whole', fingerprint });
  const verify = (secret: { passphrase?: string }) =>
    bundleMethods['bundle.verify'](world, { file: world.grants.offer(path), ...secret }, context());
  await expect(verify({})).rejects.toMatchObject({ code: 'passphrase-needed' });
  await expect(verify({ passphrase: 'another one altogether' })).rejects.toMatchObject({
    code: 'passphrase-wrong',
  });
  expect(await verify({ passphrase })).toMatchObject({ verdict: 'whole', files: 8 });
  const target = join(newFolder(), 'd');
  await importFrom(world, path, target, passphrase);
  expect(contentOf(target)).toEqual(before);
  await expect(exportTo(world, dossier, path, { passphrase: 'short' })).rejects.toMatchObject({
    code: 'passphrase-weak',
  });
});

const idNumber = '440102198001011237';
const privateYaml = yaml(`parties:
  - { role: licensor, kind: individual, name: 王五, identifier: "${idNumber.slice(0, 17)}X" }
`).replace(
  'company: { name: 深圳市样例科技有限公司 }',
  `company:
  name: 深圳市样例科技有限公司
  phone: 0755-12345678
  legalRepresentative: { name: 张三, idType: resident, idNumber: "${idNumber}" } # 备注 ${idNumber}
  agent: { name: 李四, idNumber: E12345678, phone: "13800138000", email: lisi@example.com }`,
);

test('a redacted bundle masks the numbers of people everywhere, says so, is whole, and is refused by an import', async () => {
  const world = makeWorld();
  const dossier = await makeDossier(privateYaml);
  writeFileSync(join(dossier, '没用到.txt'), idNumber);
  const path = join(newFolder(), 'b.zip');
  await exportTo(world, dossier, path, { redacted: true, draft: true });
  const verification = await verifying(world, path);
  expect(verification).toMatchObject({ verdict: 'whole', redacted: true });
  const files = unzip(path);
  for (const [name, bytes] of files) {
    const text = name.endsWith('.pdf')
      ? execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' })
      : bytes.toString('utf8');
    for (const secret of [idNumber, `${idNumber.slice(0, 17)}X`, '13800138000', 'E12345678', 'lisi@']) {
      expect(text.includes(secret), `${name} holds ${secret}`).toBe(false);
    }
  }
  const textOf = (ending: string) =>
    [...files].find(([name]) => name.endsWith(ending))?.[1].toString('utf8') ?? '';
  expect(textOf('/dossier.yaml')).toContain('440***********1237');
  expect(textOf('/dossier.yaml')).toContain('138****8000');
  expect(textOf('/dossier.yaml')).toContain('0755-12345678');
  expect(textOf('bag-info.txt')).toContain('Yinqi-Redacted: yes');
  expect([...files.keys()].every((name) => name.includes('脱敏'))).toBe(true);
  const report = JSON.parse(textOf('report.json')) as { redacted: { masked: string[] }; files: object[] };
  expect(report.redacted.masked.join()).toContain('证件号码');
  expect(report.files.every((file) => !('from' in file))).toBe(true);
  await expect(importFrom(world, path, join(newFolder(), 'd'))).rejects.toMatchObject({
    code: 'bundle-redacted',
  });
});
