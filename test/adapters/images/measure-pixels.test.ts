import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ImageMeasure } from '../../../main/contract/files.ts';
import { measurePicture } from '../../../main/adapters/images/measure-picture.ts';
import { leastColouredShare, leastContrast } from '../../../main/core/files/scan-checks.ts';
import { drawSheet, numbersFrom, withNoise, type Sheet } from './draw-scan.ts';

async function measureAsJpeg(png: Buffer): Promise<ImageMeasure> {
  return (await measurePicture(await sharp(png).jpeg({ quality: 70 }).toBuffer(), 'jpeg')).image;
}

/** Measures RGBA as a PNG. */
async function measureRgba(data: Uint8Array, width: number, height: number): Promise<ImageMeasure> {
  const png = await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return (await measurePicture(png, 'png')).image;
}

const scan = async (sheet: Partial<Sheet>): Promise<ImageMeasure> =>
  measureAsJpeg(await withNoise(await drawSheet({ dpi: 150, ...sheet }), 10));

describe('the share of coloured area', () => {
  test.each([
    ['black print on white', {}, 0.0001],
    ['grey print on white', { ink: '#505050' }, 0.0001],
    ['a grey scan on faintly yellow paper', { paper: '#faf5e1', ink: '#201a10' }, 0.0001],
    ['a grey scan on clearly yellowed paper', { paper: '#f5ebc8', ink: '#201a10' }, 0.0005],
    ['a blank sheet', { lines: 0 }, 0.0001],
  ] satisfies [string, Partial<Sheet>, number][])(
    'is under the threshold for %s',
    async (_name, sheet, most) => {
      const { colouredShare, redShare } = await scan(sheet);
      expect(colouredShare).toBeLessThan(most);
      expect(redShare).toBeLessThan(0.0001);
      expect(most).toBeLessThan(leastColouredShare);
    },
  );

  test.each([
    ['a red seal of 40 mm', { seal: { mm: 40, ink: '#d01020' } }, 0.004],
    ['a pale red seal of 30 mm', { seal: { mm: 30, ink: '#e88890' } }, 0.002],
    ['a red seal on yellowed paper', { paper: '#f5ebc8', seal: { mm: 40, ink: '#d01020' } }, 0.004],
  ] satisfies [string, Partial<Sheet>, number][])(
    'is over the threshold for %s',
    async (_name, sheet, least) => {
      const { colouredShare, redShare } = await scan(sheet);
      expect(colouredShare).toBeGreaterThan(least);
      expect(redShare).toBeGreaterThan(least / 2);
      expect(least).toBeGreaterThan(leastColouredShare * 2);
    },
  );

  test('is large for a colour photo', async () => {
    const next = numbersFrom(3);
    const noise = Buffer.from(Array.from({ length: 40 * 30 * 3 }, () => Math.floor(next() * 256)));
    const photo = await sharp(noise, { raw: { width: 40, height: 30, channels: 3 } })
      .resize(1600, 1200, { kernel: 'cubic' })
      .png()
      .toBuffer();
    expect((await measureAsJpeg(photo)).colouredShare).toBeGreaterThan(0.5);
  });
});

describe('contrast', () => {
  test('is near 0 for a blank sheet, noise or not, and well over the threshold for one line of print', async () => {
    expect((await scan({ lines: 0 })).contrast).toBeLessThan(leastContrast / 2);
    expect((await scan({ lines: 1 })).contrast).toBeGreaterThan(leastContrast * 2);
  });

  test('sees a white figure on nothing, and nothing in a wholly transparent picture', async () => {
    const side = 64;
    const clear = new Uint8Array(side * side * 4).fill(255);
    for (let at = 3; at < clear.length; at += 4) clear[at] = 0;
    const figure = Uint8Array.from(clear);
    for (let at = 3; at < figure.length / 2; at += 4) figure[at] = 255;
    expect((await measureRgba(clear, side, side)).contrast).toBe(0);
    expect((await measureRgba(figure, side, side)).contrast).toBeGreaterThan(100);
  });
});

describe('the hash of pixels', () => {
  const [width, height] = [300, 200];
  const drawn = Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 37) % 256);
  const raw = { raw: { width, height, channels: 3 as const } };
  const hashOf = async (bytes: Buffer): Promise<string> =>
    (await measurePicture(bytes, 'png')).image.pixelSha256;
  const hashOfRgb = async (rgb: Uint8Array): Promise<string> =>
    hashOf(await sharp(rgb, raw).png().toBuffer());

  test('is the same however the picture was compressed, with or without an opacity that is whole', async () => {
    const plain = await hashOfRgb(drawn);
    expect(await hashOf(await sharp(drawn, raw).png({ compressionLevel: 0 }).toBuffer())).toBe(plain);
    expect(await hashOf(await sharp(drawn, raw).ensureAlpha().png().toBuffer())).toBe(plain);
  });

  test.each([0, 1, 899, 900, 28_800, 90_001, 179_999])(
    'is another when the one value at %i differs by 1',
    async (at) => {
      const changed = Uint8Array.from(drawn);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await hashOfRgb(changed)).not.toBe(await hashOfRgb(drawn));
    },
  );

  test('is another when two rows change places, the picture is turned, or one pixel lets through a little', async () => {
    const plain = await hashOfRgb(drawn);
    const swapped = Uint8Array.from(drawn);
    swapped.set(drawn.subarray(0, width * 3), width * 3);
    swapped.set(drawn.subarray(width * 3, width * 6), 0);
    expect(await hashOfRgb(swapped)).not.toBe(plain);
    const turned = await sharp(drawn, { raw: { width: height, height: width, channels: 3 } })
      .png()
      .toBuffer();
    expect(await hashOf(turned)).not.toBe(plain);
    const { data } = await sharp(drawn, raw).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    data[4 * 1000 + 3] = 254;
    expect(
      await hashOf(
        await sharp(data, { raw: { width, height, channels: 4 } })
          .png()
          .toBuffer(),
      ),
    ).not.toBe(plain);
  });
});

test.each([
  [1, 1],
  [3000, 1],
  [1, 3000],
])('a picture of %i × %i pixels is measured', async (width, height) => {
  expect(await measureRgba(new Uint8Array(width * height * 4).fill(200), width, height)).toMatchObject({
    widthPx: width,
    heightPx: height,
    contrast: 0,
    colouredShare: 0,
  });
});
