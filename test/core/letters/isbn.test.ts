import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIsbn } from '../../../main/core/letters/isbn.ts';

test.each([
  '9787302511625',
  '978-7-302-51162-5',
  'ISBN 978-7-302-51162-5',
  'isbn：978 7 302 51162 5',
  '978‑7‑302‑51162‑5',
  '９７８７３０２５１１６２５',
])('%s is one, however it is written', (text) => {
  expect(isIsbn(text)).toBe(true);
});

test.each(['', '7-302-51162-5', '978730251162', '97873025116255', '978-7-302-51162-X', '977-7-302-51162-5'])(
  '%s is none',
  (text) => {
    expect(isIsbn(text)).toBe(false);
  },
);

test('one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = Array.from('9787302511625');
      digits[at] = String((Number(digits[at]) + by) % 10);
      return !isIsbn(digits.join(''));
    }),
  );
});
