import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createZip } from '../../../main/adapters/zip/zip.ts';
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

  test('tells the hash and size of every entry, and the size of the whole', async () => {
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
    expect(result.sizeBytes).toBe(bytes.length);
    expect([...result.written.keys()]).toEqual([...entries.map(({ path }) => path), '包/tag.txt']);
    expect(result.written.get('包/tag.txt')).toEqual({ sha256: sha256(Buffer.from('tag')), sizeBytes: 3 });
    for (const [path, facts] of told) expect(result.written.get(path)).toEqual(facts);
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
  }, 120_000);

  test('replaces an old file whole and leaves nothing beside it', async () => {
    const place = newFolder();
    const target = join(place, '旧.zip');
    writeFileSync(target, 'old');
    await zip.write(target, entries, noTags, quietContext());
    expect(spawnSync('unzip', ['-tq', target]).status).toBe(0);
    expect(readdirSync(place)).toEqual(['旧.zip']);
  });

  test('each local header bears the true sizes and checksum: nothing follows behind the bytes', async () => {
    const target = join(newFolder(), 'x.zip');
    const large = join(newFolder(), 'large.pdf');
    writeFileSync(large, randomBytes(3_500_000));
    await zip.write(
      target,
      [...entries, { path: '包/大.pdf', content: { absolutePath: large, name: 'large.pdf' } }],
      noTags,
      quietContext(),
    );
    const python =
      'import sys,struct,zipfile;z=zipfile.ZipFile(sys.argv[1]);b=open(sys.argv[1],"rb").read()\nfor i in z.infolist():\n  f,m,t,d,c,p,s=struct.unpack_from("<HHHHIII",b,i.header_offset+6)\n  assert (f,c,p,s)==(0x800,i.CRC,i.compress_size,i.file_size),i.filename';
    execFileSync('python3', ['-c', python, target]);
    // Read front to back, as from a pipe, by a program that cannot look at the directory first.
    const listed = spawnSync('bsdtar', ['-tf', '-'], {
      input: readFileSync(target),
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(listed.stdout.toString().trim().split('\n')).toHaveLength(entries.length + 1);
  });

  test('names are written composed, and what is packed already is never packed again', async () => {
    const target = join(newFolder(), 'x.zip');
    const zeros = Buffer.alloc(50_000);
    const endings = ['png', 'JPG', 'jpeg', 'pdf', 'zip', 'docx', 'xlsx', 'webp', 'gz', 'bin'];
    const packed = endings.map((ending) => ({ path: `e\u0301/a.${ending}`, content: zeros }));
    const written: string[] = [];
    await zip.write(
      target,
      [...packed, { path: 'e\u0301/a.json', content: zeros }],
      (all) => {
        written.push(...all.keys());
        return [];
      },
      quietContext(),
    );
    const { entries: read } = await zip.read(
      { absolutePath: target, name: 'x' },
      () => false,
      quietContext(),
    );
    expect(read.map(({ name }) => name)).toEqual([...endings, 'json'].map((ending) => `é/a.${ending}`));
    expect(written).toEqual(read.map(({ name }) => name));
    expect(readFileSync(target).length).toBeGreaterThan(endings.length * zeros.length);
    expect(readFileSync(target).length).toBeLessThan((endings.length + 0.5) * zeros.length);
  });

  test('two names that differ only in case or Unicode form are refused, as one would overwrite the other', async () => {
    const place = newFolder();
    const twice = ['a/É.png', 'A/e\u0301.PNG'].map((path) => ({ path, content: new Uint8Array(3) }));
    await expect(zip.write(join(place, 'x.zip'), twice, noTags, quietContext())).rejects.toThrow(
      'Two entries',
    );
    expect(readdirSync(place)).toEqual([]);
  });

  test('an entry that is stored in many pieces is kept whole when it is read back', async () => {
    const target = join(newFolder(), 'x.zip');
    const bytes = randomBytes(1_500_000);
    await zip.write(target, [{ path: 'a.bin', content: bytes }], noTags, quietContext());
    const { kept } = await zip.read({ absolutePath: target, name: 'x' }, () => true, quietContext());
    expect(sha256(Buffer.from(kept.get('a.bin') ?? []))).toBe(sha256(bytes));
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
