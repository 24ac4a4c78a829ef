import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { steadyDeflate } from '../../../main/adapters/pdf/steady-deflate.ts';

const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, index) => (index * index) % 251));

test.each([
  ['in the middle', 100, 30_000],
  ['at the beginning', 0, 30_000],
  ['to the end', 100, 40_000],
  ['without length', 100, 100],
])('bytes come back whole from a stretch %s, the second time as the first', (_, from, to) => {
  const first = steadyDeflate(bytes, from, to, undefined);
  expect(inflateSync(first.deflated).equals(bytes)).toBe(true);
  const second = steadyDeflate(bytes, from, to, first.stretch);
  expect(second.stretch).toBe(first.stretch);
  expect(second.deflated.equals(first.deflated)).toBe(true);
});

test('a stretch that is another is compressed anew', () => {
  const { stretch } = steadyDeflate(bytes, 100, 30_000, undefined);
  const other = Buffer.from(bytes);
  other.writeUInt8(255, 200);
  const again = steadyDeflate(other, 100, 30_000, stretch);
  expect(again.stretch).not.toBe(stretch);
  expect(inflateSync(again.deflated).equals(other)).toBe(true);
});
