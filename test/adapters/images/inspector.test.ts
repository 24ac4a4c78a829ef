import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileInspection, InspectionDepth } from '../../../main/contract/files.ts';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import { bitmap } from '../../long/sound-files.ts';
import { animation, hugePng, makeFolder, patches, textPdf } from './file-fixtures.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

const inspector = createInspector();
const inspect = (name: string, bytes: Uint8Array | string, depth: InspectionDepth): Promise<FileInspection> =>
  inspector.inspect(folder.put(name, bytes), name, depth);
const at = (name: string, depth: InspectionDepth): Promise<FileInspection> =>
  inspector.inspect({ absolutePath: join(folder.path, name), name }, name, depth);

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

describe('a picture', () => {
  test('is measured from its decoded pixels', async () => {
    const { image, problem, sha256 } = await inspect('whole.png', png, 'picture');
    expect(problem).toBeUndefined();
    expect(sha256).toHaveLength(64);
    expect(image).toMatchObject({ widthPx: 320, heightPx: 200, frames: 1, hasAlpha: false });
    expect(sha256).toBe(createHash('sha256').update(png).digest('hex'));
    expect(image?.pixelSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['CMYK JPEG', patches(60, 40).toColourspace('cmyk').jpeg(), 'jpeg', 60, 40],
    ['16-bit PNG', patches(60, 40).toColourspace('rgb16').png(), 'png', 60, 40],
    ['greyscale PNG', patches(60, 40).greyscale().png(), 'png', 60, 40],
    ['palette PNG', patches(60, 40).png({ palette: true }), 'png', 60, 40],
    ['progressive JPEG', patches(60, 40).jpeg({ progressive: true }), 'jpeg', 60, 40],
    ['WebP', patches(60, 40).webp(), 'webp', 60, 40],
    ['TIFF', patches(60, 40).tiff(), 'tiff', 60, 40],
    ['EXIF-turned JPEG', patches(60, 40).withMetadata({ orientation: 6 }).jpeg(), 'jpeg', 40, 60],
  ] as const)(
    'of kind %s comes out with its size as it is seen',
    async (name, source, type, widthPx, heightPx) => {
      const found = await inspect(`kinds/${name}`, await source.toBuffer(), 'picture');
      expect(found).toMatchObject({ type, image: { widthPx, heightPx, frames: 1 } });
      expect(found.problem).toBeUndefined();
    },
  );

  test('knows its frames and whether it has transparency', async () => {
    expect((await inspect('two.gif', await animation(['red', 'blue']), 'picture')).image?.frames).toBe(2);
    const clear = await patches(30, 30).ensureAlpha(0.5).png().toBuffer();
    expect((await inspect('clear.png', clear, 'picture')).image?.hasAlpha).toBe(true);
  });

  test('that is cut off anywhere is damaged', async () => {
    const whole: [string, Buffer][] = [
      ['png', png],
      ['jpg', jpeg],
      ['gif', gif],
      ['webp', webp],
    ];
    for (const [ending, bytes] of whole) {
      for (const length of [
        100,
        bytes.length >> 1,
        Math.floor(bytes.length * 0.95),
        bytes.length - 9,
        bytes.length - 1,
      ]) {
        const found = await inspect(`cut/${length}.${ending}`, bytes.subarray(0, length), 'picture');
        // A JPEG may lose the last byte of its end mark without losing anything.
        if (ending === 'jpg' && length === bytes.length - 1 && found.problem === undefined) continue;
        expect(`${ending} ${length} ${found.problem}`).toBe(`${ending} ${length} damaged`);
        expect(found.problemDetail).not.toBe('');
        expect(found.sha256).toHaveLength(64);
      }
    }
  });

  test('with a large gap inside is damaged though its header is fine', async () => {
    const holed = Buffer.concat([jpeg.subarray(0, 700), jpeg.subarray(jpeg.length - 300)]);
    expect(await inspect('holed.jpg', holed, 'picture')).toMatchObject({ type: 'jpeg', problem: 'damaged' });
  });

  test('that claims 3.6 billion pixels is refused by its header', async () => {
    for (const depth of ['picture', 'scan'] as const) {
      expect(await inspect(`huge-${depth}.png`, hugePng(60_000, 60_000), depth)).toMatchObject({
        type: 'png',
        problem: 'too-large',
      });
    }
  });

  test('over 100 MB is too large to open', async () => {
    execFileSync('truncate', ['-s', '100000001', folder.put('vast.png', png).absolutePath]);
    expect(await at('vast.png', 'picture')).toMatchObject({
      problem: 'too-large',
      sizeBytes: 100_000_001,
      type: 'png',
    });
  });

  test('is not what SVG, PDF, BMP, Word and text files are', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>';
    expect(await inspect('drawn.svg', svg, 'picture')).toMatchObject({ type: 'svg', problem: 'unsupported' });
    expect(await inspect('drawn.png', svg, 'picture')).toMatchObject({
      type: 'svg',
      namedType: 'png',
      problem: 'unsupported',
    });
    expect(await inspect('paper.pdf', pdf, 'picture')).toMatchObject({ type: 'pdf', problem: 'unsupported' });
    expect(await inspect('paint.bmp', bitmap(128, 128), 'picture')).toMatchObject({
      type: 'bmp',
      namedType: 'bmp',
      problem: 'unsupported',
    });
    expect(await inspect('words.txt', '你好', 'picture')).toMatchObject({
      type: 'text',
      problem: 'unsupported',
    });
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
