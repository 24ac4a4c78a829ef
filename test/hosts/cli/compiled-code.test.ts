import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCompiled, writeCompiled } from '../../../main/hosts/cli/compiled-code.ts';
import { temporaryFolder } from '../../adapters/disk/temporary-folder.ts';

const code = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 256));

test('compiled code comes back as it was kept, in folders that were not there', () => {
  const folder = join(temporaryFolder(), '缓存', 'compiled');
  const place = { folder, command: 'letters', key: 'one' };
  expect(readCompiled(place)).toBeNull();
  writeCompiled(place, code);
  expect(readCompiled(place)?.equals(code)).toBe(true);
  expect(readCompiled({ ...place, key: 'two' })).toBeNull();
  expect(readCompiled({ ...place, command: 'check' })).toBeNull();
});

test.each([
  [
    'with another byte',
    (bytes: Buffer) => Buffer.concat([Buffer.from([bytes.readUInt8(0) ^ 1]), bytes.subarray(1)]),
  ],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 3000)],
  ['emptied', () => Buffer.alloc(0)],
])('a file %s is no compiled code', (_, damage) => {
  const place = { folder: temporaryFolder(), command: 'letters', key: 'one' };
  writeCompiled(place, code);
  const file = join(place.folder, 'letters.one');
  writeFileSync(file, damage(readFileSync(file)));
  expect(readCompiled(place)).toBeNull();
});

test('a newer program takes the place of the older one, and of no other command', () => {
  const folder = temporaryFolder();
  writeCompiled({ folder, command: 'letters-batch', key: 'old' }, code);
  writeCompiled({ folder, command: 'letters', key: 'old' }, code);
  writeCompiled({ folder, command: 'letters', key: 'new' }, code);
  expect(readdirSync(folder).toSorted()).toEqual(['letters-batch.old', 'letters.new']);
});

test('a place that cannot be written is left alone', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const place = { folder: join(file, 'compiled'), command: 'letters', key: 'one' };
  expect(() => writeCompiled(place, code)).not.toThrow();
  expect(readCompiled(place)).toBeNull();
});
