import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createZip } from '../../../main/adapters/zip/zip.ts';
import type { ZipEntryFact } from '../../../main/world/zip.ts';
import { craftZip, type CraftedEntry } from './craft-zip.ts';
import { quietContext } from './quiet-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-unzip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const zip = createZip();
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
let count = 0;

async function read(bytes: Uint8Array, keep: (name: string) => boolean = () => false) {
  const absolutePath = join(folder, `${(count += 1)}.zip`);
  writeFileSync(absolutePath, bytes);
  const before = readdirSync(folder);
  const result = await zip.read({ absolutePath, name: '包.zip' }, keep, quietContext());
  expect(readdirSync(folder)).toEqual(before);
  return result;
}

const facts = async (...entries: CraftedEntry[]): Promise<readonly ZipEntryFact[]> =>
  (await read(craftZip(entries))).entries;

describe('reading a zip', () => {
  test('hashes every entry and keeps the texts asked for', async () => {
    const { entries, kept } = await read(
      craftZip([
        { name: '包/', mode: 0o040755 },
        { name: '包/甲.txt', content: '甲', deflate: true },
        { name: '包/乙.png', content: Buffer.alloc(200_000, 7) },
        { name: '包/空.txt' },
      ]),
      (name) => name.endsWith('.txt'),
    );
    expect(entries).toEqual([
      { name: '包/甲.txt', sizeBytes: 3, sha256: sha256('甲'), refused: null },
      { name: '包/乙.png', sizeBytes: 200_000, sha256: sha256(Buffer.alloc(200_000, 7)), refused: null },
      { name: '包/空.txt', sizeBytes: 0, sha256: sha256(''), refused: null },
    ]);
    expect([...kept].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['包/甲.txt', '甲'],
      ['包/空.txt', ''],
    ]);
  });

  test('reads what Python and 7-Zip wrote', async () => {
    const source = join(folder, 'source');
    mkdirSync(source);
    writeFileSync(join(source, '说明.txt'), '内容'.repeat(1000));
    const byPython = join(folder, 'python.zip');
    execFileSync('python3', [
      '-c',
      'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED);z.write(sys.argv[2],"包/说明.txt")',
      byPython,
      join(source, '说明.txt'),
    ]);
    const bySeven = join(folder, 'seven.zip');
    execFileSync('7z', ['a', '-tzip', '-mcu=on', bySeven, '.'], { cwd: source, stdio: 'ignore' });
    for (const absolutePath of [byPython, bySeven]) {
      const { entries } = await zip.read({ absolutePath, name: 'x.zip' }, () => false, quietContext());
      expect(entries.map(({ sha256: hash, refused }) => [hash, refused])).toEqual([
        [sha256('内容'.repeat(1000)), null],
      ]);
    }
  });

  test('reads names that Windows in China wrote without the UTF-8 flag', async () => {
    const gbk = Buffer.from([0xb0, 0xfc, 0x2f, 0xbc, 0xd7, 0x2e, 0x74, 0x78, 0x74]);
    const [fact] = await facts({ name: gbk, content: 'x', flags: 0 });
    expect(fact?.name).toBe('包/甲.txt');
    expect(fact?.refused).toBeNull();
  });

  test('stops when it is cancelled', async () => {
    const absolutePath = join(folder, 'cancel.zip');
    writeFileSync(absolutePath, craftZip([{ name: 'a', content: 'x' }]));
    const context = { ...quietContext(), signal: AbortSignal.abort() };
    await expect(zip.read({ absolutePath, name: 'x' }, () => false, context)).rejects.toThrow(/aborted/i);
  });
});

