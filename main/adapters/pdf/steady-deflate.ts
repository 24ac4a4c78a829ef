import { constants, deflateRawSync } from 'node:zlib';

/** A stretch of bytes that was compressed before, and what came of it. */
export interface SteadyStretch {
  readonly raw: Buffer;
  readonly deflated: Buffer;
}

const settings = { level: 9, memLevel: 9 } as const;

/**
 * Compresses bytes as zlib does, but for the stretch from `from` to `to`: where that is the same as before it is not
 * compressed again. Each part is complete in itself (a full flush behind it), so that the parts put together are one stream.
 */
export function steadyDeflate(
  bytes: Buffer,
  from: number,
  to: number,
  before: SteadyStretch | undefined,
): { readonly deflated: Buffer; readonly stretch: SteadyStretch } {
  const raw = bytes.subarray(from, to);
  const stretch =
    before?.raw.equals(raw) === true ? before : { raw: Buffer.from(raw), deflated: flushed(raw) };
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler32(bytes));
  const deflated = Buffer.concat([
    // Deflate with a window of 32 KB, the best compression.
    Buffer.from([0x78, 0xda]),
    flushed(bytes.subarray(0, from)),
    stretch.deflated,
    deflateRawSync(bytes.subarray(to), settings),
    sum,
  ]);
  return { deflated, stretch };
}

const flushed = (part: Buffer): Buffer =>
  part.length === 0
    ? Buffer.alloc(0)
    : deflateRawSync(part, { ...settings, finishFlush: constants.Z_FULL_FLUSH });

/** The checksum of a zlib stream (RFC 1950). */
function adler32(bytes: Buffer): number {
  let [low, high] = [1, 0];
  // As many bytes can be summed before a sum could outgrow 32 bits.
  for (let start = 0; start < bytes.length; start += 5552) {
    for (const byte of bytes.subarray(start, start + 5552)) {
      low += byte;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return ((high << 16) | low) >>> 0;
}
