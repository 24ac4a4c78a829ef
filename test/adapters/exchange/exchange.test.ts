import {
  chmodSync,
  existsSync,
  fstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createArtifacts } from '../../../main/adapters/exchange/artifacts.ts';
import { createFolders } from '../../../main/adapters/exchange/folders.ts';
import { createGrants } from '../../../main/adapters/exchange/grants.ts';
import { failureOf } from '../disk/failure-of.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The inodes of all files that are flushed to the disk until the test ends, folders left out. */
async function watchFlushes(): Promise<readonly number[]> {
  const flushed: number[] = [];
  const handle = await open(import.meta.filename);
  // Safe: every handle of Node's has the same prototype, whose `sync` is the one of its type.
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const { sync } = prototype;
  const spy = vi.spyOn(prototype, 'sync').mockImplementation(function (this: FileHandle) {
    const file = fstatSync(this.fd);
    if (file.isFile()) flushed.push(file.ino);
    return sync.call(this);
  });
  onTestFinished(() => spy.mockRestore());
  return flushed;
}

const localFile = (absolutePath: string) => ({ absolutePath, name: 'x' });

describe('grants', () => {
  test('name a path by 128 random bits and give it back', () => {
    const grants = createGrants();
    const grant = grants.offer('/a/b/营业执照.pdf');
    expect(grant).toMatch(/^[0-9a-f]{32}$/);
    expect(grants.offer('/a/b/营业执照.pdf')).not.toBe(grant);
    expect(grants.resolve(grant)).toEqual({ absolutePath: '/a/b/营业执照.pdf', name: '营业执照.pdf' });
    expect(grants.resolve(grants.offer('/tmp/upload-1', '原名.png')).name).toBe('原名.png');
  });

  test('are worth nothing when made up, or from another run', async () => {
    const stranger = createGrants().offer('/etc/passwd');
    for (const grant of [stranger, '/etc/passwd', '', '__proto__']) {
      const failure = await failureOf(Promise.resolve().then(() => createGrants().resolve(grant)));
      expect(failure.code).toBe('unknown-grant');
    }
  });
});

describe('artifacts', () => {
  test('are kept in the scratch folder under their own name', async () => {
    const scratch = join(temporaryFolder(), 'scratch');
    const artifacts = createArtifacts(scratch);
    const kept = artifacts.resolve(await artifacts.keep(bytesOf('pdf'), '授权委托书.pdf', 'application/pdf'));
    expect(kept.name).toBe('授权委托书.pdf');
    expect(kept.mediaType).toBe('application/pdf');
    expect(kept.absolutePath.startsWith(scratch)).toBe(true);
    expect(readFileSync(kept.absolutePath, 'utf8')).toBe('pdf');
  });

  test('a place can be reserved and written to; two of the same name do not meet', async () => {
    const artifacts = createArtifacts(temporaryFolder());
    const one = await artifacts.reserve('a.zip', 'application/zip');
    const two = await artifacts.reserve('a.zip', 'application/zip');
    await Promise.all([writeFile(one.absolutePath, '1'), writeFile(two.absolutePath, '2')]);
    expect(readFileSync(artifacts.resolve(one.artifact).absolutePath, 'utf8')).toBe('1');
  });

  test('a name cannot lead out of the scratch folder', async () => {
    const scratch = temporaryFolder();
    const { absolutePath } = await createArtifacts(scratch).reserve('../../x:y.png', 'image/png');
    expect(absolutePath.startsWith(`${scratch}/`)).toBe(true);
    expect(absolutePath.slice(scratch.length + 1).split('/')).toHaveLength(2);
    expect(absolutePath.split('/')).not.toContain('..');
  });

  test('one that was never made is refused', async () => {
    const failure = await failureOf(Promise.resolve().then(() => createArtifacts('/x').resolve('y')));
    expect(failure.code).toBe('unknown-artifact');
  });
});

