import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolderStore } from '../../../main/adapters/dossier-folder/folder-store.ts';
import { failureOf } from '../disk/failure-of.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const yaml = `# 说明
schema: yinqi/dossier@1
platform: tencent-meeting
categories: [general/other]   # 类别
app: { logo: assets/logo.png }
`;

const store = createFolderStore({ now: () => '2026-01-31T00:00:00.000Z' });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function dossierFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries({ 'dossier.yaml': yaml, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('opening', () => {
  test('reads the document and lists every file but dossier.yaml', async () => {
    const folder = dossierFolder({ 'assets/logo.png': 'png', '.git/config': 'x', 'sub/dossier.yaml': 'y' });
    const open = await store.open(folder);
    expect(open.ref).toBe(folder);
    expect(open.document.app?.logo).toBe('assets/logo.png');
    expect(open.files).toEqual([
      { path: 'assets/logo.png', sizeBytes: 3 },
      { path: 'sub/dossier.yaml', sizeBytes: 1 },
    ]);
    expect(Number.isSafeInteger(open.revision) && open.revision >= 0).toBe(true);
  });

  test('takes a path from the working directory', async () => {
    const folder = dossierFolder();
    const ref = relative(process.cwd(), folder);
    expect((await store.open(ref)).ref).toBe(ref);
  });

  test('says of a folder without a dossier what was looked for, and how to make one', async () => {
    for (const folder of [temporaryFolder(), '/nowhere/at/all', '/etc/hostname']) {
      const failure = await failureOf(store.open(folder));
      expect(failure.code).toBe('no-dossier');
      expect(failure.text.zh).toContain(folder);
      expect(failure.text.zh).toContain('dossier.yaml');
      expect(failure.hint.zh).toContain('yinqi init');
    }
  });

  test('says of a dossier with faults which line and field', async () => {
    const folder = dossierFolder({ 'dossier.yaml': `${yaml}aplicant: {}\n` });
    expect((await failureOf(store.open(folder))).text.zh).toContain('dossier.yaml 第 6 行，字段 aplicant');
  });
});

describe('editing', () => {
  test('writes dossier.yaml at once and keeps its comments', async () => {
    const folder = dossierFolder();
    const { revision } = await store.open(folder);
    const edited = await store.edit(folder, revision, [{ path: ['app', 'name'], value: '示例' }]);
    expect(edited.document.app).toEqual({ name: '示例', logo: 'assets/logo.png' });
    expect(edited.revision).not.toBe(revision);
    expect(readFileSync(join(folder, 'dossier.yaml'), 'utf8')).toContain(
      'categories: [general/other]   # 类别\n',
    );
    expect(readdirSync(folder)).toEqual(['dossier.yaml']);
  });

  test('saves nothing over a change made by someone else, and names the field', async () => {
    const folder = dossierFolder();
    const { revision } = await store.open(folder);
    const theirs = yaml.replace('logo.png', 'other.png');
    writeFileSync(join(folder, 'dossier.yaml'), theirs);
    const failure = await failureOf(store.edit(folder, revision, [{ path: ['app', 'name'], value: 'x' }]));
    expect(failure.code).toBe('edit-conflict');
    expect(failure.text.zh).toContain('app.name');
    expect(readFileSync(join(folder, 'dossier.yaml'), 'utf8')).toBe(theirs);
  });

  test('of two edits made at once on the same text only one is saved', async () => {
    const folder = dossierFolder();
    const { revision } = await store.open(folder);
    const both = await Promise.allSettled(
      ['甲', '乙'].map((value) => store.edit(folder, revision, [{ path: ['app', 'name'], value }])),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await store.open(folder)).document.app?.name).toBe('甲');
  });

  test('a refused edit leaves the file as it was', async () => {
    const folder = dossierFolder();
    const { revision } = await store.open(folder);
    const failure = await failureOf(store.edit(folder, revision, [{ path: ['app', 'nam'], value: 'x' }]));
    expect(failure.code).toBe('bad-edit');
    expect(readFileSync(join(folder, 'dossier.yaml'), 'utf8')).toBe(yaml);
  });
});

describe('files', () => {
  test('are copied in under a safe free name; the same bytes under the same name are not copied again', async () => {
    const folder = dossierFolder();
    const add = async (name: string, text: string) => (await store.addFile(folder, name, bytesOf(text))).path;
    expect(await add('documents/营业执照.pdf', 'one')).toBe('documents/营业执照.pdf');
    expect(await add('documents/营业执照.pdf', 'one')).toBe('documents/营业执照.pdf');
    expect(await add('documents/营业执照.pdf', 'two')).toBe('documents/营业执照-2.pdf');
    expect(await add('documents/营业执照.pdf', 'two')).toBe('documents/营业执照-2.pdf');
    expect(await add('documents/营业执照.pdf', 'six')).toBe('documents/营业执照-3.pdf');
    expect(await add('A.png', 'a')).toBe('A.png');
    expect(await add('a.png', 'b')).toBe('a-2.png');
    expect(await add('dossier.yaml', 'x')).toBe('dossier-file.yaml');
    expect(await add('../../../etc/passwd', 'x')).toBe('etc/passwd');
    expect(readFileSync(join(folder, 'dossier.yaml'), 'utf8')).toBe(yaml);
    expect(readFileSync(join(folder, 'documents/营业执照.pdf'), 'utf8')).toBe('one');
    expect((await store.open(folder)).files).toHaveLength(7);
  });

  test('a file from elsewhere is copied, and stays where it was', async () => {
    const folder = dossierFolder();
    const source = join(temporaryFolder(), '扫描 件.pdf');
    writeFileSync(source, 'scan');
    const added = await store.addFile(folder, 'scans/扫描 件.pdf', {
      absolutePath: source,
      name: '扫描 件.pdf',
    });
    expect(added.dossier.files).toEqual([{ path: 'scans/扫描 件.pdf', sizeBytes: 4 }]);
    expect(readFileSync(source, 'utf8')).toBe('scan');
    const gone = await failureOf(store.addFile(folder, 'a', { absolutePath: `${source}x`, name: 'a' }));
    expect(gone.code).toBe('file-missing');
    const isFolder = await failureOf(
      store.addFile(folder, 'a', { absolutePath: dirname(source), name: 'a' }),
    );
    expect(isFolder.code).toBe('not-a-file');
  });

  test('many added at once each keep their bytes', async () => {
    const folder = dossierFolder();
    const added = await Promise.all(
      Array.from({ length: 8 }, (_, index) => store.addFile(folder, 'p.png', bytesOf(`bytes ${index}`))),
    );
    const texts = added.map(({ path }) => readFileSync(join(folder, path), 'utf8'));
    expect(texts).toEqual(Array.from({ length: 8 }, (_, index) => `bytes ${index}`));
  });

  test('are not written through a link that leads out of the folder', async () => {
    const folder = dossierFolder();
    const outside = temporaryFolder();
    symlinkSync(outside, join(folder, 'documents'));
    const failure = await failureOf(store.addFile(folder, 'documents/a.pdf', bytesOf('x')));
    expect(failure.code).toBe('outside-folder');
    expect(readdirSync(outside)).toEqual([]);
  });

  test('are found by their path, also when macOS spells it another way', async () => {
    const folder = dossierFolder({ 'assets/e\u0301.png': 'x' });
    expect(await store.locate(folder, 'assets/\u00e9.png')).toMatchObject({ name: '\u00e9.png' });
    expect((await failureOf(store.locate(folder, 'assets/none.png'))).code).toBe('file-missing');
    expect((await failureOf(store.locate(folder, 'assets'))).code).toBe('is-a-folder');
  });

  test('outside the folder are refused, by name and by link', async () => {
    const folder = dossierFolder({ 'inside.txt': 'x' });
    symlinkSync('/etc/hostname', join(folder, 'out'));
    symlinkSync('/etc', join(folder, 'etc'));
    symlinkSync('inside.txt', join(folder, 'in'));
    for (const path of ['../x', '/etc/hostname', 'C:\\x', 'a\\b', 'out', 'etc/hostname']) {
      expect((await failureOf(store.locate(folder, path))).code, path).toBe('outside-folder');
    }
    expect((await store.locate(folder, 'in')).name).toBe('in');
  });

  test('can be taken out', async () => {
    const folder = dossierFolder({ 'a.txt': 'x', 'b.txt': 'y' });
    expect((await store.removeFile(folder, 'a.txt')).files.map(({ path }) => path)).toEqual(['b.txt']);
    expect((await failureOf(store.removeFile(folder, 'a.txt'))).code).toBe('file-missing');
  });
});

test('exports dossier.yaml first, byte for byte, and every file', async () => {
  const windows = `\uFEFF${yaml.replaceAll('\n', '\r\n')}`;
  const folder = dossierFolder({ 'dossier.yaml': windows, 'b.txt': 'b', 'a/c.txt': 'c' });
  const entries = await store.exportEntries(folder);
  expect(entries.map(({ path }) => path)).toEqual(['dossier.yaml', 'a/c.txt', 'b.txt']);
  expect(entries[0]?.content).toEqual(new Uint8Array(readFileSync(join(folder, 'dossier.yaml'))));
});

test('says that making, removing and importing is for the database', async () => {
  const here = { absolutePath: '/x', name: 'x' };
  const document = { schema: 'yinqi/dossier@1' as const, platform: 'p', categories: [] };
  for (const call of [
    store.create(document),
    store.remove('x'),
    store.restore('x'),
    store.importFolder(here),
  ]) {
    expect((await failureOf(call)).code).toBe('not-for-folders');
  }
  expect(await store.list()).toEqual([]);
});
