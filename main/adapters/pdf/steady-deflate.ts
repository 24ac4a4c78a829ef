import { constants, deflateRawSync, deflateSync } from 'node:zlib';

/** A part of a stream that was compressed once, to be put into many. */
export interface SteadyPart {
  readonly deflated: Buffer;
  /** Of what it was: how many bytes, and their checksum. */
  readonly length: number;
  readonly sum: number;
}

const settings = { level: 9, memLevel: 9 } as const;

/** Compresses a part that many streams have in common. */
export function steadyPart(bytes: Buffer): SteadyPart {
  return { deflated: flushed(bytes), length: bytes.length, sum: adler32(bytes) };
}

/**
 * Compresses bytes as zlib does, a part in their middle being compressed already. Each part is complete in itself (a full
 * flush behind it), so that the parts put together are one stream.
 */
export function steadyDeflate(before: Buffer, part: SteadyPart, after: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  const head = joined(adler32(before), part.sum, part.length);
  sum.writeUInt32BE(joined(head, adler32(after), after.length));
  return Buffer.concat([
    // Deflate with a window of 32 KB, the best compression.
    Buffer.from([0x78, 0xda]),
    flushed(before),
    part.deflated,
    deflateRawSync(after, settings),
    sum,
  ]);
}

const flushed = (part: Buffer): Buffer =>
  part.length === 0
    ? Buffer.alloc(0)
    : deflateRawSync(part, { ...settings, finishFlush: constants.Z_FULL_FLUSH });

/** The checksums' modulus: the largest prime below 2^16. */
const modulus = 65521;

/** The checksum of a zlib stream (RFC 1950): zlib writes it behind what it wraps. */
function adler32(bytes: Buffer): number {
  const wrapped = deflateSync(bytes, { level: 0 });
  return wrapped.readUInt32BE(wrapped.length - 4);
}

/** The checksum of two parts put together, the second of so many bytes. */
function joined(first: number, second: number, length: number): number {
  const [lowFirst, highFirst] = [first & 0xffff, first >>> 16];
  const [lowSecond, highSecond] = [second & 0xffff, second >>> 16];
  const low = (lowFirst + lowSecond - 1 + modulus) % modulus;
  const high = (highFirst + highSecond + (length % modulus) * ((lowFirst - 1 + modulus) % modulus)) % modulus;
  return ((high << 16) | low) >>> 0;
}
