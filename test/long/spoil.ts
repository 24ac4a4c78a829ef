import { crc32 } from 'node:zlib';
import type { SoundFile } from './sound-files.ts';

/** From 0 to under 1, the same series for the same seed. */
export type Random = () => number;

/** A whole number from 0 to under `end`. */
export const below = (next: Random, end: number): number => Math.floor(next() * end);

/** One of a list. */
export function oneOf<T>(next: Random, list: readonly T[]): T {
  const found = list[below(next, list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

/** The first `twentieths` of twenty equal parts of a file. */
export const cutShort = (bytes: Buffer, twentieths: number): Buffer =>
  bytes.subarray(0, Math.floor((bytes.length * twentieths) / 20));

/** A copy with this many bits turned over. */
export function flipBits(bytes: Buffer, count: number, next: Random): Buffer {
  const spoilt = Buffer.from(bytes);
  for (let flip = 0; flip < count; flip += 1) {
    const place = below(next, spoilt.length);
    spoilt[place] = (spoilt[place] ?? 0) ^ (1 << below(next, 8));
  }
  return spoilt;
}

/** A copy with a stretch zeroed, doubled, taken out or exchanged for noise, as disks and mailers do. */
export function spoilStretch(bytes: Buffer, next: Random): Buffer {
  const from = below(next, bytes.length);
  const to = Math.min(bytes.length, from + 1 + below(next, 4096));
  const stretch = Buffer.from(bytes.subarray(from, to));
  const middle = oneOf(next, [
    Buffer.alloc(stretch.length),
    Buffer.concat([stretch, stretch]),
    Buffer.alloc(0),
    Buffer.from(stretch.map(() => below(next, 256))),
  ]);
  return Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]);
}

const lies = [0, 1, 2, 7, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];

/** A copy in which one length, size, count or place that the format writes down is a lie. */
export function lieAboutSizes({ kind, bytes }: SoundFile, next: Random): Buffer {
  const spoilt = Buffer.from(bytes);
  const lie = oneOf(next, lies);
  if (kind === 'pdf' || kind === 'pdf-locked' || kind === 'svg') {
    const numbers = [...bytes.toString('latin1').matchAll(/(?<=[\s[="])\d{1,10}(?=[\s\]/>"])/g)];
    const chosen = oneOf(next, numbers);
    return Buffer.concat([
      bytes.subarray(0, chosen.index),
      Buffer.from(String(oneOf(next, [lie, -1, 1e9, 0.0001]))),
      bytes.subarray(chosen.index + chosen[0].length),
    ]);
  }
  const places = sizePlaces(kind, bytes);
  if (places.length === 0) return spoilStretch(bytes, next);
  const { at, width, isLittle = false } = oneOf(next, places);
  if (at + width > spoilt.length) return spoilt;
  const value = width === 4 ? lie : lie % (width === 2 ? 0x10000 : 0x100);
  if (isLittle) spoilt.writeUIntLE(value, at, width);
  else spoilt.writeUIntBE(value, at, width);
  if (kind === 'png') mendChecksums(spoilt);
  return spoilt;
}

interface SizePlace {
  readonly at: number;
  readonly width: 1 | 2 | 4;
  readonly isLittle?: boolean;
}

/** Where a format writes down lengths, sizes, counts and places. */
function sizePlaces(kind: string, bytes: Buffer): readonly SizePlace[] {
  switch (kind) {
    case 'png': {
      const places: SizePlace[] = [{ at: 16, width: 4 }, { at: 20, width: 4 }, { at: 24, width: 2 }];
      for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) places.push({ at, width: 4 });
      return places;
    }
    case 'jpeg': {
      const places: SizePlace[] = [];
      for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
        places.push({ at: at + 2, width: 2 });
        // Frames say height and width after their precision.
        if (((bytes[at + 1] ?? 0) & 0xf0) === 0xc0) places.push({ at: at + 5, width: 2 }, { at: at + 7, width: 2 });
      }
      return places;
    }
    case 'gif':
      return [6, 8, 10, 13].map((at) => ({ at, width: at === 10 ? 1 : 2, isLittle: true }));
    case 'webp':
      return [4, 16, 20, 24, 26].map((at) => ({ at, width: at < 20 ? 4 : 2, isLittle: true }));
    case 'tiff': {
      const directory = bytes.readUInt32LE(4);
      const count = directory + 2 <= bytes.length ? bytes.readUInt16LE(directory) : 0;
      const places: SizePlace[] = [{ at: 4, width: 4, isLittle: true }, { at: directory, width: 2, isLittle: true }];
      for (let entry = 0; entry <= count; entry += 1) {
        const at = directory + 2 + entry * 12;
        places.push({ at: at + 4, width: 4, isLittle: true }, { at: at + 8, width: 4, isLittle: true });
      }
      return places.filter(({ at }) => at + 4 <= bytes.length);
    }
    case 'heic':
      // Boxes are led by their length, and their names are four letters.
      return [...bytes.toString('latin1').matchAll(/(?<=[\s\S]{4})(ftyp|meta|hdlr|pitm|iloc|iinf|infe|iprp|ipco|hvcC|ispe|ipma|mdat)/g)].flatMap(
        ({ index }) => [{ at: index - 4, width: 4 }, { at: index + 8, width: 4 }, { at: index + 12, width: 4 }] as const,
      );
    case 'bmp':
      return [2, 10, 18, 22, 28].map((at) => ({ at, width: 4, isLittle: true }));
    case 'zip':
    case 'docx':
      return [...bytes.toString('latin1').matchAll(/PK\x01\x02|PK\x05\x06/g)].flatMap(({ index, 0: mark }) => // oxlint-disable-line no-control-regex
        (mark.endsWith('\x02') ? [20, 24, 42] : [12, 16]).map((at) => ({ at: index + at, width: 4, isLittle: true }) as const),
      );
    default:
      return [];
  }
} // prettier-ignore

/** Makes every checksum of a PNG right again, so that the lie and not the checksum is what the decoder meets. */
function mendChecksums(png: Buffer): void {
  let at = 8;
  while (at + 12 <= png.length) {
    const end = at + 8 + png.readUInt32BE(at);
    if (end + 4 > png.length) return;
    png.writeUInt32BE(crc32(png.subarray(at + 4, end)), end);
    at = end + 4;
  }
}

/** Two files in one: what follows the end of the first, or stands before a header that may come late. */
export function polyglot(one: SoundFile, other: SoundFile, next: Random): Buffer {
  const comment = Buffer.from(`<!--${other.ending}-->`);
  return oneOf(next, [
    Buffer.concat([one.bytes, other.bytes]),
    Buffer.concat([one.bytes, comment, other.bytes]),
    // The first bytes of one, the rest of the other.
    Buffer.concat([one.bytes.subarray(0, 16), other.bytes.subarray(Math.min(16, other.bytes.length))]),
    Buffer.concat([one.bytes.subarray(0, 700), other.bytes]),
    Buffer.concat([Buffer.from('\n'.repeat(900)), one.bytes, other.bytes]),
  ]);
}