describe('a dangerous entry is refused before it is unpacked, the others are read', () => {
  const innocent: CraftedEntry = { name: '包/好.txt', content: '好' };
  const nameCases: readonly (readonly [why: string, name: string])[] = [
    ['path traversal', '../外.txt'],
    ['path traversal inside', '包/../../外.txt'],
    ['an absolute path', '/etc/passwd'],
    ['a drive', 'C:/Windows/x.txt'],
    ['a drive alone', 'c:x.txt'],
    ['a backslash', '包\\..\\x.txt'],
    ['a UNC path', '\\\\server\\share'],
    ['the device CON', '包/CON'],
    ['the device nul with an ending', '包/nul.txt'],
    ['the device COM1 in another case', '包/Com1.tar.gz'],
    ['the device LPT9 as a folder', 'lpt9/x.txt'],
    ['the device AUX before a blank', '包/aux .txt'],
    ['a superscript port', '包/com².txt'],
    ['a dot at the end', '包/x.'],
    ['a blank at the end', '包/x '],
    ['a blank at the end of a folder', '包 /x.txt'],
    ['an empty step', '包//x.txt'],
    ['a dot step', '包/./x.txt'],
    ['a control character', '包/x\u0007.txt'],
    ['a NUL', '包/x\u0000.txt'],
    ['a turned direction', '包/x\u202etxt.exe'],
    ['an alternate stream', '包/x.txt:hidden'],
    ['a wildcard', '包/x*.txt'],
  ];
  test.each(nameCases)('%s', async (_, name) => {
    const [good, bad] = await facts(innocent, { name, content: '坏' });
    expect(good?.sha256).toBe(sha256('好'));
    expect(bad).toMatchObject({ name, sha256: null, fault: 'unsafe' });
  });

  const kindCases: readonly (readonly [why: string, entry: CraftedEntry])[] = [
    ['a symbolic link', { name: '包/l', content: '/etc/passwd', mode: 0o120777 }],
    ['a device', { name: '包/l', mode: 0o060600 }],
    ['a folder that holds bytes', { name: '包/d/', content: 'x', mode: 0o040755 }],
    ['a file that says it is a folder', { name: '包/d', content: 'x', mode: 0o040755 }],
    ['an encrypted entry', { name: '包/e', content: 'x', flags: 0x801 }],
    ['a duplicate', { name: '包/好.txt', content: '坏' }],
    ['a file inside a file', { name: '包/好.txt/x', content: '坏' }],
    ['a bomb', { name: '包/b', content: Buffer.alloc(20_000_000), deflate: true }],
  ];
  test.each(kindCases)('%s', async (_, entry) => {
    const [good, bad] = await facts(innocent, entry);
    expect(good?.sha256).toBe(sha256('好'));
    expect(bad).toMatchObject({ name: entry.name, sha256: null, fault: 'unsafe' });
  });

  test('names that differ only in case or in Unicode form are duplicates', async () => {
    const [, upper] = await facts({ name: 'a/É.txt' }, { name: 'A/e\u0301.TXT' });
    expect(upper).toMatchObject({ sha256: null, fault: 'unsafe' });
  });

  test('a total over 8 GB', async () => {
    const big = (name: string): CraftedEntry => ({
      name,
      content: 'x',
      deflate: true,
      declaredSize: 3_000_000_000,
      declaredCompressedSize: 100_000_000,
    });
    const [, , third] = await facts(big('a'), big('b'), big('c'));
    expect(third).toMatchObject({ fault: 'unsafe' });
    expect(third?.refused?.en).toContain('8 GB');
  });

  test('more than 10,000 entries: nothing is unpacked', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `n${index}` }));
    const result = await read(craftZip(many), () => true);
    expect(result.entries).toHaveLength(1);
    expect(result.entries[0]).toMatchObject({ name: '包.zip', fault: 'unsafe', sha256: null });
    expect(result.kept.size).toBe(0);
    expect((await read(craftZip(many.slice(1)))).entries).toHaveLength(10_000);
  });

  test('strong encryption', async () => {
    await expect(read(craftZip([{ name: 'a', content: 'x', flags: 0x841 }]))).rejects.toMatchObject({
      code: 'not-a-zip',
    });
  });
});

