import { createHash } from 'node:crypto';
import { crc32 as nodeCrc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../verifier/crc32.ts';
import { createSha256 } from '../../verifier/sha256.ts';

test('SHA-256 agrees with Node whatever the pieces are that the bytes come in', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (pieces) => {
      const hash = createSha256();
      for (const piece of pieces) hash.update(piece);
      expect(hash.hex()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
    }),
    { numRuns: 400 },
  );
});

test('SHA-256 agrees with Node on every length around a block, and on a megabyte', () => {
  for (const length of [...Array.from({ length: 200 }, (_, at) => at), 1_000_003]) {
    const bytes = Buffer.alloc(length, 0xa5);
    const hash = createSha256();
    hash.update(bytes);
    expect(hash.hex()).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test('CRC-32 agrees with Node, in one go and continued', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.uint8Array({ maxLength: 500 }), (a, b) => {
      expect(crc32(b, crc32(a))).toBe(nodeCrc32(Buffer.concat([a, b])));
    }),
  );
});
