import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyContent } from '../../../main/adapters/disk/copy-content.ts';
import { hashFile } from '../../../main/adapters/disk/hash-file.ts';
import { listFiles } from '../../../main/adapters/disk/list-files.ts';
import { failureOf } from './failure-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const patterned = Buffer.from(Array.from({ length: 3_500_000 }, (_, index) => (index * 31) % 251));

test('a file of several pieces and bytes at hand are copied whole, with their hash', async () => {
  const folder = temporaryFolder();
  const source = join(folder, 'source');
  writeFileSync(source, patterned, { mode: 0o444 });
  const sha256 = createHash('sha256').update(patterned).digest('hex');
  const facts = { sha256, sizeBytes: patterned.length };
  expect(await copyContent({ absolutePath: source, name: 'source' }, join(folder, 'one'))).toEqual(facts);
  expect(await copyContent(patterned, join(folder, 'two'))).toEqual(facts);
  expect(await hashFile(join(folder, 'one'))).toEqual(facts);
  expect(readFileSync(join(folder, 'two')).equals(patterned)).toBe(true);
  // A copy of a read-only blob can be edited by the one who asked for it.
  expect(statSync(join(folder, 'one')).mode & 0o200).toBe(0o200);
});

test('what is wrong with the source is said of the source', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  const copy = (name: string) =>
    failureOf(copyContent({ absolutePath: join(folder, name), name }, join(folder, `to-${name}`)));
  const missing = await copy('gone.pdf');
  expect(missing.code).toBe('file-missing');
  expect(missing.text.en).toContain('gone.pdf');
  expect((await copy('sub')).code).toBe('not-a-file');
});

test('lists regular files at any depth by path; hidden ones, node_modules and links are left out', async () => {
  const folder = temporaryFolder();
  for (const sub of ['文件', '.git', 'node_modules', 'a/b'])
    mkdirSync(join(folder, sub), { recursive: true });
  for (const path of ['文件/营业执照.pdf', '.git/x', 'node_modules/x', 'a/b/c.txt', '.hidden', 'z.txt']) {
    writeFileSync(join(folder, path), 'abc');
  }
  symlinkSync('/etc/hostname', join(folder, 'link'));
  symlinkSync('/etc', join(folder, 'linked-folder'));
  expect(await listFiles(folder)).toEqual([
    { path: 'a/b/c.txt', sizeBytes: 3 },
    { path: 'z.txt', sizeBytes: 3 },
    { path: '文件/营业执照.pdf', sizeBytes: 3 },
  ]);
});

test('a name that is not UTF-8 is refused by name, not passed over', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xd3, 0xd3]), Buffer.from('.pdf')]),
    'x',
  );
  const failure = await failureOf(listFiles(folder));
  expect(failure.code).toBe('bad-file-name');
  expect(failure.text.zh).toContain('.pdf');
});