describe('a damaged entry is told apart', () => {
  const content = Buffer.from('一二三四五六七八'.repeat(500));
  const cases: readonly (readonly [why: string, entry: CraftedEntry])[] = [
    ['more bytes than declared', { name: 'x', content, deflate: true, declaredSize: content.length - 1 }],
    ['fewer bytes than declared', { name: 'x', content, deflate: true, declaredSize: content.length + 1 }],
    ['a wrong CRC-32', { name: 'x', content, declaredCrc: 1 }],
    ['two sizes of a stored file', { name: 'x', content, declaredSize: 5 }],
    ['another name in its own header', { name: 'x', content, localName: 'y' }],
    ['an unknown compression', { name: 'x', content, method: 93 }],
    ['a name that is not UTF-8', { name: Buffer.from([0x61, 0xff]), content }],
    ['a deflate stream that is cut', { name: 'x', content, deflate: true, declaredCompressedSize: 20 }],
  ];
  test.each(cases)('%s', async (_, entry) => {
    const [bad] = await facts(entry);
    expect(bad).toMatchObject({ sha256: null, fault: 'damaged' });
    expect(bad?.refused?.zh).not.toBe('');
  });

  test('a lying size does not unpack more than it declared', async () => {
    const [bad] = await facts({
      name: 'x',
      content: Buffer.alloc(200_000_000),
      deflate: true,
      declaredSize: 9_000_000,
    });
    expect(bad).toMatchObject({ sha256: null, fault: 'damaged' });
  });

  test('two entries that share their bytes', async () => {
    const [first, second] = await facts({ name: 'a', content }, { name: 'b', content, sharesBytesOf: 0 });
    expect(first).toMatchObject({ sha256: sha256(content) });
    expect(second).toMatchObject({ sha256: null, fault: 'unsafe' });
  });

  test('an entry that lies inside the bytes of another, its own header and all', async () => {
    const inner = craftZip([{ name: 'b', content }]);
    // The first entry's bytes are a whole zip; the second entry's header is the one inside it.
    const first = craftZip([{ name: 'a', content: inner }]);
    const end = first.length - 22;
    const secondRecord = Buffer.from(inner.subarray(inner.readUInt32LE(inner.length - 6), inner.length - 22));
    secondRecord.writeUInt32LE(30 + 1, 42);
    const record = Buffer.from(first.subarray(end));
    record.writeUInt16LE(2, 8);
    record.writeUInt16LE(2, 10);
    record.writeUInt32LE(record.readUInt32LE(12) + secondRecord.length, 12);
    const { entries } = await read(Buffer.concat([first.subarray(0, end), secondRecord, record]));
    expect(entries).toMatchObject([
      { name: 'a', refused: null },
      { name: 'b', sha256: null, fault: 'unsafe' },
    ]);
    expect(entries[1]?.refused?.en).toContain('another entry');
  });
});

describe('what is no whole zip', () => {
  const whole = craftZip([
    { name: 'a.txt', content: '甲'.repeat(100) },
    { name: 'b.txt', content: '乙'.repeat(100) },
  ]);
  const cases: readonly (readonly [why: string, bytes: Uint8Array])[] = [
    ['an empty file', new Uint8Array()],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['text', Buffer.from('PK 这不是压缩包')],
    ['a zip cut in the middle', whole.subarray(0, 300)],
    ['a zip that lacks its last byte', whole.subarray(0, -1)],
    ['a zip that lacks its beginning', whole.subarray(40)],
    ['a zip with bytes behind it', Buffer.concat([whole, Buffer.from('x')])],
    ['a directory that is shorter than it says', craftZip([{ name: 'a' }], 2)],
    ['a directory that is longer than it says', craftZip([{ name: 'a' }, { name: 'b' }], 1)],
  ];
  test.each(cases)('%s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'not-a-zip' });
  });

  test('a file that is not there and a folder', async () => {
    const gone = { absolutePath: join(folder, 'none.zip'), name: 'none.zip' };
    await expect(zip.read(gone, () => false, quietContext())).rejects.toMatchObject({ code: 'file-missing' });
    const place = { absolutePath: folder, name: '文件夹' };
    await expect(zip.read(place, () => false, quietContext())).rejects.toMatchObject({ code: 'not-a-zip' });
  });

  test('a zip inside its own comment is not taken for the zip', async () => {
    const inner = readFileSync(join(import.meta.dirname, 'craft-zip.ts'));
    const bytes = craftZip([{ name: 'a', content: inner }]);
    bytes.writeUInt16LE(bytes.length, bytes.length - 2);
    await expect(read(Buffer.concat([bytes, bytes]))).rejects.toMatchObject({ code: 'not-a-zip' });
  });
});
