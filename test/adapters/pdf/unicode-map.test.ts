import { expect, test } from 'vitest';
import { unicodeMap } from '../../../main/adapters/pdf/unicode-map.ts';

test('codes map to UTF-16, surrogate pairs beyond the basic plane', () => {
  expect(unicodeMap([0x41, 0x4e2d, 0x2b5af])).toContain('<0001> <0003> [<0041><4E2D><D86DDDAF>]');
});

test('a range keeps to one high byte of the codes', () => {
  const ranges = unicodeMap(Array.from({ length: 600 }, (_, index) => 0x4e00 + index)).match(
    /<\w{4}> <\w{4}> \[/g,
  );
  expect(ranges).toEqual(['<0001> <00FF> [', '<0100> <01FF> [', '<0200> <0258> [']);
});
