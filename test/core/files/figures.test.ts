import { expect, test } from 'vitest';
import { exactBytes, formatBytes, formatShare, listTypes } from '../../../main/core/files/figures.ts';

test('sizes are in units of 1,000 with at most one decimal', () => {
  expect([0, 999, 1000, 1234, 23_449, 512_000, 999_949, 999_950, 3_500_000, 2_000_000_000].map(formatBytes)).toEqual([
    '0 B', '999 B', '1 KB', '1.2 KB', '23.4 KB', '512 KB', '999.9 KB', '1 MB', '3.5 MB', '2000 MB',
  ]); // prettier-ignore
});

test('exact sizes show every byte in groups of three', () => {
  expect(exactBytes(1_234_567)).toEqual({ zh: '1.2 MB（1,234,567 字节）', en: '1.2 MB (1,234,567 bytes)' });
  expect(exactBytes(12)).toEqual({ zh: '12 B', en: '12 B' });
});

test('types and shares read naturally', () => {
  expect(listTypes(['png', 'jpeg', 'docx'])).toEqual({ zh: 'PNG、JPG、Word', en: 'PNG or JPG or Word' });
  expect([formatShare(0.0004), formatShare(0.25)]).toEqual(['0.04%', '25.0%']);
});
