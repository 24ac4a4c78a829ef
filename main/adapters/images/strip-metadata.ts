import { crc32 } from 'node:zlib';
import { PictureProblem } from './decode-picture.ts';

/** PNG chunks that say how the pixels look; everything else is about the picture, not of it. */
const pngKept = new Set([
  'IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs',
]); // prettier-ignore

const damaged = (what: string): PictureProblem => new PictureProblem('damaged', what);

/** A file without metadata: its compressed pixels, colour profile and orientation as they are. Throws PictureProblem. */
export function stripMetadata(
  bytes: Uint8Array,
  type: 'png' | 'jpeg' | 'webp',
  orientation: number,
): Uint8Array {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'png') return stripPng(data, orientation);
  return type === 'jpeg' ? stripJpeg(data, orientation) : stripWebp(data, orientation);
}

/** An EXIF block, a TIFF directory, that holds the orientation and nothing else. */
function orientationExif(orientation: number): Buffer {
  const exif = Buffer.alloc(26);
  exif.write('MM\0*', 0, 'latin1');
  exif.writeUInt32BE(8, 4);
  exif.writeUInt16BE(1, 8);
  exif.writeUInt16BE(0x0112, 10);
  exif.writeUInt16BE(3, 12);
  exif.writeUInt32BE(1, 14);
  exif.writeUInt16BE(orientation, 18);
  return exif;
}

function stripPng(data: Buffer, orientation: number): Uint8Array {
  const parts = [data.subarray(0, 8)];
  for (let at = 8; at + 12 <= data.length;) {
    const end = at + 12 + data.readUInt32BE(at);
    if (end > data.length) throw damaged('a PNG chunk beyond the end');
    const name = data.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT' && orientation !== 1 && !parts.some((part) => part.includes('eXIf'))) {
      parts.push(pngChunk('eXIf', orientationExif(orientation)));
    }
    if (pngKept.has(name)) parts.push(data.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  throw damaged('a PNG without end');
}

function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** Of a JPEG's application segments JFIF's, Adobe's and the colour profile decide how it looks. */
function isKeptSegment(marker: number, segment: Buffer): boolean {
  const is = (text: string): boolean =>
    segment.subarray(4, 4 + text.length).equals(Buffer.from(text, 'latin1'));
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return (
    (marker === 0xe0 && is('JFIF\0')) ||
    (marker === 0xe2 && is('ICC_PROFILE\0')) ||
    (marker === 0xee && is('Adobe'))
  );
}

function stripJpeg(data: Buffer, orientation: number): Uint8Array {
  const kept = [data.subarray(0, 2)];
  const exif =
    orientation === 1
      ? []
      : [
          Buffer.concat([
            Buffer.from([0xff, 0xe1, 0, 34]),
            Buffer.from('Exif\0\0', 'latin1'),
            orientationExif(orientation),
          ]),
        ];
  let isExifDue = true;
  let at = 2;
  while (at + 4 <= data.length) {
    if (data[at] !== 0xff) throw damaged('a JPEG without a marker where one is due');
    const marker = data.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + data.readUInt16BE(at + 2);
    if (end > data.length) throw damaged('a JPEG segment beyond the end');
    const segment = data.subarray(at, end);
    // EXIF stands behind JFIF and before all else.
    if (isExifDue && marker !== 0xe0) {
      kept.push(...exif);
      isExifDue = false;
    }
    if (isKeptSegment(marker, segment)) kept.push(segment);
    at = end;
    if (marker === 0xda) return Buffer.concat([...kept, data.subarray(at, endOfImage(data, at))]);
  }
  throw damaged('a JPEG without pixels');
}

/** Where the picture ends: phones put films and depth maps behind it. */
function endOfImage(data: Buffer, scan: number): number {
  let at = scan;
  while (at + 1 < data.length) {
    at = data.indexOf(0xff, at);
    if (at < 0 || at + 1 >= data.length) break;
    const marker = data.readUInt8(at + 1);
    if (marker === 0xd9) return at + 2;
    const isData = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
    // Between the scans of a progressive JPEG stand tables.
    at += isData ? (marker === 0xff ? 1 : 2) : 2 + (at + 4 <= data.length ? data.readUInt16BE(at + 2) : 2);
  }
  throw damaged('a JPEG without end');
}

function stripWebp(data: Buffer, orientation: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let at = 12; at + 8 <= data.length;) {
    const size = data.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    const name = data.toString('latin1', at, at + 4);
    if (at + 8 + size > data.length) throw damaged('a WebP chunk beyond the end');
    const chunk = Buffer.from(data.subarray(at, Math.min(end, data.length)));
    if (name === 'VP8X') {
      // Bits 3 and 2 announce EXIF and XMP.
      chunk.writeUInt8((chunk.readUInt8(8) & ~0x0c) | (orientation === 1 ? 0 : 0x08), 8);
    }
    if (name !== 'EXIF' && name !== 'XMP ') chunks.push(chunk);
    at = end;
  }
  if (orientation !== 1) {
    const content = orientationExif(orientation);
    const head = Buffer.alloc(8);
    head.write('EXIF', 0, 'latin1');
    head.writeUInt32LE(content.length, 4);
    chunks.push(head, content);
  }
  const body = Buffer.concat(chunks);
  const head = Buffer.from(data.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
