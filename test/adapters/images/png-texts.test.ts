import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { hasModestTexts } from '../../../main/adapters/images/png-texts.ts';
import { patches } from './file-fixtures.ts';

/** A PNG whose chunks, named and with their data, stand before its pixels; their checksums are not looked at here. */
async function pngWith(name: string, data: Buffer): Promise<Buffer> {
  const png = await patches(16, 16).png().toBuffer();
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([png.subarray(0, 33), head, data, Buffer.alloc(4), png.subarray(33)]);
}

const packed = (bytes: number): Buffer => deflateSync(Buffer.alloc(bytes));

test.each([
  ['zTXt', Buffer.from('Comment\0\0', 'latin1')],
  ['iTXt', Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1')],
  ['iCCP', Buffer.from('profile\0\0', 'latin1')],
])('a %s that unpacks to over 16 MB is a bomb, one of 1 MB is none', async (name, start) => {
  expect(hasModestTexts(await pngWith(name, Buffer.concat([start, packed(17_000_000)])))).toBe(false);
  expect(hasModestTexts(await pngWith(name, Buffer.concat([start, packed(1_000_000)])))).toBe(true);
});

test('a text that is not packed, a damaged one and a file that is no PNG are no bombs', async () => {
  expect(
    hasModestTexts(await pngWith('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0words', 'latin1'))),
  ).toBe(true);
  expect(hasModestTexts(await pngWith('zTXt', Buffer.from('Comment\0\0no zlib', 'latin1')))).toBe(true);
  expect(hasModestTexts(Buffer.from('GIF89a'))).toBe(true);
});
