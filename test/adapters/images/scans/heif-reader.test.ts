import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHeifReader } from '../../../../main/adapters/images/scans/heif-reader.ts';

const photo = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'wide.heic'));
/** A box that readers pass over makes the photograph as large as a telephone's. */
const paddingBytes = 4_000_000;

test('one photograph after the other takes no more memory than the first few', async () => {
  const padding = new Uint8Array(paddingBytes);
  new DataView(padding.buffer).setUint32(0, paddingBytes);
  padding.set(Buffer.from('free'), 4);
  const large = Buffer.concat([photo, padding]);
  const reader = createHeifReader();
  const { width, height } = await reader.decode(large);
  expect([width, height]).not.toContain(0);
  await reader.decode(large);
  const held = reader.heldBytes();
  for (let index = 0; index < 12; index += 1) await reader.decode(large);
  expect(reader.heldBytes()).toBe(held);
});
