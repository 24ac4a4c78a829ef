import { expect, test } from 'vitest';
import { chineseNumber, levelNumber } from '../../../main/core/letters/numbering.ts';

test('numbers are written in Chinese', () => {
  expect([1, 9, 10, 11, 19, 20, 21, 99].map(chineseNumber)).toEqual([
    '一', '九', '十', '十一', '十九', '二十', '二十一', '九十九',
  ]); // prettier-ignore
});

test('levels are numbered as GB/T 9704 has them', () => {
  expect([1, 2, 3, 4, 5].map((level) => levelNumber(level, 2))).toEqual([
    '二、',
    '（二）',
    '2.',
    '（2）',
    '②',
  ]);
});
