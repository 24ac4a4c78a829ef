import { expect, test } from 'vitest';
import { cardAfterKey } from '../../../renderer/home/card-moves.ts';

test.each([
  ['ArrowRight', 4, 5],
  ['ArrowLeft', 4, 3],
  ['ArrowDown', 4, 7],
  ['ArrowUp', 4, 1],
  ['Home', 4, 0],
  ['End', 4, 7],
])('%s leads from one card to another of a grid', (key, from, to) => {
  expect(cardAfterKey(key, from, 3, 8)).toBe(to);
});

test.each([
  ['ArrowRight', 7],
  ['ArrowDown', 5],
  ['ArrowLeft', 0],
  ['ArrowUp', 2],
  ['Home', 0],
  ['End', 7],
  ['Tab', 3],
])('%s from card %i leads nowhere', (key, from) => {
  expect(cardAfterKey(key, from, 3, 8)).toBeNull();
});
