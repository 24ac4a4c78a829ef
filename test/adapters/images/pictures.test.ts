import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { Failure } from '../../../main/contract/failure.ts';
import { createPictures } from '../../../main/adapters/images/pictures.ts';
import { withNoise } from './draw-scan.ts';
import { animation, hugePng, makeFolder, patches, textPdf } from './file-fixtures.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

const pictures = createPictures();

const pixel = async (png: Uint8Array, x: number, y: number): Promise<readonly number[]> => {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
};

describe('a picture to look at', () => {
  test('of a PDF page has the wanted long side, and shows what pdftoppm shows', async () => {
    const file = folder.put('two.pdf', await textPdf(2));
    const { png, widthPx, heightPx } = await pictures.picture(file, { page: 1, maxPx: 600 });
    expect([widthPx, heightPx]).toEqual([424, 600]);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 424, height: 600 });
    const prefix = join(folder.path, 'poppler');
    execFileSync('pdftoppm', [
      '-f',
      '2',
      '-l',
      '2',
      '-png',
      '-scale-to-x',
      '424',
      '-scale-to-y',
      '600',
      file.absolutePath,
      prefix,
    ]);
    const grey = (input: Buffer | string) => sharp(input).greyscale().resize(53, 75).raw().toBuffer();
    const [ours, theirs] = await Promise.all([grey(Buffer.from(png)), grey(`${prefix}-2.png`)]);
    const apart =
      ours.reduce((sum, value, index) => sum + Math.abs(value - (theirs[index] ?? 0)), 0) / ours.length;
    expect(apart).toBeLessThan(4);
  });

  test('of PDF bytes can be asked for by resolution, the same bytes each time', async () => {
    const pdf = await textPdf(1);
    const first = await pictures.picture(pdf, { page: 0, dpi: 110 });
    expect([first.widthPx, first.heightPx]).toEqual([909, 1286]);
    expect(
      Buffer.compare(
        Buffer.from((await pictures.picture(pdf, { page: 0, dpi: 110 })).png),
        Buffer.from(first.png),
      ),
    ).toBe(0);
  });

  test('of an image is shrunk, never enlarged, and the right way up', async () => {
    const photo = folder.put(
      'photo.jpg',
      await patches(800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    );
    expect(await pictures.picture(photo, { page: 0, maxPx: 200 })).toMatchObject({
      widthPx: 100,
      heightPx: 200,
    });
    expect(await pictures.picture(photo, { page: 0, maxPx: 4000 })).toMatchObject({
      widthPx: 400,
      heightPx: 800,
    });
  });

  test('of a HEIC photo is upright, and so is the JPEG for paper, which another decoder reads', async () => {
    const absolutePath = join(import.meta.dirname, 'fixtures', 'turned.heic');
    const photo = { absolutePath, name: 'turned.heic' };
    const { png, widthPx, heightPx } = await pictures.picture(photo, { page: 0, maxPx: 200 });
    expect([widthPx, heightPx]).toEqual([150, 200]);
    const corners = [[20, 20], [130, 20], [20, 180], [130, 180]] as const; // prettier-ignore
    const shades = await Promise.all(corners.map(async ([x, y]) => (await pixel(png, x, y)).slice(0, 3)));
    expect(shades).toEqual([
      [208, 15, 32],
      [16, 160, 47],
      [16, 49, 192],
      [255, 255, 255],
    ]);
    const { bytes, type } = await pictures.forPaper(photo, { page: 0, widthMm: 25.4, dpi: 150 });
    expect(type).toBe('jpeg');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 150, height: 200 });
    const red = await pixel(await sharp(bytes).png().toBuffer(), 20, 20);
    expect(
      Math.abs((red[0] ?? 0) - 208) + Math.abs((red[1] ?? 0) - 15) + Math.abs((red[2] ?? 0) - 32),
    ).toBeLessThan(24);
  });

  test('of a HEIC photo in a wider space of colours shows the colours that were meant', async () => {
    const whole = readFileSync(join(import.meta.dirname, 'fixtures', 'wide.heic'));
    const meant = [[224, 36, 47], [7, 193, 96], [31, 111, 235], [255, 255, 255]] as const; // prettier-ignore
    const places = [[32, 32], [96, 32], [32, 96], [96, 96]] as const; // prettier-ignore
    const farthest = async (bytes: Uint8Array): Promise<number> => {
      const { png } = await pictures.picture(folder.put('wide.heic', bytes), { page: 0 });
      const shown = await Promise.all(places.map(([x, y]) => pixel(png, x, y)));
      return Math.max(
        ...shown.flatMap((colour, place) =>
          [0, 1, 2].map((channel) => Math.abs((colour[channel] ?? 0) - (meant[place]?.[channel] ?? 0))),
        ),
      );
    };
    expect(await farthest(whole)).toBeLessThan(10);
    // Without its profile, or with one that is none, the numbers are shown as they stand.
    const nameless = Buffer.from(whole);
    nameless.write('free', whole.indexOf('colrprof'), 'latin1');
    expect(await farthest(nameless)).toBeGreaterThan(60);
    const spoilt = Buffer.from(whole);
    spoilt.fill(0x5a, whole.indexOf('acsp') + 60, whole.indexOf('acsp') + 400);
    expect(await farthest(spoilt)).toBeGreaterThan(60);
  });

  test('of a damaged image shows what is left; of anything else it fails with what to do', async () => {
    const jpeg = await patches(800, 400).jpeg().toBuffer();
    const cut = folder.put('cut.jpg', jpeg.subarray(0, jpeg.length >> 1));
    expect((await pictures.picture(cut, { page: 0, maxPx: 200 })).widthPx).toBe(200);
    const bad = [
      folder.put('words.txt', 'words'),
      folder.put('empty.png', ''),
      folder.put('huge.png', hugePng(60_000, 60_000)),
      folder.put('corrupt.pdf', '%PDF-1.4 nothing'),
      folder.put('drawn.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      { absolutePath: join(folder.path, 'none.png'), name: 'none.png' },
      { absolutePath: folder.path, name: 'folder' },
    ];
    for (const file of bad) {
      const failure = await pictures.picture(file, { page: 0, maxPx: 100 }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Failure);
      expect(failure).toMatchObject({ code: 'unreadable-file' });
    }
  });

  test('of a page that is not there fails', async () => {
    const file = folder.put('one.pdf', await textPdf(1));
    await expect(pictures.picture(file, { page: 1, maxPx: 100 })).rejects.toMatchObject({
      code: 'unreadable-file',
    });
    const image = folder.put('one.png', await patches(10, 10).png().toBuffer());
    await expect(pictures.picture(image, { page: 1, maxPx: 100 })).rejects.toMatchObject({
      code: 'unreadable-file',
    });
  });
});

