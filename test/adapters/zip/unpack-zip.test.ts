import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createZip } from '../../../main/adapters/zip/zip.ts';
import { failureOf } from '../disk/failure-of.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { craftZip, type CraftedEntry } from './craft-zip.ts';
import { quietContext } from './quiet-context.ts';

const zip = createZip();

function crafted(...entries: CraftedEntry[]) {
  const folder = temporaryFolder();
  const absolutePath = join(folder, 'a.zip');
  writeFileSync(absolutePath, craftZip(entries));
  return { folder, file: { absolutePath, name: 'a.zip' } };
}

describe('unpacking wanted entries', () => {
  test('puts each where the caller says or into memory, whatever its name, and leaves the others', async () => {
    const content = Buffer.alloc(300_000, '印');
    const { folder, file } = crafted(
      { name: '甲/乙.bin', content, deflate: true },
      { name: 'text.txt', content: '字' },
      { name: 'other', content: 'x' },
    );
    const target = join(folder, 'out');
    const written = await zip.unpack(
      file,
      new Map([
        ['甲/乙.bin', target],
        ['text.txt', null],
      ]),
      quietContext(),
    );
    expect(readFileSync(target)).toEqual(content);
    expect(written.get('甲/乙.bin')).toEqual({
      sha256: createHash('sha256').update(content).digest('hex'),
      sizeBytes: content.length,
      bytes: null,
    });
    expect(Buffer.from(written.get('text.txt')?.bytes ?? []).toString()).toBe('字');
    expect(readdirSync(folder).toSorted()).toEqual(['a.zip', 'out']);
  });

  test.each<[string, CraftedEntry[]]>([
    ['a missing entry', [{ name: 'other', content: 'x' }]],
    ['a symbolic link', [{ name: 'wanted', content: '/etc/passwd', mode: 0o120777 }]],
    [
      'one that is there twice',
      [
        { name: 'wanted', content: 'a' },
        { name: 'WANTED', content: 'b' },
        { name: 'wanted', content: 'b' },
      ],
    ],
  ])('refuses %s', async (_, entries) => {
    const { folder, file } = crafted(...entries);
    const failure = await failureOf(
      zip.unpack(file, new Map([['wanted', join(folder, 'out')]]), quietContext()),
    );
    expect(failure.code).toBe('zip-damaged');
    expect(existsSync(join(folder, '..', 'wanted'))).toBe(false);
  });

  test('leaves no file of an entry whose bytes were altered', async () => {
    const { folder, file } = crafted({ name: 'wanted', content: 'x'.repeat(1000) });
    const bytes = readFileSync(file.absolutePath);
    bytes.writeUInt8(0x79, bytes.indexOf('xxxx') + 10);
    writeFileSync(file.absolutePath, bytes);
    const failure = await failureOf(
      zip.unpack(file, new Map([['wanted', join(folder, 'out')]]), quietContext()),
    );
    expect(failure.code).toBe('zip-damaged');
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });
});
