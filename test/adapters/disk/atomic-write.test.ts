import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createFile,
  replaceFile,
  replaceFiles,
  writeAtomically,
} from '../../../main/adapters/disk/atomic-write.ts';
import { failureOf } from './failure-of.ts';
import { temporaryFolder } from './temporary-folder.ts';

const bytes = new TextEncoder().encode('new');

test('the target holds the new bytes, and nothing else is left beside it', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '案卷.yaml'), 'old');
  await writeAtomically(join(folder, '案卷.yaml'), bytes);
  expect(readFileSync(join(folder, '案卷.yaml'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['案卷.yaml']);
});

test('a name of 255 bytes can be written, though the partial file has a name of its own', async () => {
  const folder = temporaryFolder();
  const name = '印'.repeat(85);
  await writeAtomically(join(folder, name), bytes);
  expect(readdirSync(folder)).toEqual([name]);
});

test('while it is written, and when writing breaks off, the old file is whole', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'a.txt');
  writeFileSync(target, 'old');
  const broken = replaceFile(target, async (partial) => {
    await writeFile(partial, 'half of the ne');
    expect(readFileSync(target, 'utf8')).toBe('old');
    throw new Error('broken off');
  });
  await expect(broken).rejects.toThrow('broken off');
  expect(readFileSync(target, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('a full disk is said as such and leaves the old file alone', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'a.txt');
  writeFileSync(target, 'old');
  // /dev/full answers each write with the kernel's own ENOSPC.
  const failure = await failureOf(
    replaceFile(target, async (partial) => {
      symlinkSync('/dev/full', partial);
      await writeFile(partial, 'x');
    }),
  );
  expect(failure.code).toBe('disk-full');
  expect(failure.text.zh).toContain(target);
  expect(readFileSync(target, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test.each([
  ['a folder that may not be written to', '/sys/kernel/yinqi.txt', 'not-writable'],
  ['a folder that does not exist', '/nowhere/at/all.txt', 'folder-missing'],
  ['a file where a folder should be', '/etc/hostname/a.txt', 'folder-missing'],
  ['a name that is too long', `/tmp/${'x'.repeat(300)}`, 'bad-file-name'],
  ['a folder in place of the file', '/tmp', 'not-writable is-a-folder'],
])('%s is refused with what to do', async (_, target, code) => {
  const failure = await failureOf(writeAtomically(target, bytes));
  expect(code.split(' ')).toContain(failure.code);
  expect(failure.hint.zh).not.toBe('');
});

test('a new file takes a free name only', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'a.txt');
  const write = (text: string) => createFile(target, (partial) => writeFile(partial, text));
  expect(await write('first')).toBe(true);
  expect(await write('second')).toBe(false);
  expect(readFileSync(target, 'utf8')).toBe('first');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('of many that want one name at once exactly one gets it', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'a.txt');
  const all = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      createFile(target, (partial) => writeFile(partial, `writer ${index}`)),
    ),
  );
  expect(all.filter(Boolean)).toHaveLength(1);
  expect(readFileSync(target, 'utf8')).toBe(`writer ${all.indexOf(true)}`);
});

test('several files are replaced together, each whole, with nothing left beside them', async () => {
  const folder = temporaryFolder();
  const names = Array.from({ length: 11 }, (_, index) => `${index}.txt`);
  writeFileSync(join(folder, '3.txt'), 'old');
  let seen: readonly string[] = [];
  await replaceFiles(
    names.map((name) => ({
      target: join(folder, name),
      write: async (partial) => {
        await writeFile(partial, `new ${name}`);
        seen = readdirSync(folder).filter((one) => !one.startsWith('.'));
      },
    })),
  );
  // While they are written none has its name yet.
  expect(seen).toEqual(['3.txt']);
  expect(readdirSync(folder).sort()).toEqual(names.toSorted());
  for (const name of names) expect(readFileSync(join(folder, name), 'utf8')).toBe(`new ${name}`);
});

test('where one of several cannot be written none is replaced, and the failure names that one', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '0.txt'), 'old');
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  const failure = await failureOf(
    replaceFiles(
      [0, 1, 2, 3, 4, 5, 6].map((index) => ({
        target: join(folder, `${index}.txt`),
        write: (partial) => (index === 5 ? Promise.reject(full) : writeFile(partial, 'new')),
      })),
    ),
  );
  expect(failure.code).toBe('disk-full');
  expect(failure.text.zh).toContain('5.txt');
  expect(readFileSync(join(folder, '0.txt'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['0.txt']);
});
