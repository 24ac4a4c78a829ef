import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A file made to cost much more than it weighs. */
export interface Bomb {
  readonly name: string;
  make(): Promise<Buffer> | Buffer;
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A whole and valid PNG of one colour: a row of 60,000 px at one bit takes 7.5 kB before it is packed. */
export function plainPng(
  width: number,
  height: number,
  { depth = 1, colour = 0, rows = height, before = [] as readonly Buffer[] } = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = colour;
  const samples = { 0: 1, 2: 3, 6: 4 }[colour] ?? 1;
  const rowBytes = 1 + Math.ceil((width * depth * samples) / 8);
  const pixels = deflateSync(Buffer.alloc(rowBytes * rows), { level: 9 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...before,
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG's text chunk of XMP. */
const xmpChunk = (xmp: string): Buffer =>
  pngChunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1'), Buffer.from(xmp)]));

/** A text chunk that unpacks to this many zeros. */
const packedText = (length: number): Buffer =>
  pngChunk(
    'zTXt',
    Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(length, 0x20))]),
  );

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888888' }, limitInputPixels: false });

/** A TIFF directory of these tags, the next one at `nextAt`. */
function tiff(
  tags: readonly (readonly [tag: number, type: number, count: number, value: number])[],
  nextAt = 0,
): Buffer {
  const bytes = Buffer.alloc(8 + 2 + tags.length * 12 + 4 + 64);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(tags.length, 8);
  for (const [index, [tag, type, count, value]] of tags.entries()) {
    const at = 10 + index * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  bytes.writeUInt32LE(nextAt, 10 + tags.length * 12);
  return bytes;
}

const tiffTags = (width: number, height: number) =>
  [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, 1, 140],
    [277, 3, 1, 1],
    [278, 4, 1, height],
    [279, 4, 1, 16],
  ] as const;

/** A GIF whose screen and frames are this large; each frame is an even colour of a few bytes. */
function gif(width: number, height: number, frames: number): Buffer {
  const head = Buffer.alloc(19);
  head.write('GIF89a', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  head[10] = 0x80;
  const frame = Buffer.alloc(10);
  frame[0] = 0x2c;
  frame.writeUInt16LE(width, 5);
  frame.writeUInt16LE(height, 7);
  // Codes of 2 bits: clear, one pixel, end.
  const pixels = Buffer.from([2, 2, 0x44, 0x01, 0]);
  const control = Buffer.from([0x21, 0xf9, 4, 4, 1, 0, 0, 0]);
  return Buffer.concat([
    head,
    ...Array.from({ length: frames }, () => [control, frame, pixels]).flat(),
    Buffer.from(';'),
  ]);
}

/** A progressive JPEG with its last scan over and over: each costs a walk over the whole picture. */
async function manyScans(width: number, height: number, times: number): Promise<Buffer> {
  const bytes = await plain(width, height).jpeg({ progressive: true, quality: 30 }).toBuffer();
  const last = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = bytes.subarray(last, bytes.length - 2);
  return Buffer.concat([
    bytes.subarray(0, last),
    ...Array.from({ length: times }, () => scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** Pictures that unpack to far more than they weigh, claim impossible sizes or are made to keep a decoder busy. */
export const pictureBombs: readonly Bomb[] = [
  { name: 'png-60000.png', make: () => plainPng(60_000, 60_000, { rows: 3000 }) },
  { name: 'png-2147483647.png', make: () => plainPng(0x7fffffff, 0x7fffffff, { rows: 0 }) },
  { name: 'png-10900-bilevel.png', make: () => plainPng(10_900, 10_900) },
  { name: 'png-8000-rgba.png', make: () => plainPng(8000, 8000, { depth: 8, colour: 6 }) },
  { name: 'png-6000-deep.png', make: () => plainPng(6000, 6000, { depth: 16, colour: 6 }) },
  { name: 'png-one-row.png', make: () => plainPng(1_000_000, 100) },
  { name: 'png-one-column.png', make: () => plainPng(1, 1_000_000) },
  { name: 'png-packed-text.png', make: () => plainPng(128, 128, { before: Array.from({ length: 12 }, () => packedText(50_000_000)) }) },
  { name: 'png-xmp-open.png', make: () => plainPng(128, 128, { before: [xmpChunk('<dc:creator'.repeat(18_000))] }) },
  { name: 'png-xmp-nested.png', make: () => plainPng(128, 128, { before: [xmpChunk(`<dc:creator>${'<rdf:'.repeat(39_000)}`)] }) },
  { name: 'png-xmp-quotes.png', make: () => plainPng(128, 128, { before: [xmpChunk('exif:GPSLatitude="tiff:Make="tiff:Model="'.repeat(4800))] }) },
  { name: 'jpeg-10900.jpg', make: () => plain(10_900, 10_900).jpeg({ quality: 10 }).toBuffer() },
  { name: 'jpeg-65000.jpg', make: async () => {
    const bytes = await plain(64, 64).jpeg().toBuffer();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(65_000, frame + 5);
    bytes.writeUInt16BE(65_000, frame + 7);
    return bytes;
  } },
  { name: 'jpeg-scans.jpg', make: () => manyScans(4000, 4000, 1500) },
  { name: 'webp-16383.webp', make: () => plain(16_383, 7000).webp({ lossless: true, effort: 0 }).toBuffer() },
  { name: 'gif-65535.gif', make: () => gif(65_535, 65_535, 1) },
  { name: 'gif-frames.gif', make: () => gif(1000, 1000, 5000) },
  { name: 'gif-large-frames.gif', make: () => gif(8000, 8000, 100) },
  { name: 'tiff-huge.tif', make: () => tiff(tiffTags(0x7fffffff, 0x7fffffff)) },
  { name: 'tiff-100-million.tif', make: () => tiff(tiffTags(10_000, 10_000)) },
  { name: 'tiff-loop.tif', make: () => tiff(tiffTags(8, 8), 8) },
  { name: 'tiff-fax.tif', make: () => plain(10_000, 10_000).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer() },
  { name: 'svg-entities.svg', make: () => Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'.split('').map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index] ?? ''};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="128" height="128"><text>&j;</text></svg>`) },
  { name: 'svg-doctype.svg', make: () => Buffer.from(`<!doctype svg ${'[]'.repeat(2000)}`) },
]; // prettier-ignore
