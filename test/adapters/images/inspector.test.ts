import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileInspection } from '../../../main/contract/files.ts';
import { bitmap } from '../../long/sound-files.ts';
import { animation, makeFolder, patches, textPdf } from './file-fixtures.ts';
import { inspectIn } from './inspect-in.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const { inspector, inspect, at } = inspectIn(folder);

const png = await patches(320, 200).png().toBuffer();
const jpeg = await patches(320, 200).jpeg().toBuffer();
const pdf = await textPdf(2);
const gif = await animation(['red', 'blue']);
const webp = await patches(320, 200).webp().toBuffer();
const tiff = await patches(20, 20).tiff().toBuffer();

describe('the identity of a file', () => {
  test('is its size, its SHA-256, its type by content and the type its name claims', async () => {
    const found = await inspect('照片/门头 照.JPG', png, 'identity');
    expect(found).toEqual({
      path: '照片/门头 照.JPG',
      sizeBytes: png.length,
      sha256: createHash('sha256').update(png).digest('hex'),
      type: 'png',
      namedType: 'jpeg',
    });
  });

  test.each([
    ['a.bin', png, 'png'],
    ['b', jpeg, 'jpeg'],
    ['c.txt', gif, 'gif'],
    ['d', webp, 'webp'],
    ['e', tiff, 'tiff'],
    ['f', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
    ['bitmap', bitmap(64, 48), 'bmp'],
    ['begun-bitmap', bitmap(64, 48).subarray(0, 30), 'bmp'],
    ['of-cars', 'BMW 车主服务协议\n\n我们……', 'text'],
    ['no-bitmap', Buffer.from('BM\0\x01\x02\x03\x04\x05\x06\0\0\0\0\0\xff\0\0\0\0\0', 'latin1'), 'unknown'],
    ['g', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'), 'unknown'],
    ['h', pdf, 'pdf'],
    ['i', Buffer.concat([Buffer.from('junk before\n'), pdf]), 'pdf'],
    ['j', '<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    ['k', '\ufeff<!DOCTYPE html>\n<html lang="zh"><body>隐私政策</body></html>', 'html'],
    ['l', '# 隐私政策\n\n我们……', 'text'],
    ['m', Buffer.from('\ufeff服务协议', 'utf16le'), 'text'],
    ['n', Buffer.from([1, 2, 3, 0, 255, 254, 7, 0, 9, 200, 13, 77]), 'unknown'],
  ] satisfies [string, Uint8Array | string, string][])(
    'tells by content what %s is',
    async (name, bytes, type) => {
      expect((await inspect(`types/${name}`, bytes, 'identity')).type).toBe(type);
    },
  );

  test('tells a Word file from another zip', async () => {
    const make = (entry: string): string => {
      const script = `import zipfile,sys
z=zipfile.ZipFile(sys.argv[1],'w',zipfile.ZIP_DEFLATED)
z.writestr('[Content_Types].xml','<Types/>')
z.writestr('pad.bin',bytes(200000))
z.writestr(sys.argv[2],'<x/>')
z.close()`;
      const name = `${entry.replaceAll('/', '-')}.zip`;
      execFileSync('python3', ['-c', script, join(folder.path, name), entry]);
      return name;
    };
    expect((await at(make('word/document.xml'), 'identity')).type).toBe('docx');
    expect((await at(make('a/b.txt'), 'identity')).type).toBe('zip');
  });
});

describe('what is no readable file', () => {
  test('is told as missing, folder, pipe, socket and device, at once and without opening it', async () => {
    mkdirSync(join(folder.path, 'a-folder'));
    execFileSync('mkfifo', [join(folder.path, 'a-pipe')]);
    symlinkSync(join(folder.path, 'nowhere'), join(folder.path, 'broken-link'));
    symlinkSync('loop', join(folder.path, 'loop'));
    const server = createServer().listen(join(folder.path, 'a-socket'));
    try {
      expect(await at('none.png', 'picture')).toMatchObject({
        problem: 'missing',
        type: 'unknown',
        sizeBytes: 0,
        namedType: 'png',
      });
      expect(await at('broken-link', 'picture')).toMatchObject({ problem: 'missing' });
      expect(await at('loop', 'picture')).toMatchObject({ problem: 'missing' });
      expect(await at('none.png/below', 'picture')).toMatchObject({ problem: 'missing' });
      expect(await at(`${'长'.repeat(200)}.png`, 'picture')).toMatchObject({ problem: 'missing' });
      expect(await at('a-folder', 'scan')).toMatchObject({ problem: 'not-a-file', problemDetail: 'folder' });
      expect(await at('a-pipe', 'text')).toMatchObject({ problem: 'not-a-file', problemDetail: 'pipe' });
      expect(await at('a-socket', 'text')).toMatchObject({ problem: 'not-a-file', problemDetail: 'socket' });
      expect(
        await inspector.inspect({ absolutePath: '/dev/zero', name: 'zero' }, 'zero', 'picture'),
      ).toMatchObject({
        problem: 'not-a-file',
        problemDetail: 'device',
      });
    } finally {
      server.close();
    }
  });

  test('is told as empty', async () => {
    for (const depth of ['identity', 'picture', 'scan', 'text'] as const) {
      expect(await inspect(`empty-${depth}.png`, '', depth)).toMatchObject({
        problem: 'empty',
        sizeBytes: 0,
      });
    }
  });

  test('is told as unreadable where there is no permission', async () => {
    chmodSync(folder.path, 0o755);
    chmodSync(folder.put('locked.png', png).absolutePath, 0o000);
    const user = process.geteuid?.() ?? 1;
    // Root may read everything: as nobody it meets what everyone meets.
    if (user === 0) process.seteuid?.(65_534);
    try {
      expect(await at('locked.png', 'picture')).toMatchObject({ problem: 'unreadable', type: 'unknown' });
    } finally {
      if (user === 0) process.seteuid?.(0);
    }
  });

  test('follows a link to a file', async () => {
    symlinkSync(folder.put('target.png', png).absolutePath, join(folder.path, 'link.png'));
    expect(await at('link.png', 'picture')).toMatchObject({ type: 'png', image: { widthPx: 320 } });
  });
});

describe('looking again', () => {
  test('gives the same answer, and another one when the file changed', async () => {
    const file = folder.put('again.png', png);
    const first = await at('again.png', 'picture');
    expect(await at('again.png', 'picture')).toEqual(first);
    expect(await inspector.inspect(file, 'other/name.jpg', 'picture')).toEqual({
      ...first,
      path: 'other/name.jpg',
      namedType: 'jpeg',
    });
    const changed = Buffer.from(png);
    changed[changed.length >> 1] = 255 - (changed[changed.length >> 1] ?? 0);
    folder.put('again.png', changed);
    utimesSync(file.absolutePath, 1_000_000, 1_000_000);
    expect(await at('again.png', 'picture')).toMatchObject({ problem: 'damaged' });
  });

  test('at the same time is done once, and goes on where the first to ask gave up', async () => {
    folder.put('both.png', await patches(640, 400).png().toBuffer());
    const [one, other] = await Promise.all([at('both.png', 'picture'), at('both.png', 'picture')]);
    expect(one.picture).toBeDefined();
    expect(other.picture).toBe(one.picture);
    const reason = new Error('cancelled by the user');
    const cancel = new AbortController();
    const long = folder.put('both.pdf', await textPdf(12));
    const first = inspector.inspect(long, 'both.pdf', 'scan', cancel.signal);
    const second = inspector.inspect(long, 'both.pdf', 'scan');
    const impatient = new AbortController();
    const third = inspector.inspect(long, 'both.pdf', 'scan', impatient.signal);
    setTimeout(() => impatient.abort(reason), 50);
    await expect(third).rejects.toBe(reason);
    cancel.abort(reason);
    await expect(first).rejects.toBe(reason);
    expect((await second).pages).toHaveLength(12);
  });

  test('at a folder of hundreds of files costs no second look at any', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `many-${index}.png`);
    for (const name of names) folder.put(name, png);
    const look = (): Promise<readonly FileInspection[]> =>
      Promise.all(names.map((name) => at(name, 'picture')));
    const first = await look();
    const second = await look();
    expect(
      second.every(({ picture }, index) => picture !== undefined && picture === first[index]?.picture),
    ).toBe(true);
  });

  test('is given up when cancelled, before and during the work', async () => {
    const reason = new Error('cancelled by the user');
    const file = folder.put('long.pdf', await textPdf(40));
    await expect(inspector.inspect(file, 'long.pdf', 'scan', AbortSignal.abort(reason))).rejects.toBe(reason);
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(reason), 300);
    await expect(inspector.inspect(file, 'long.pdf', 'scan', cancel.signal)).rejects.toBe(reason);
    expect((await inspect('after.pdf', pdf, 'scan')).problem).toBeUndefined();
  });
});
