import { expect, test } from 'vitest';
import { nextOpen } from '../../../renderer/components/use-folds.ts';

const ids = ['a', 'b', 'c', 'd'];
const done =
  (...finished: readonly string[]) =>
  (id: string) =>
    finished.includes(id);

test('the first panel that is not done is the next one', () => {
  expect(nextOpen(ids, done('a', 'b'))).toBe('c');
  expect(nextOpen(ids, done())).toBe('a');
});

test('after a panel the search goes on below it, and then from the top', () => {
  expect(nextOpen(ids, done('b', 'c'), 'b')).toBe('d');
  expect(nextOpen(ids, done('d'), 'c')).toBe('a');
});

test('a panel never leads to itself, and there is no next one when all others are done', () => {
  expect(nextOpen(ids, done('a', 'b', 'd'), 'c')).toBeUndefined();
  expect(nextOpen(ids, done(...ids))).toBeUndefined();
});
