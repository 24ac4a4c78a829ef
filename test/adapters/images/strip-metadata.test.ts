import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { readMetadata } from '../../../main/adapters/images/picture-metadata.ts';
import { createPictures } from '../../../main/adapters/images/pictures.ts';
import { makeFolder, patches } from './file-fixtures.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const pictures = createPictures();

/** A photograph as a phone saves it: place, device and author, a colour profile, turned by a tag. */
const phonePhoto = (image: Sharp, orientation: number): Sharp =>
  image
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'Huawei', Model: 'Mate 70', Artist: '张三', Orientation: String(orientation) },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '22/1 32/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '114/1 3/1 0/1',
      },
    })
    .withMetadata({ orientation });

const raw = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).autoOrient().raw().toBuffer();

describe('a picture without its metadata', () => {
  const kinds: readonly (readonly [string, number, (image: Sharp) => Promise<Buffer>])[] = [
    ['jpeg', 1, (image) => image.jpeg({ quality: 80 }).toBuffer()],
    ['jpeg', 6, (image) => image.jpeg({ quality: 80 }).toBuffer()],
    ['jpeg progressive', 8, (image) => image.jpeg({ quality: 80, progressive: true }).toBuffer()],
    ['png', 3, (image) => image.png().toBuffer()],
    ['webp', 6, (image) => image.webp({ quality: 80 }).toBuffer()],
    ['webp lossless', 1, (image) => image.webp({ lossless: true }).toBuffer()],
  ];
  test.each(kinds)(
    '%s, orientation %i: says nothing of place, device and author, and shows every pixel as before',
    async (name, orientation, encode) => {
      const photo = await encode(phonePhoto(patches(300, 200), orientation));
      const before = await sharp(photo).metadata();
      expect(readMetadata(before.exif, before.xmp)).toMatchObject({
        hasPosition: true,
        device: 'Huawei Mate 70',
      });

      const { bytes } = await pictures.withoutMetadata(folder.put(`${name} ${orientation}`, photo));
      const after = await sharp(bytes).metadata();
      expect(readMetadata(after.exif, after.xmp)).toBeUndefined();
      expect(Buffer.from(bytes).includes('Mate 70')).toBe(false);
      expect(after.icc?.equals(before.icc ?? Buffer.alloc(0))).toBe(true);
      expect(after.orientation ?? 1).toBe(orientation);
      expect((await raw(bytes)).equals(await raw(photo))).toBe(true);
      expect(bytes.length).toBeLessThan(photo.length);
      const again = await pictures.withoutMetadata(folder.put(`again ${name} ${orientation}`, bytes));
      expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
    },
  );

  test('leaves behind what a phone appends to a JPEG', async () => {
    const photo = await patches(200, 100).jpeg().toBuffer();
    const { bytes } = await pictures.withoutMetadata(
      folder.put('live.jpg', Buffer.concat([photo, Buffer.from('MotionPhoto film')])),
    );
    expect(Buffer.from(bytes).includes('MotionPhoto')).toBe(false);
    expect((await raw(bytes)).equals(await raw(photo))).toBe(true);
  });

  test('is not made of a file that is cut off', async () => {
    const photo = await phonePhoto(patches(300, 200), 1).jpeg().toBuffer();
    for (const share of [0.3, 0.6, 0.99]) {
      const cut = folder.put('cut.jpg', photo.subarray(0, Math.floor(photo.length * share)));
      await expect(pictures.withoutMetadata(cut)).rejects.toMatchObject({ code: 'unreadable-file' });
      expect(readFileSync(cut.absolutePath).length).toBeGreaterThan(0);
    }
  });
});
