import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ImageMeasure } from '../../../main/contract/files.ts';
import { decodePicture } from '../../../main/adapters/images/decode-picture.ts';
import { measurePixels } from '../../../main/adapters/images/measure-pixels.ts';
import { leastColouredShare, leastContrast } from '../../../main/core/files/scan-checks.ts';
import { drawSheet, numbersFrom, withNoise, type Sheet } from './draw-scan.ts';

async function measureAsJpeg(png: Buffer): Promise<ImageMeasure> {
  const { pixels, frames, hasAlpha } = await decodePicture(
    await sharp(png).jpeg({ quality: 70 }).toBuffer(),
    'jpeg',
  );
  return measurePixels(pixels, frames, hasAlpha);
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

  test('sees a white figure on nothing, and nothing in a wholly transparent picture', () => {
    const side = 64;
    const clear = new Uint8Array(side * side * 4).fill(255);
    for (let at = 3; at < clear.length; at += 4) clear[at] = 0;
    const figure = Uint8Array.from(clear);
    for (let at = 3; at < figure.length / 2; at += 4) figure[at] = 255;
    expect(measurePixels({ data: clear, width: side, height: side }, 1, true).contrast).toBe(0);
    expect(measurePixels({ data: figure, width: side, height: side }, 1, true).contrast).toBeGreaterThan(100);
  });
});

test('the same picture has the same pixel hash however it was compressed, and one changed pixel another', async () => {
  const raw = new Uint8Array(30 * 20 * 4).map((_, index) => (index % 4 === 3 ? 255 : (index * 37) % 256));
  const hash = async (bytes: Buffer): Promise<string> => {
    const { pixels, frames, hasAlpha } = await decodePicture(bytes, 'png');
    return measurePixels(pixels, frames, hasAlpha).pixelSha256;
  };
  const source = sharp(raw, { raw: { width: 30, height: 20, channels: 4 } });
  const small = await hash(await source.clone().png({ compressionLevel: 9 }).toBuffer());
  expect(await hash(await source.clone().png({ compressionLevel: 0 }).toBuffer())).toBe(small);
  raw[0] = 255 - (raw[0] ?? 0);
  expect(
    await hash(
      await sharp(raw, { raw: { width: 30, height: 20, channels: 4 } })
        .png()
        .toBuffer(),
    ),
  ).not.toBe(small);
});

test('pictures of one pixel, one row and one column are measured', () => {
  for (const [width, height] of [
    [1, 1],
    [3000, 1],
    [1, 3000],
  ] as const) {
    const data = new Uint8Array(width * height * 4).fill(200);
    expect(measurePixels({ data, width, height }, 1, false)).toMatchObject({
      widthPx: width,
      heightPx: height,
      contrast: 0,
      colouredShare: 0,
    });
  }
});
