import { expect, test } from 'vitest';
import { charactersOf, textLength } from '../../main/contract/text-length.ts';

test.each([
  ['', 0, 0, 0],
  ['会议', 2, 4, 2],
  ['AI', 2, 2, 1],
  ['A', 1, 1, 1],
  ['会议AI', 4, 6, 3],
  ['ＡＩ', 2, 4, 2],
  ['，。', 2, 4, 2],
  ['“会”', 3, 6, 3],
  ['かな', 2, 4, 2],
  ['ｶﾅ', 2, 2, 1],
  ['한글', 2, 4, 2],
  ['𠮷野家', 3, 6, 3],
  ['e\u0301', 1, 1, 1],
  ['会\u0301', 1, 2, 1],
  ['👨‍👩‍👧', 1, 2, 1],
  ['🇨🇳', 1, 1, 1],
  [' 会议 \n', 2, 4, 2],
  ['第一\n第二', 5, 9, 5],
  ['第一\r\n第二', 5, 9, 5],
])('%j: %i characters, %i widths, %i Han', (text, characters, widths, han) => {
  expect(textLength(text)).toEqual({ characters, widths, han });
});

test('a surrogate pair and a letter with its marks are one character each', () => {
  expect(charactersOf('𠮷e\u0301会')).toEqual(['𠮷', 'e\u0301', '会']);
});

test('a lone surrogate is counted, not lost', () => {
  expect(textLength('会\ud842').characters).toBe(2);
});
