import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { afterAll, describe, expect, test } from 'vitest';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import { packageFile } from '../../../main/adapters/images/package-file.ts';
import type { FileInspection } from '../../../main/contract/files.ts';
import type { PictureMeasure } from '../../../main/contract/picture-measure.ts';
import { compareLikeness } from '../../../main/core/files/compare-likeness.ts';
import { makeFolder, patches } from './file-fixtures.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const inspector = createInspector();
let count = 0;
const inspect = async (bytes: Uint8Array): Promise<FileInspection> => {
  count += 1;
  const name = `${count}.png`;
  return inspector.inspect(folder.put(name, bytes), name, 'picture');
};
const look = async (picture: Sharp | Uint8Array): Promise<PictureMeasure> =>
  (await inspect(picture instanceof Uint8Array ? picture : await picture.png().toBuffer())).picture!;

const svg = (width: number, height: number, body: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`);
const sample = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', 'assets');
const desktop = readFileSync(join(sample, 'desktop-1.png'));
/** The pixels of a picture after a step of their own, so that a second resizing is one. */
const settle = async (picture: Sharp): Promise<Sharp> => sharp(await picture.png().toBuffer());

describe('how sharp a screen is', () => {
  const steepness = ({ across, down }: PictureMeasure): number =>
    Math.min(across!.steepness, down!.steepness);

  test('falls with blur and is high as it was taken, as PNG and as JPEG', async () => {
    expect(steepness(await look(desktop))).toBeGreaterThan(0.7);
    expect(steepness(await look(await sharp(desktop).jpeg({ quality: 80 }).toBuffer()))).toBeGreaterThan(
      0.66,
    );
    expect(steepness(await look(sharp(desktop).blur(1)))).toBeLessThan(0.5);
    expect(steepness(await look(sharp(desktop).blur(3)))).toBeLessThan(0.25);
  });

  test('says nothing of a picture without edges', async () => {
    const measured = await look(
      sharp({ create: { width: 1920, height: 1080, channels: 3, background: '#345' } }),
    );
    expect([measured.across, measured.down]).toEqual([undefined, undefined]);
  });

  test.each([
    [2, 2, 'cubic'],
    [1.5, 1.5, 'linear'],
    [3, 3, 'nearest'],
    [2, 2, 'nearest'],
  ] as const)('tells an enlargement of %d by %d (%s)', async (x, y, kernel) => {
    const small = await settle(
      sharp(desktop).resize(Math.round(1920 / x), Math.round(1080 / y), { fit: 'fill' }),
    );
    const { across, down } = await look(small.resize(1920, 1080, { fit: 'fill', kernel }));
    expect(across!.enlargedBy).toBeCloseTo(x, 1);
    expect(down!.enlargedBy).toBeCloseTo(y, 1);
  });

  test('tells no enlargement of what was taken at its size', async () => {
    const { across, down } = await look(desktop);
    expect([across!.enlargedBy, down!.enlargedBy]).toEqual([undefined, undefined]);
  });
});

describe('compression', () => {
  test.each([5, 20, 50, 75, 90])('of quality %i is read from a JPEG’s own tables', async (quality) => {
    const { jpegQuality } = await look(await sharp(desktop).jpeg({ quality }).toBuffer());
    expect(Math.abs(jpegQuality! - quality)).toBeLessThanOrEqual(2);
  });

  test('of a JPEG once is told of a PNG, and of no PNG that never was one', async () => {
    const grey = svg(800, 600, '<rect width="800" height="600" fill="#9aa4b0"/>' + Array.from({ length: 40 }, (_, n) => `<circle cx="${(n * 97) % 800}" cy="${(n * 61) % 600}" r="${12 + (n % 5) * 7}" fill="rgb(${60 + n * 3},${200 - n * 3},${90 + n})"/>`).join('')); // prettier-ignore
    const drawn = await sharp(grey).removeAlpha().png().toBuffer();
    const pressed = await sharp(await sharp(drawn).jpeg({ quality: 15 }).toBuffer())
      .png()
      .toBuffer();
    expect((await look(pressed)).jpegQuality).toBe(15);
    expect((await look(drawn)).jpegQuality).toBeUndefined();
    expect((await look(desktop)).jpegQuality).toBeUndefined();
  });

  test('shows as pale specks around letters on pure white', async () => {
    const words = (text: string): Buffer =>
      svg(1200, 700, `<rect width="1200" height="700" fill="#fff"/>${Array.from({ length: 14 }, (_, n) => `<text x="30" y="${50 + n * 46}" font-size="26" fill="#222">${text} ${n} of a page</text>`).join('')}`); // prettier-ignore
    const page = await sharp(words('Every line of this')).removeAlpha().png().toBuffer();
    const pressed = await sharp(await sharp(page).jpeg({ quality: 8 }).toBuffer())
      .png()
      .toBuffer();
    expect((await look(pressed)).specks).toBeGreaterThan(0.6);
    expect((await look(page)).specks).toBeLessThan(0.3);
  });
});

describe('QR codes', () => {
  async function qr(text: string): Promise<{ readonly path: string; readonly modules: number }> {
    const wasm = readFileSync(packageFile('zxing-wasm/writer/zxing_writer.wasm'));
    prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(wasm).buffer },
    });
    const { symbol } = await writeBarcode(text, { format: 'QRCode', scale: 1, addQuietZones: false });
    const dark = [...symbol.data].flatMap((shade, at) => (shade < 128 ? [at] : []));
    return {
      modules: symbol.width,
      path: dark.map((at) => `M${at % symbol.width} ${Math.floor(at / symbol.width)}h1v1h-1z`).join(''),
    };
  }

  test.each([
    [140, 0, '#000000'],
    [220, 12, '#07c160'],
    [400, 90, '#1d4ed8'],
  ])('of %i px turned by %i degrees in %s are read with their place', async (sizePx, degrees, colour) => {
    const { path, modules } = await qr('https://www.example.com/join?from=preview');
    const code = `<g transform="translate(1300 500) rotate(${degrees} ${sizePx / 2} ${sizePx / 2})"><rect x="-16" y="-16" width="${sizePx + 32}" height="${sizePx + 32}" fill="#fff"/><path transform="scale(${sizePx / modules})" d="${path}" fill="${colour}"/></g>`;
    const { codes } = await look(sharp(desktop).composite([{ input: svg(1920, 1080, code) }]));
    expect(codes).toHaveLength(1);
    expect(codes[0]!.text).toBe('https://www.example.com/join?from=preview');
    const middle = codes[0]!.at.left + codes[0]!.at.width / 2;
    expect(middle).toBeCloseTo((1300 + sizePx / 2) / 1920, 2);
  });

  test('are not seen in the sample’s own screens and logos', async () => {
    for (const name of ['desktop-1', 'desktop-2', 'mobile-1', 'mobile-2', 'app-logo', 'company-logo']) {
      const { codes, finders } = await look(readFileSync(join(sample, `${name}.png`)));
      expect([name, codes, finders < 3]).toEqual([name, [], true]);
    }
  });
});

describe('what a picture carries beside its pixels', () => {
  test('is its place, device and author, of JPEG and PNG', async () => {
    const exif = {
      IFD0: { Make: 'Huawei', Model: 'P 60', Artist: 'Wang Wu' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '22/1 32/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '114/1 3/1 0/1',
      },
    };
    for (const type of ['jpeg', 'png'] as const) {
      const { metadata } = await look(await patches(300, 200).withExif(exif).toFormat(type).toBuffer());
      expect(metadata).toEqual({ hasPosition: true, device: 'Huawei P 60', author: 'Wang Wu' });
    }
    expect((await look(patches(300, 200))).metadata).toBeUndefined();
  });

  test('may be cut short or lead nowhere without a word lost', async () => {
    const { readMetadata } = await import('../../../main/adapters/images/picture-metadata.ts');
    const whole = (
      await sharp(
        await patches(30, 20)
          .withExif({ IFD0: { Make: 'A', Artist: 'B' } })
          .jpeg()
          .toBuffer(),
      ).metadata()
    ).exif!;
    for (let length = 0; length <= whole.length; length += 1) {
      expect(() => readMetadata(whole.subarray(0, length), undefined)).not.toThrow();
    }
  });
});

test('an animated PNG has its frames counted', async () => {
  const still = await sharp({ create: { width: 128, height: 128, channels: 4, background: '#123' } })
    .png()
    .toBuffer();
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const control = Buffer.alloc(8);
  control.writeUInt32BE(7, 0);
  const animated = Buffer.concat([still.subarray(0, 33), chunk('acTL', control), still.subarray(33)]);
  expect((await inspect(animated)).image!.frames).toBe(7);
  expect((await inspect(still)).image!.frames).toBe(1);
});

describe('what a picture looks like', () => {
  const isOne = async (other: Sharp): Promise<boolean> => {
    const [one, two] = [await look(desktop), await look(other)];
    return compareLikeness(one.likeness, two.likeness) !== null;
  };

  test('stays the same when it is saved anew, scaled, brightened, cut or stamped', async () => {
    const pressed = sharp(await sharp(desktop).jpeg({ quality: 40 }).toBuffer());
    const smaller = await settle(sharp(desktop).resize(960, 540));
    const cut = sharp(desktop).extract({ left: 10, top: 8, width: 1900, height: 1064 });
    const stamped = sharp(desktop).composite([
      { input: svg(1920, 1080, '<rect x="1500" y="1000" width="300" height="50" fill="#f97316"/>') },
    ]);
    for (const other of [
      pressed,
      smaller,
      sharp(desktop).linear(0.9, 15),
      (await settle(cut)).resize(1920, 1080, { fit: 'fill' }),
      stamped,
    ]) {
      expect(await isOne(other)).toBe(true);
    }
  });

  test('differs between two screens of one app with the same frame', async () => {
    expect(await isOne(sharp(join(sample, 'desktop-2.png')))).toBe(false);
    const [a, b] = await Promise.all(
      ['mobile-1.png', 'mobile-2.png'].map((name) => look(readFileSync(join(sample, name)))),
    );
    expect(compareLikeness(a!.likeness, b!.likeness)).toBeNull();
  });
});

test('a cancelled measurement ends with the signal’s reason, and the next one works', async () => {
  const large = folder.put('large.png', await patches(6000, 4000).png().toBuffer());
  const ended = new AbortController();
  const running = [1, 2, 3].map(() => createInspector().inspect(large, 'large.png', 'picture', ended.signal));
  setTimeout(() => ended.abort(new Error('enough')), 30);
  const ends = await Promise.allSettled(running);
  expect(ends.map((one) => one.status === 'rejected' && String(one.reason))).toEqual(
    Array(3).fill('Error: enough'),
  );
  expect((await inspector.inspect(large, 'large.png', 'picture')).image!.widthPx).toBe(6000);
});

test('the same file gives the same measures in another process', () => {
  const script = `import('${join(import.meta.dirname, '..', '..', '..', 'main', 'adapters', 'images', 'measure-picture.ts').replaceAll('\\', '/')}').then(async ({ measurePicture }) => process.stdout.write(JSON.stringify(await measurePicture(require('node:fs').readFileSync(process.argv[1]), 'png'))))`;
  const runOnce = (): string =>
    execFileSync(process.execPath, ['--no-warnings', '-e', script, join(sample, 'app-logo.png')], {
      encoding: 'utf8',
    });
  const [first, second] = [runOnce(), runOnce()];
  expect(first.length).toBeGreaterThan(500);
  expect(second).toBe(first);
});
