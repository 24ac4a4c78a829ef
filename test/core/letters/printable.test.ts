import { expect, test } from 'vitest';
import { codePointName, faceFor, printableText, unprintable } from '../../../main/core/letters/printable.ts';
import { loadFonts } from './load-fonts.ts';

const fonts = await loadFonts();

test('Kangxi radicals become ideographs, and nothing else is normalised', () => {
  expect(printableText('⼀⽅⿕')).toBe('一方龠');
  expect(printableText('Ａ①㈱ｶﬁ金')).toBe('Ａ①㈱ｶﬁ金');
});

test('white space of every kind becomes one blank', () => {
  expect(printableText('  深圳\r\n\t市　公司 ')).toBe('深圳 市 公司');
});

test('characters without a face and invisible ones are named, each once', () => {
  expect(unprintable(['甲😀乙😀', '丙\u202E丁\u0000', '𠮷'], fonts)).toEqual([
    '😀',
    'U+202E',
    'U+0000',
    '𠮷',
  ]);
  expect(unprintable(['甲😀乙😀'], fonts), 'asked again').toEqual(['😀']);
  expect(unprintable(['镕喆堃䶮㛃𫖯 ☐☑ A1·—…'], fonts)).toEqual([]);
});

test('another face is taken where the wanted one lacks a character', () => {
  const without = { ...fonts, serif: { ...fonts.serif, has: () => false } };
  expect(faceFor('中', 'serif', without)).toBe('serif-bold');
  expect(faceFor('中', 'sans', without)).toBe('sans');
  expect(faceFor('😀', 'serif', fonts)).toBeNull();
});

test('code points are named with at least four digits', () => {
  expect([codePointName('\u200B'), codePointName('😀')]).toEqual(['U+200B', 'U+1F600']);
});