describe('a fitted picture', () => {
  const logo = { widthPx: 128, heightPx: 128, types: ['png'], maxBytes: 20_000 } as const;

  test('has exactly the wanted size and type, nothing cropped, padded in its own edge colour', async () => {
    const wide = sharp({ create: { width: 300, height: 100, channels: 3, background: '#2060c0' } }).composite(
      [
        { input: { create: { width: 300, height: 100, channels: 3, background: '#2060c0' } } },
        {
          input: { create: { width: 20, height: 20, channels: 3, background: '#ff8000' } },
          left: 4,
          top: 40,
        },
        {
          input: { create: { width: 20, height: 20, channels: 3, background: '#ff8000' } },
          left: 276,
          top: 40,
        },
      ],
    );
    const made = await pictures.fit(
      folder.put('wide.jpg', await wide.jpeg({ quality: 100 }).toBuffer()),
      logo,
    );
    expect(made).toMatchObject({ type: 'png', enlargedBy: 0.427 });
    const bytes = made?.bytes ?? new Uint8Array();
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'png',
      width: 128,
      height: 128,
      hasAlpha: false,
    });
    for (const [x, y] of [
      [0, 0],
      [127, 127],
      [64, 10],
    ] as const) {
      const [r = 0, g = 0, b = 0] = await pixel(bytes, x, y);
      expect(Math.abs(r - 0x20) + Math.abs(g - 0x60) + Math.abs(b - 0xc0)).toBeLessThan(12);
    }
    for (const x of [6, 121]) expect((await pixel(bytes, x, 64))[0]).toBeGreaterThan(200);
  });

  test('keeps transparency in a PNG and lays it on white in a JPEG', async () => {
    const round = Buffer.from(
      '<svg width="100" height="60"><circle cx="50" cy="30" r="28" fill="#ff0000"/></svg>',
    );
    const source = folder.put('round.png', await sharp(round).png().toBuffer());
    const png = await pictures.fit(source, logo);
    expect((await pixel(png?.bytes ?? new Uint8Array(), 2, 2))[3]).toBe(0);
    expect(await pixel(png?.bytes ?? new Uint8Array(), 64, 64)).toEqual([255, 0, 0, 255]);
    const jpeg = await pictures.fit(source, { ...logo, types: ['jpeg'] });
    expect(jpeg?.type).toBe('jpeg');
    expect(Math.min(...(await pixel(jpeg?.bytes ?? new Uint8Array(), 2, 2)))).toBeGreaterThan(250);
  });

  test('fits any photo into a logo of 20,000 bytes, and tells how much a small one was enlarged', async () => {
    const noisy = await withNoise(await patches(600, 600).png().toBuffer(), 60);
    const made = await pictures.fit(folder.put('noisy.png', noisy), logo);
    expect(made?.bytes.length).toBeLessThanOrEqual(20_000);
    const small = await pictures.fit(folder.put('small.png', await patches(32, 32).png().toBuffer()), logo);
    expect(small?.enlargedBy).toBe(4);
    expect(await sharp(small?.bytes).metadata()).toMatchObject({ width: 128, height: 128 });
  });

  test('brings a screenshot under the limit as PNG, by a palette', async () => {
    const screen = await patches(960, 540).png().toBuffer();
    const limit = Math.floor(screen.length * 0.25);
    const made = await pictures.fit(folder.put('screen.png', screen), {
      widthPx: 960,
      heightPx: 540,
      types: ['png'],
      maxBytes: limit,
    });
    expect(made?.type).toBe('png');
    expect(made?.bytes.length).toBeLessThanOrEqual(limit);
    // The colour type in the header: 3 is a palette.
    expect(made?.bytes[25]).toBe(3);
  });

  test('as JPEG is the best quality that fits: one more byte of room never makes it worse', async () => {
    const source = folder.put('scene.jpg', await patches(640, 360).jpeg({ quality: 100 }).toBuffer());
    const size = { widthPx: 640, heightPx: 360, types: ['jpeg'] } as const;
    const roomy = await pictures.fit(source, { ...size, maxBytes: 60_000 });
    const tight = await pictures.fit(source, { ...size, maxBytes: (roomy?.bytes.length ?? 0) - 1 });
    expect(roomy?.bytes.length).toBeLessThanOrEqual(60_000);
    expect(tight?.bytes.length).toBeLessThan(roomy?.bytes.length ?? 0);
  });

  test('carries no metadata, and a turned photo comes out upright', async () => {
    const photo = await patches(600, 300)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Copyright: 'somebody', Model: 'Phone 7' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const made = await pictures.fit(folder.put('turned.jpg', photo), {
      widthPx: 300,
      heightPx: 600,
      types: ['jpeg'],
      maxBytes: 500_000,
    });
    const about = await sharp(made?.bytes).metadata();
    expect(about).toMatchObject({ format: 'jpeg', width: 300, height: 600 });
    expect([about.exif, about.icc, about.xmp, about.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('chooses no frame of an animation in silence, and is null where nothing bearable fits', async () => {
    const moving = folder.put('moving.gif', await animation(['#ff0000', '#0000ff']));
    await expect(pictures.fit(moving, logo)).rejects.toMatchObject({ code: 'unreadable-file' });
    const noisy = folder.put('noise.png', await withNoise(await patches(500, 500).png().toBuffer(), 120));
    for (const type of ['png', 'jpeg'] as const) {
      expect(
        await pictures.fit(noisy, { widthPx: 500, heightPx: 500, types: [type], maxBytes: 2_000 }),
      ).toBeNull();
    }
  });

  test('is not made of a damaged picture', async () => {
    const png = await patches(300, 300).png().toBuffer();
    await expect(
      pictures.fit(folder.put('cut.png', png.subarray(0, png.length - 5)), logo),
    ).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});