describe('folders', () => {
  const folders = createFolders({ sampleFolder: 'resources/sample' });

  test('the sample is the folder that was given', () => {
    expect(folders.sample).toEqual({ absolutePath: join(process.cwd(), 'resources/sample'), name: 'sample' });
  });

  test('are made where they are missing and hold every entry, copies of read-only files writable', async () => {
    const root = join(temporaryFolder(), '新建', '案卷');
    const source = join(temporaryFolder(), 'blob');
    writeFileSync(source, 'blob');
    chmodSync(source, 0o444);
    const entries = [
      { path: 'dossier.yaml', content: bytesOf('yaml') },
      { path: 'assets/深/logo.png', content: localFile(source) },
    ];
    await folders.write(localFile(root), entries, { refuseExisting: true });
    expect(readFileSync(join(root, 'dossier.yaml'), 'utf8')).toBe('yaml');
    expect(readFileSync(join(root, 'assets/深/logo.png'), 'utf8')).toBe('blob');
    expect(statSync(join(root, 'assets/深/logo.png')).mode & 0o200).toBe(0o200);
    expect(readdirSync(root).sort()).toEqual(['assets', 'dossier.yaml']);
  });

  test('an existing file is named before anything is written', async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'b.txt'), 'old');
    const entries = ['a.txt', 'b.txt'].map((path) => ({ path, content: bytesOf('new') }));
    const failure = await failureOf(folders.write(localFile(root), entries, { refuseExisting: true }));
    expect(failure.code).toBe('would-overwrite');
    expect(failure.text.zh).toContain(join(root, 'b.txt'));
    expect(readdirSync(root)).toEqual(['b.txt']);
    expect(readFileSync(join(root, 'b.txt'), 'utf8')).toBe('old');
    await folders.write(localFile(root), entries, { refuseExisting: false });
    expect(readFileSync(join(root, 'b.txt'), 'utf8')).toBe('new');
  });

  test.each([
    ['new', true],
    ['replaced', false],
  ])('every %s file, of bytes or copied, is flushed to the disk once', async (_, refuseExisting) => {
    const root = temporaryFolder();
    const source = join(temporaryFolder(), 'blob');
    writeFileSync(source, 'blob');
    const entries = [
      { path: 'dossier.yaml', content: bytesOf('yaml') },
      { path: 'papers/执照.jpg', content: localFile(source) },
    ];
    const flushed = await watchFlushes();
    await folders.write(localFile(root), entries, { refuseExisting });
    const written = entries.map(({ path }) => statSync(join(root, path)).ino);
    expect(flushed.toSorted()).toEqual(written.toSorted());
  });

  test('nothing is written outside, by name or through a link', async () => {
    const root = temporaryFolder();
    const outside = temporaryFolder();
    symlinkSync(outside, join(root, 'link'));
    for (const path of ['../x', '/tmp/x', 'link/x', 'a\\b']) {
      const write = folders.write(localFile(root), [{ path, content: bytesOf('x') }], {
        refuseExisting: false,
      });
      expect((await failureOf(write)).code, path).toBe('outside-folder');
    }
    expect(readdirSync(outside)).toEqual([]);
  });

  test('a target that may not be written to, and a source that is gone, are said as such', async () => {
    const readOnly = folders.write(localFile('/sys/yinqi'), [{ path: 'a', content: bytesOf('x') }], {
      refuseExisting: true,
    });
    expect((await failureOf(readOnly)).code).toBe('not-writable');
    const root = temporaryFolder();
    const gone = folders.write(localFile(root), [{ path: 'a', content: localFile('/nowhere') }], {
      refuseExisting: true,
    });
    expect((await failureOf(gone)).code).toBe('file-missing');
    expect(readdirSync(root)).toEqual([]);
    writeFileSync(join(root, 'file'), 'x');
    mkdirSync(join(root, 'ok'));
    const below = folders.write(localFile(root), [{ path: 'file/a', content: bytesOf('x') }], {
      refuseExisting: true,
    });
    expect(['not-a-folder', 'folder-missing']).toContain((await failureOf(below)).code);
    expect(existsSync(join(root, 'file'))).toBe(true);
  });
});
