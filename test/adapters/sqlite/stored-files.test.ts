import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FolderEntry } from '../../../main/world/dossier-store.ts';
import { failureOf } from '../disk/failure-of.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { document, openStore, text } from './open-store.ts';

const yaml = `\uFEFF# 说明，原样保留
schema: yinqi/dossier@1
id: imported-1
platform: tencent-meeting
categories: [general/other]     # 类别
app: { logo: assets/logo.png }`.replaceAll('\n', '\r\n');

function folderOf(files: Readonly<Record<string, string | Buffer>>) {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return { absolutePath: folder, name: 'folder' };
}

const bytesOf = (entry: FolderEntry | undefined): Buffer =>
  entry?.content instanceof Uint8Array
    ? Buffer.from(entry.content)
    : readFileSync(entry?.content.absolutePath ?? '');
const blobsOf = (dataFolder: string): readonly string[] =>
  readdirSync(join(dataFolder, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

describe('files', () => {
  test('are stored by content, read-only, once for the same bytes', async () => {
    const { store, dataFolder } = openStore();
    const { ref } = await store.create(document);
    const sha256 = createHash('sha256').update('scan').digest('hex');
    expect((await store.addFile(ref, 'scans/一.pdf', text('scan'))).path).toBe('scans/一.pdf');
    expect((await store.addFile(ref, 'scans/一.pdf', text('scan'))).path).toBe('scans/一.pdf');
    expect((await store.addFile(ref, 'scans/二.pdf', text('scan'))).path).toBe('scans/二.pdf');
    expect((await store.addFile(ref, 'scans/一.pdf', text('other'))).path).toBe('scans/一-2.pdf');
    const { absolutePath, name } = await store.locate(ref, 'scans/一.pdf');
    expect(name).toBe('一.pdf');
    expect(absolutePath).toBe(join(dataFolder, 'blobs', sha256.slice(0, 2), sha256));
    expect(statSync(absolutePath).mode & 0o777).toBe(0o444);
    expect(blobsOf(dataFolder)).toHaveLength(2);
    expect((await store.open(ref)).files).toEqual([
      { path: 'scans/一-2.pdf', sizeBytes: 5 },
      { path: 'scans/一.pdf', sizeBytes: 4 },
      { path: 'scans/二.pdf', sizeBytes: 4 },
    ]);
  });

  test('two windows that add under one name both keep their bytes', async () => {
    const { store: here, dataFolder } = openStore();
    const { store: there } = openStore(dataFolder);
    const { ref } = await here.create(document);
    const paths = await Promise.all(
      [here, there, here, there].map((store, index) => store.addFile(ref, 'p.png', text(`bytes ${index}`))),
    );
    expect(new Set(paths.map(({ path }) => path)).size).toBe(4);
    for (const [index, { path }] of paths.entries()) {
      expect(readFileSync((await here.locate(ref, path)).absolutePath, 'utf8')).toBe(`bytes ${index}`);
    }
  });

  test('a blob that was damaged is mended when the same bytes come again', async () => {
    const { store } = openStore();
    const { ref } = await store.create(document);
    await store.addFile(ref, 'a', text('good'));
    const { absolutePath } = await store.locate(ref, 'a');
    chmodSync(absolutePath, 0o644);
    writeFileSync(absolutePath, 'bad!');
    await store.addFile(ref, 'b', text('good'));
    expect(readFileSync(absolutePath, 'utf8')).toBe('good');
  });

  test('can be taken out of the dossier; what leaves the folder or is not there is refused', async () => {
    const { store } = openStore();
    const { ref } = await store.create(document);
    await store.addFile(ref, 'a.txt', text('a'));
    expect((await store.removeFile(ref, 'a.txt')).files).toEqual([]);
    expect((await failureOf(store.removeFile(ref, 'a.txt'))).code).toBe('file-missing');
    expect((await failureOf(store.locate(ref, '../a.txt'))).code).toBe('outside-folder');
    expect((await failureOf(store.locate(ref, 'a.txt'))).code).toBe('file-missing');
    expect((await failureOf(store.locate('nobody', 'a.txt'))).code).toBe('unknown-dossier');
    const gone = store.addFile(ref, 'x', { absolutePath: '/nowhere', name: 'x' });
    expect((await failureOf(gone)).code).toBe('file-missing');
  });

  test('of a removed dossier are not handed out until it is restored', async () => {
    const { store } = openStore();
    const { ref } = await store.create(document);
    await store.addFile(ref, 'a.txt', text('a'));
    await store.remove(ref);
    expect((await failureOf(store.locate(ref, 'a.txt'))).code).toBe('dossier-removed');
    await store.restore(ref);
    expect((await store.locate(ref, 'a.txt')).name).toBe('a.txt');
  });

  test('content that went missing from the data folder is said so', async () => {
    const { store, dataFolder } = openStore();
    const { ref } = await store.create(document);
    await store.addFile(ref, 'a.txt', text('a'));
    const { absolutePath } = await store.locate(ref, 'a.txt');
    rmSync(absolutePath);
    const failure = await failureOf(store.locate(ref, 'a.txt'));
    expect(failure.code).toBe('file-missing');
    expect(failure.text.zh).toContain(dataFolder);
  });
});

describe('import and export', () => {
  const files = {
    'dossier.yaml': yaml,
    'assets/logo.png': Buffer.from([0, 255, 10]),
    '资料/说明.txt': '说明',
  };

  test('every file and dossier.yaml come back byte for byte', async () => {
    const { store } = openStore();
    const imported = await store.importFolder(folderOf(files));
    expect(imported.ref).toBe('imported-1');
    const entries = await store.exportEntries(imported.ref);
    expect(entries.map(({ path }) => path)).toEqual(['dossier.yaml', 'assets/logo.png', '资料/说明.txt']);
    for (const entry of entries) {
      expect(bytesOf(entry), entry.path).toEqual(Buffer.from(files[entry.path as keyof typeof files]));
    }
  });

  test('later edits show in dossier.yaml and leave its comments and line ends', async () => {
    const { store } = openStore();
    const { ref, revision } = await store.importFolder(folderOf(files));
    await store.edit(ref, revision, [{ path: ['categories'], value: ['ai/generative'] }]);
    const [first] = await store.exportEntries(ref);
    expect(bytesOf(first).toString('utf8')).toBe(
      yaml.replace('[general/other]     # 类别', '[ ai/generative ] # 类别'),
    );
  });

  test('a folder imported twice becomes two dossiers, the document as it is', async () => {
    const { store } = openStore();
    const one = await store.importFolder(folderOf(files));
    const two = await store.importFolder(folderOf(files));
    expect(two.ref).not.toBe(one.ref);
    expect(two.document).toEqual(one.document);
    await store.edit(two.ref, two.revision, [{ path: ['app', 'name'], value: '乙' }]);
    expect((await store.open(one.ref)).document.app).not.toHaveProperty('name');
  });

  test('hidden files, node_modules and links stay behind', async () => {
    const { store } = openStore();
    const folder = folderOf({ ...files, '.git/x': 'x', 'node_modules/x': 'x' });
    symlinkSync('/etc/hostname', join(folder.absolutePath, 'link'));
    expect((await store.importFolder(folder)).files.map(({ path }) => path)).toEqual([
      'assets/logo.png', '资料/说明.txt',
    ]); // prettier-ignore
  });

  test('a folder without a dossier, or with a faulty one, leaves nothing', async () => {
    const { store } = openStore();
    expect((await failureOf(store.importFolder(folderOf({ 'a.txt': 'a' })))).code).toBe('no-dossier');
    const faulty = folderOf({ ...files, 'dossier.yaml': 'platform: x\n' });
    expect((await failureOf(store.importFolder(faulty))).code).toBe('dossier-missing-field');
    expect(await store.list()).toEqual([]);
  });
});

describe('what nothing refers to', () => {
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);

  test('is collected when the store opens a day later; what is young or referred to stays', async () => {
    const { store, dataFolder } = openStore();
    const { ref } = await store.create(document);
    const kept = await store.addFile(ref, 'kept', text('kept'));
    await store.addFile(ref, 'young', text('young'));
    await store.addFile(ref, 'old', text('old'));
    const pathOf = async (path: string) => (await store.locate(ref, path)).absolutePath;
    const [keptAt, youngAt, oldAt] = [await pathOf(kept.path), await pathOf('young'), await pathOf('old')];
    await store.removeFile(ref, 'young');
    await store.removeFile(ref, 'old');
    const leftOver = join(dataFolder, 'blobs', 'incoming', 'x.part');
    const notOurs = join(dataFolder, 'blobs', 'readme.txt');
    writeFileSync(leftOver, 'half');
    writeFileSync(notOurs, 'mine');
    for (const path of [keptAt, oldAt, leftOver, notOurs]) utimesSync(path, twoDaysAgo, twoDaysAgo);
    store.close();
    await openStore(dataFolder).store.list();
    expect([keptAt, youngAt, oldAt, leftOver, notOurs].map((path) => existsSync(path))).toEqual([
      true, true, false, false, true,
    ]); // prettier-ignore
  });

  test('files of a removed dossier stay, since the removal can be undone', async () => {
    const { store, dataFolder } = openStore();
    const { ref } = await store.create(document);
    await store.addFile(ref, 'a', text('a'));
    const { absolutePath } = await store.locate(ref, 'a');
    utimesSync(absolutePath, twoDaysAgo, twoDaysAgo);
    await store.remove(ref);
    store.close();
    const again = openStore(dataFolder).store;
    await again.list();
    expect(existsSync(absolutePath)).toBe(true);
  });

  test('old content that is taken up again is young again', async () => {
    const { store, dataFolder } = openStore();
    const { ref } = await store.create(document);
    await store.addFile(ref, 'a', text('a'));
    const { absolutePath } = await store.locate(ref, 'a');
    await store.removeFile(ref, 'a');
    utimesSync(absolutePath, twoDaysAgo, twoDaysAgo);
    await store.addFile(ref, 'b', text('a'));
    expect(statSync(absolutePath).mtimeMs).toBeGreaterThan(twoDaysAgo.getTime() + 1000);
    await openStore(dataFolder).store.list();
    expect(existsSync(absolutePath)).toBe(true);
  });
});
