import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createZip } from '../../../main/adapters/zip/zip.ts';
import { Failure } from '../../../main/contract/failure.ts';
import type { FolderEntry } from '../../../main/world/dossier-store.ts';
import { quietContext } from './quiet-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const zip = createZip();
const newFolder = () => mkdtempSync(join(folder, 't-'));

const inside = mkdtempSync(join(folder, 'source-'));
const picture = randomBytes(300_000);
writeFileSync(join(inside, '图.png'), picture);
const nested = Buffer.from(readFileSync(import.meta.filename));
const entries: readonly FolderEntry[] = [
  {
    path: '包/data/01-资料/01-营业执照.png',
    content: { absolutePath: join(inside, '图.png'), name: '图.png' },
  },
  { path: '包/data/说明.txt', content: Buffer.from('可以压缩的文字。'.repeat(200)) },
  { path: '包/data/空.pdf', content: new Uint8Array() },
  { path: '包/data/源.ts', content: nested },
];
const noTags = () => [];

describe('a zip that cannot be written leaves the old file and nothing else', () => {
  const old = (): { place: string; target: string } => {
    const place = newFolder();
    writeFileSync(join(place, '旧.zip'), 'old');
    return { place, target: join(place, '旧.zip') };
  };
  const expectUntouched = ({ place, target }: ReturnType<typeof old>) => {
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(place)).toEqual(['旧.zip']);
  };

  test('when it is cancelled midway, with a large file still being read', async () => {
    const where = old();
    const large = join(newFolder(), 'large.bin');
    writeFileSync(large, randomBytes(30_000_000));
    const controller = new AbortController();
    const context = {
      ...quietContext(),
      signal: controller.signal,
      onProgress: ({ done }: { done: number }) => {
        if (done > 5_000_000) controller.abort();
      },
    };
    const writing = zip.write(
      where.target,
      [{ path: 'large.bin', content: { absolutePath: large, name: 'large.bin' } }],
      noTags,
      context,
    );
    await expect(writing).rejects.toThrow(controller.signal.reason);
    expectUntouched(where);
  });

  test('when it was cancelled before it began', async () => {
    const where = old();
    const context = { ...quietContext(), signal: AbortSignal.abort() };
    await expect(zip.write(where.target, entries, noTags, context)).rejects.toThrow(/aborted/i);
    expectUntouched(where);
  });

  test('when a file vanished', async () => {
    const where = old();
    const gone = { absolutePath: join(where.place, 'gone.png'), name: 'gone.png' };
    const writing = zip.write(
      where.target,
      [...entries, { path: 'gone.png', content: gone }],
      noTags,
      quietContext(),
    );
    const error = await writing.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).code).toBe('file-changed');
    expect((error as Failure).text.zh).toContain('gone.png');
    expectUntouched(where);
  });

  test('when a file grows while it is packed', async () => {
    const where = old();
    const growing = join(newFolder(), 'growing.pdf');
    writeFileSync(growing, randomBytes(5_000_000));
    const context = { ...quietContext(), onProgress: () => appendFileSync(growing, 'more') };
    const file = { absolutePath: growing, name: 'growing.pdf' };
    const writing = zip.write(where.target, [{ path: 'g.pdf', content: file }], noTags, context);
    await expect(writing).rejects.toMatchObject({ code: 'file-changed' });
    expectUntouched(where);
  });

  test('when a file is cut short while it is packed', async () => {
    const where = old();
    const shrinking = join(newFolder(), 'shrinking.pdf');
    writeFileSync(shrinking, randomBytes(9_000_000));
    const context = { ...quietContext(), onProgress: () => truncateSync(shrinking, 100) };
    const file = { absolutePath: shrinking, name: 'shrinking.pdf' };
    const writing = zip.write(where.target, [{ path: 's.pdf', content: file }], noTags, context);
    await expect(writing).rejects.toMatchObject({ code: 'file-changed' });
    expectUntouched(where);
  });

  test('when a source is a folder', async () => {
    const where = old();
    const writing = zip.write(
      where.target,
      [{ path: 'x.png', content: { absolutePath: inside, name: 'x.png' } }],
      noTags,
      quietContext(),
    );
    await expect(writing).rejects.toMatchObject({ code: 'unreadable-file' });
    expectUntouched(where);
  });

  test('when what was written is not what was expected', async () => {
    const where = old();
    const refuse = () => {
      throw new Failure('file-changed', { zh: '变了', en: 'changed' }, { zh: '再来', en: 'again' });
    };
    await expect(zip.write(where.target, entries, refuse, quietContext())).rejects.toMatchObject({
      code: 'file-changed',
    });
    expectUntouched(where);
  });

  test('when the disk is full', async () => {
    const place = newFolder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', place]);
    if (mounted.status !== 0) {
      process.stdout.write('Not run here: the zip on a full disk (a small tmpfs cannot be mounted)\n');
      return;
    }
    try {
      const target = join(place, '旧.zip');
      writeFileSync(target, 'old');
      const error = await zip
        .write(target, entries, noTags, quietContext())
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Failure);
      expect((error as Failure).code).toBe('disk-full');
      expect((error as Failure).text.zh).toContain('旧.zip');
      expectUntouched({ place, target });
    } finally {
      spawnSync('umount', [place]);
    }
  });

  test('when the folder is not there', async () => {
    const target = join(newFolder(), '没有', 'x.zip');
    await expect(zip.write(target, entries, noTags, quietContext())).rejects.toMatchObject({
      code: 'folder-missing',
    });
  });

  test('when the target is a folder', async () => {
    const place = newFolder();
    mkdirSync(join(place, 'x.zip'));
    await expect(zip.write(join(place, 'x.zip'), entries, noTags, quietContext())).rejects.toMatchObject({
      code: 'is-a-folder',
    });
    expect(readdirSync(place)).toEqual(['x.zip']);
  });
});
