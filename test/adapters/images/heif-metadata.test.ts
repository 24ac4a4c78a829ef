import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, nat, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heifMetadata } from '../../../main/adapters/images/heif-metadata.ts';
import { readMetadata } from '../../../main/adapters/images/picture-metadata.ts';

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name));
const told = fixture('told.heic');

test('EXIF begins with its TIFF directory, XMP is the text whole', () => {
  const { exif, xmp } = heifMetadata(told);
  expect(Buffer.from(exif ?? []).toString('latin1', 0, 4)).toBe('II*\0');
  expect(xmp).toBeUndefined();
  const other = heifMetadata(fixture('told-xmp.heic'));
  expect(other.exif).toBeUndefined();
  expect(Buffer.from(other.xmp ?? []).toString('utf8')).toMatch(/^<x:xmpmeta[^]*<\/x:xmpmeta>/);
});

test('a file without such items tells nothing, and neither does one of another kind', () => {
  for (const bytes of [
    fixture('logo.heic'),
    Buffer.alloc(0),
    Buffer.alloc(40),
    Buffer.from('\x89PNG\r\n\x1A\n'),
  ])
    expect(heifMetadata(bytes)).toEqual({ exif: undefined, xmp: undefined });
});

describe('damaged files', () => {
  test('cut off anywhere throw nothing, and tell nothing that they do not hold', () => {
    for (let length = 0; length < told.length; length += 1) {
      const { exif } = heifMetadata(told.subarray(0, length));
      expect(exif?.length ?? 0).toBeLessThanOrEqual(length);
    }
  });

  test('with any bytes changed throw nothing', () => {
    assert(
      property(array(tuple(nat(told.length - 1), nat(255)), { minLength: 1, maxLength: 12 }), (changes) => {
        const bytes = Buffer.from(told);
        for (const [at, byte] of changes) bytes[at] = byte;
        const { exif, xmp } = heifMetadata(bytes);
        readMetadata(exif, xmp);
      }),
      { numRuns: 2000 },
    );
  });

  test('that name a vast item, or none of this file, tell nothing', () => {
    // Of the third item in the box: id, method, source, base, how many parts; then place and length of the one part.
    const entry = told.indexOf(Buffer.from('0003000000000000021d0001', 'hex'), told.indexOf('iloc'));
    expect(entry).toBeGreaterThan(0);
    const lying = (change: (bytes: Buffer) => void): Uint8Array | undefined => {
      const bytes = Buffer.from(told);
      change(bytes);
      return heifMetadata(bytes).exif;
    };
    expect(lying(() => undefined)).toBeDefined();
    expect(lying((bytes) => bytes.writeUInt32BE(0x7fffffff, entry + 16))).toBeUndefined();
    expect(lying((bytes) => bytes.writeUInt16BE(1, entry + 4))).toBeUndefined();
    expect(lying((bytes) => bytes.writeUInt16BE(2, entry + 2))).toBeUndefined();
  });
});
