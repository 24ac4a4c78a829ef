import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { steadyDeflate, steadyPart } from '../../../main/adapters/pdf/steady-deflate.ts';

const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, index) => (index * index) % 251));

// Node's inflate compares the stream's checksum with what it unpacked.
test.each([
  ['in the middle', 100, 30_000],
  ['at the beginning', 0, 30_000],
  ['at the end', 100, 40_000],
  ['without length', 100, 100],
  ['that is everything', 0, 40_000],
])('bytes come back whole with a part %s that was compressed before', (_, from, to) => {
  const part = steadyPart(bytes.subarray(from, to));
  const deflated = steadyDeflate(bytes.subarray(0, from), part, bytes.subarray(to));
  expect(inflateSync(deflated).equals(bytes)).toBe(true);
});

test('one part goes into several streams', () => {
  const part = steadyPart(bytes);
  for (const text of ['', 'a', 'letters of another company']) {
    const other = Buffer.from(text);
    const deflated = steadyDeflate(other, part, other);
    expect(inflateSync(deflated).equals(Buffer.concat([other, bytes, other]))).toBe(true);
  }
});

test('bytes of 255 only, whose sums are the largest, keep their checksum', () => {
  const high = Buffer.alloc(70_000, 255);
  const deflated = steadyDeflate(high, steadyPart(high), high);
  expect(inflateSync(deflated)).toHaveLength(210_000);
});
