import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
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

describe('writing a zip', () => {
  test('unzip, Python, 7-Zip and bsdtar agree on names and bytes', async () => {
    const target = join(newFolder(), '包.zip');
    await zip.write(target, entries, noTags, quietContext());
    expect(spawnSync('unzip', ['-tq', target]).status).toBe(0);
    const python = JSON.parse(
      execFileSync('python3', [
        '-c',
        'import sys,zipfile,json,hashlib;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print(json.dumps([[i.filename,bool(i.flag_bits&0x800),i.compress_type,hashlib.sha256(z.read(i)).hexdigest(),list(i.date_time)] for i in z.infolist()]))',
        target,
      ]).toString(),
    ) as [string, boolean, number, string, number[]][];
    expect(python.map(([name]) => name)).toEqual(entries.map(({ path }) => path));
    expect(python.every(([, isUtf8]) => isUtf8)).toBe(true);
    expect(python.map(([, , method]) => method)).toEqual([0, 8, 0, 0]);
    expect(python.map(([, , , hash]) => hash)).toEqual([
      sha256(picture),
      sha256(Buffer.from('可以压缩的文字。'.repeat(200))),
      sha256(Buffer.alloc(0)),
      sha256(nested),
    ]);
    expect(python[0]?.[4]).toEqual([2026, 11, 22, 12, 0, 0]);
    const utf8 = { env: { ...process.env, LC_ALL: 'C.UTF-8' } };
    for (const [program, args] of [
      ['bsdtar', ['-tf', target]],
      ['7z', ['t', target]],
    ] as const) {
      const run = spawnSync(program, args, utf8);
      expect(run.error).toBeUndefined();
      expect(run.status).toBe(0);
      if (program === 'bsdtar') {
        expect(run.stdout.toString().trim().split('\n')).toEqual(entries.map(({ path }) => path));
      }
    }
  });

  test('tells the hash and size of every entry and of the whole', async () => {
    const target = join(newFolder(), 'x.zip');
    let told: ReadonlyMap<string, { sha256: string; sizeBytes: number }> = new Map();
    const result = await zip.write(
      target,
      entries,
      (written) => {
        told = new Map(written);
        return [{ path: '包/tag.txt', content: Buffer.from('tag') }];
      },
      quietContext(),
    );
    expect(told.get('包/data/01-资料/01-营业执照.png')).toEqual({
      sha256: sha256(picture),
      sizeBytes: 300_000,
    });
    expect(told.get('包/data/空.pdf')?.sizeBytes).toBe(0);
    const bytes = readFileSync(target);
    expect(result).toEqual({ sha256: sha256(bytes), sizeBytes: bytes.length });
    expect(execFileSync('unzip', ['-p', target, '*tag.txt']).toString()).toBe('tag');
  });

  test('is the same to the byte in every time zone', () => {
    const script = `
      import { createZip } from ${JSON.stringify(join(import.meta.dirname, '../../../main/adapters/zip/zip.ts'))};
      import { readFileSync } from 'node:fs';
      const entries = [
        { path: 'a.txt', content: Buffer.from('甲') },
        { path: 'b.png', content: { absolutePath: ${JSON.stringify(join(inside, '图.png'))}, name: 'b' } },
      ];
      const context = { date: process.argv[3], signal: new AbortController().signal, onProgress() {} };
      console.log(JSON.stringify(await createZip().write(process.argv[2], entries, () => [], context)));
    `;
    const file = join(newFolder(), 'write.mjs');
    writeFileSync(file, script);
    // 2024-04-26 has no midnight in Cairo: clocks went forward.
    for (const date of ['2026-11-22', '2024-04-26']) {
      const results = [
        'Asia/Shanghai',
        'America/Los_Angeles',
        'UTC',
        'Africa/Cairo',
        'Pacific/Kiritimati',
      ].map((zone) =>
        execFileSync(process.execPath, [file, join(newFolder(), 'x.zip'), date], {
          env: { ...process.env, TZ: zone },
        }).toString(),
      );
      expect(new Set(results).size).toBe(1);
    }
  });

  test('replaces an old file whole and leaves nothing beside it', async () => {
    const place = newFolder();
    const target = join(place, '旧.zip');
    writeFileSync(target, 'old');
    await zip.write(target, entries, noTags, quietContext());
    expect(spawnSync('unzip', ['-tq', target]).status).toBe(0);
    expect(readdirSync(place)).toEqual(['旧.zip']);
  });

  test('reports bytes as they go', async () => {
    const seen: number[] = [];
    const context = {
      ...quietContext(),
      onProgress: ({ done, total }: { done: number; total: number }) => {
        expect(done).toBeLessThanOrEqual(total);
        seen.push(done);
      },
    };
    await zip.write(join(newFolder(), 'x.zip'), entries, noTags, context);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(300_000 + Buffer.byteLength('可以压缩的文字。') * 200 + nested.length);
  });
});

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
