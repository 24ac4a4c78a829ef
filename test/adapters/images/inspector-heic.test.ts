import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileInspection, InspectionDepth } from '../../../main/contract/files.ts';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import { createPictures } from '../../../main/adapters/images/pictures.ts';
import { cutShort, flipBits } from '../../long/spoil.ts';
import { randomOf } from '../../inspection/drawing/random.ts';
import { makeFolder } from './file-fixtures.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

const inspector = createInspector();
const inspect = (name: string, bytes: Uint8Array, depth: InspectionDepth): Promise<FileInspection> =>
  inspector.inspect(folder.put(name, bytes), name, depth);
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name));

describe('a HEIC picture where a logo or preview is wanted', () => {
  test('is measured like any other, upright, and says its type', async () => {
    const { type, namedType, problem, image, picture } = await inspect(
      'turned.heic',
      fixture('turned.heic'),
      'picture',
    );
    expect({ type, namedType, problem }).toEqual({ type: 'heic', namedType: 'heic', problem: undefined });
    expect(image).toMatchObject({ widthPx: 300, heightPx: 400, frames: 1, hasAlpha: false, redShare: 0.25 });
    expect(picture).toMatchObject({ transparentShare: 0, codes: [] });
  });

  test('has the drawing of a logo told', async () => {
    const { image, picture } = await inspect('logo.heic', fixture('logo.heic'), 'picture');
    expect(image).toMatchObject({ widthPx: 256, heightPx: 256 });
    expect(picture?.logo).toMatchObject({ shape: 'tile', figure: 'found', cornerRadiusPx: 0 });
    // Drawn 64 to 192 px across and 48 to 176 px down of 256.
    const mark = picture?.logo?.mark;
    expect(mark?.leftPx).toBeCloseTo(32, 0);
    expect(mark?.widthPx).toBeCloseTo(64, 0);
    expect(mark?.topPx).toBeCloseTo(24, 0);
  });

  test('has the size and edges of a preview told', async () => {
    const { image, picture, sizeBytes } = await inspect('preview.heic', fixture('preview.heic'), 'picture');
    expect(image).toMatchObject({ widthPx: 1920, heightPx: 1080 });
    expect(sizeBytes).toBe(fixture('preview.heic').length);
    expect(picture?.across?.steepness).toBeGreaterThan(0.7);
    expect(picture?.across?.enlargedBy).toBeUndefined();
    expect(picture?.logo).toBeUndefined();
  });

  test('tells its size alone where only that is asked', async () => {
    expect((await inspect('size.heic', fixture('turned.heic'), 'size')).size).toEqual({
      width: 300,
      height: 400,
    });
  });

  test('is the same picture as the PNG that is made of it', async () => {
    const source = folder.put('again.heic', fixture('logo.heic'));
    const { bytes } = await createPictures().convert(source, 'png');
    const [photo, made] = [
      await inspect('again.heic', fixture('logo.heic'), 'picture'),
      await inspect('again.png', bytes, 'picture'),
    ];
    expect(photo.image?.pixelSha256).toBe(made.image?.pixelSha256);
    expect(photo.picture?.likeness).toBe(made.picture?.likeness);
  });

  test('over 60 MB is too large to open', async () => {
    const vast = Buffer.concat([fixture('logo.heic'), Buffer.alloc(60_000_000)]);
    expect(await inspect('vast.heic', vast, 'picture')).toMatchObject({ type: 'heic', problem: 'too-large' });
  });

  test('that claims more pixels than a phone makes is too large, before they are decoded', async () => {
    const lying = Buffer.from(fixture('logo.heic'));
    const size = lying.indexOf('ispe') + 8;
    lying.writeUInt32BE(60_000, size);
    lying.writeUInt32BE(60_000, size + 4);
    const found = await inspect('lying.heic', lying, 'picture');
    expect(found).toMatchObject({ type: 'heic', problem: 'too-large' });
    expect(found.image).toBeUndefined();
  });

  test('cut off at any twentieth or with bits turned over is whole or a problem of the file, and the next one is read', async () => {
    const { next } = randomOf('heic');
    const whole = fixture('turned.heic');
    const spoilt = [
      ...Array.from({ length: 19 }, (_, index) => cutShort(whole, index + 1)),
      ...Array.from({ length: 20 }, (_, index) => flipBits(whole, 1 + (index % 8), next)),
    ];
    for (const [index, bytes] of spoilt.entries()) {
      const found = await inspect(`spoilt-${index}.heic`, bytes, 'picture');
      if (found.problem === undefined && found.type === 'heic') expect(found.picture).toBeDefined();
      else expect(found.picture).toBeUndefined();
      if (index < 19 && found.type === 'heic') expect(found.problem).toBe('damaged');
    }
    expect((await inspect('after.heic', whole, 'picture')).problem).toBeUndefined();
  }, 60_000);
});

describe('a HEIC photograph that says where and by whom it was taken', () => {
  test.each(['picture', 'scan'] as const)('has that told where it is looked at as a %s', async (depth) => {
    const toldOf = async (name: string) => {
      const { picture, metadata } = await inspect(name, fixture(name), depth);
      return depth === 'picture' ? picture?.metadata : metadata;
    };
    expect(await toldOf('told.heic')).toMatchObject({ hasPosition: true, device: expect.stringMatching(/^Yinqi Y1/) }); // prettier-ignore
    expect(await toldOf('told-xmp.heic')).toEqual({ hasPosition: true, author: '张三' });
    expect(await toldOf('turned.heic')).toBeUndefined();
  });

  test('tells nothing any more once it is saved as JPG', async () => {
    const { bytes } = await createPictures().convert(folder.put('told.heic', fixture('told.heic')), 'jpeg');
    expect((await inspect('made.jpg', bytes, 'scan')).metadata).toBeUndefined();
  });
});
