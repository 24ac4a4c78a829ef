import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textSegments } from '../../../../../renderer/steps/app/text-review/text-segments.ts';

test('passages are marked where they lie', () => {
  expect(textSegments('一二三四五六', [{ start: 4, end: 5 }, { start: 1, end: 3 }])).toEqual([
    { start: 0, text: '一', isMarked: false },
    { start: 1, text: '二三', isMarked: true },
    { start: 3, text: '四', isMarked: false },
    { start: 4, text: '五', isMarked: true },
    { start: 5, text: '六', isMarked: false },
  ]); // prettier-ignore
});

test('without passages the text is one segment, and an empty text none', () => {
  expect(textSegments('全文', [])).toEqual([{ start: 0, text: '全文', isMarked: false }]);
  expect(textSegments('', [{ start: 0, end: 3 }])).toEqual([]);
});

test('whatever the passages, the segments are the text, and marked is what one of them covers', () => {
  const passage = fc
    .tuple(fc.nat(14), fc.nat(14))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 10 }), fc.array(passage, { maxLength: 5 }), (text, passages) => {
      const segments = textSegments(text, passages);
      expect(segments.map((one) => one.text).join('')).toBe(text);
      const marked = segments.flatMap((one) => Array.from({ length: one.text.length }, () => one.isMarked));
      const covered = marked.map((_, at) => passages.some(({ start, end }) => start <= at && at < end));
      expect(marked).toEqual(covered);
      expect(new Set(segments.map(({ start }) => start)).size).toBe(segments.length);
    }),
  );
});
