import { expect, test } from 'vitest';
import type { FontId, LaidOutDocument, PageItem } from '../../../main/contract/laid-out-document.ts';
import { shownCharacters } from '../../../main/core/letters/shown-characters.ts';

const codePoints = (text: string): readonly number[] =>
  Array.from(text, (character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
const textItem = (text: string, font: FontId, advancesMm: readonly number[]): PageItem => ({
  kind: 'text',
  text,
  font,
  sizePt: 10.5,
  xMm: 30,
  baselineMm: 30,
  advancesMm,
  grey: 0,
  role: 'body',
});
const documentOf = (...items: readonly PageItem[]): LaidOutDocument => ({
  title: '',
  author: '',
  language: 'zh-CN',
  subject: '',
  keywords: [],
  pages: [{ widthMm: 210, heightMm: 297, items }],
});

test('each face has its characters once and in order, a face that shows nothing is left out', () => {
  const document = documentOf(
    textItem('乙甲乙', 'serif', [1, 1, 1]),
    textItem('𠮷甲', 'serif', [1, 1]),
    textItem('A', 'sans', [1]),
  );
  expect(shownCharacters(document)).toEqual({ serif: codePoints('甲乙𠮷'), sans: codePoints('A') });
});

test('texts that are as wide as each other keep their own characters, though they share their advances', () => {
  const advances = [1, 1];
  const document = documentOf(textItem('甲乙', 'serif', advances), textItem('丙丁', 'serif', advances));
  expect(shownCharacters(document)).toEqual({ serif: codePoints('甲乙丙丁') });
  expect(shownCharacters(documentOf(textItem('甲乙', 'serif', advances)))).toEqual({
    serif: codePoints('甲乙'),
  });
});
