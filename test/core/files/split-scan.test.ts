import { array, assert, constantFrom, integer, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import type { ScanPage } from '../../../main/contract/files.ts';
import { splitByCode } from '../../../main/core/files/split-scan.ts';
import { measure } from './draw-inspection.ts';

const page = (index: number, letter: string | null, number: number): ScanPage => ({
  index,
  hasText: false,
  measure: measure(),
  ...(letter === null ? {} : { code: { dossier: 'd', letter, revision: 'r', page: number, pages: 9 } }),
});

test('pages go to their letters in printed order, those without a code stay together at the end', () => {
  const scanned = [page(0, 'b', 2), page(1, null, 0), page(2, 'a', 1), page(3, 'b', 1)];
  expect(splitByCode(scanned, 5)).toEqual([
    { letter: 'b', pages: [3, 0] },
    { letter: 'a', pages: [2] },
    { letter: null, pages: [1, 4] },
  ]);
});

test('every page of every scan is in exactly one part', () => {
  const pages = array(tuple(constantFrom('a', 'b', 'c', null), integer({ min: 1, max: 4 })), {
    maxLength: 12,
  });
  assert(
    property(pages, nat(3), (found, more) => {
      const count = found.length + more;
      const parts = splitByCode(
        found.map(([letter, number], index) => page(index, letter, number)),
        count,
      );
      expect(parts.flatMap((part) => part.pages).toSorted((x, y) => x - y)).toEqual(
        Array.from({ length: count }, (_, index) => index),
      );
    }),
  );
});
