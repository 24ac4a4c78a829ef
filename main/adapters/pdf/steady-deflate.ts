import { constants, deflateRawSync } from 'node:zlib';
import { deflateBytes } from './deflate-bytes.ts';

/** A part of a stream that was compressed once, to be put into many. */
export interface SteadyPart {
  readonly deflated: Buffer;
  /** Of what it was: how many bytes, and their checksum. */
  readonly length: number;
  readonly sum: number;
}

/** Compresses a part that many streams have in common. */
export function steadyPart(bytes: Buffer): SteadyPart {
  const deflated =
    bytes.length === 0
      ? bytes
      : deflateRawSync(bytes, { level: 9, memLevel: 9, finishFlush: constants.Z_FULL_FLUSH });
  return { deflated, length: bytes.length, sum: sumOf(deflateBytes(bytes)) };
}

/**
 * Compresses bytes as zlib does, a part in their middle being compressed already. Each part is complete in itself, so that the parts
 * put together are one stream; what comes before is a font's directory, a few bytes that are stored as they are.
 */
export function steadyDeflate(before: Buffer, part: SteadyPart, after: Buffer): Buffer {
  const last = deflateBytes(after);
  const sum = Buffer.alloc(4);
  const head = joined(adler32(before), part.sum, part.length);
  sum.writeUInt32BE(joined(head, sumOf(last), after.length));
  return Buffer.concat([
    // Deflate with a window of 32 KB.
    Buffer.from([0x78, 0xda]),
    ...stored(before),
    part.deflated,
    // Without what zlib wraps around it: two bytes before and the checksum behind.
    last.subarray(2, -4),
    sum,
  ]);
}

/** Bytes as blocks that are not compressed (RFC 1951, 3.2.4), which end on a whole byte. */
function stored(bytes: Buffer): readonly Buffer[] {
  const most = 0xffff;
  const blocks: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += most) {
    const block = bytes.subarray(from, from + most);
    const head = Buffer.alloc(5);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(~block.length & most, 3);
    blocks.push(head, block);
  }
  return blocks;
}

/** The checksums' modulus: the largest prime below 2^16. */
const modulus = 65521;

/** The checksum that zlib wrote behind what it wraps (RFC 1950). */
const sumOf = (wrapped: Buffer): number => wrapped.readUInt32BE(wrapped.length - 4);

/** The same checksum of a few bytes. */
function adler32(bytes: Buffer): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % modulus;
    high = (high + low) % modulus;
  }
  return ((high << 16) | low) >>> 0;
}

/** The checksum of two parts put together, the second of so many bytes. */
function joined(first: number, second: number, length: number): number {
  const [lowFirst, highFirst] = [first & 0xffff, first >>> 16];
  const [lowSecond, highSecond] = [second & 0xffff, second >>> 16];
  const low = (lowFirst + lowSecond - 1 + modulus) % modulus;
  const high = (highFirst + highSecond + (length % modulus) * ((lowFirst - 1 + modulus) % modulus)) % modulus;
  return ((high << 16) | low) >>> 0;
}
