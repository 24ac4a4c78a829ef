import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, type PdfPageCharacters } from '../../../main/core/texts/pdf-lines.ts';
import { readPdf } from '../../../main/core/texts/read-pdf.ts';
import { cut } from './cut-spans.ts';

/** A page as pdfium tells it: words at places, 12 points a character. */
function pageOf(
  words: readonly (readonly [text: string, left: number, top: number, size?: number, isBold?: boolean])[],
): PdfPageCharacters {
  const all = words.flatMap(([text, left, top, size = 12, isBold = false]) => [
    ...Array.from(text, (character, index) => ({
      code: character.codePointAt(0) ?? 0,
      box: [left + index * size, 800 - top, left + (index + 1) * size, 800 - top - size, size],
      isBold,
    })),
    { code: 10, box: [0, 0, 0, 0, 0], isBold },
  ]);
  return {
    width: 600,
    height: 800,
    codes: Uint32Array.from(all.map(({ code }) => code)),
    boxes: Float32Array.from(all.flatMap(({ box }) => box)),
    looks: Uint8Array.from(all.map(({ isBold }) => (isBold ? 1 : 0))),
  };
}

describe('a PDF', () => {
  test('running heads, feet and page numbers go; a sentence over two pages is one', () => {
    const page = (number: number, words: string) =>
      pageOf([
        ['样例科技内部资料', 60, 20],
        [words, 60, 300],
        [`第 ${number} 页 共 3 页`, 250, 770],
      ]);
    const { text } = readPdf(
      [page(1, '一'.repeat(40)), page(2, '二'.repeat(40)), page(3, '三'.repeat(10))],
      10_000,
    );
    expect(text).toBe('一'.repeat(40) + '二'.repeat(40) + '三'.repeat(10));
  });

  test('two columns are read one after the other, also where the file draws them line by line', () => {
    const lines = Array.from({ length: 8 }, (_, row) => [
      [`左${row}`.padEnd(18, '文'), 40, 100 + row * 20] as const,
      [`右${row}`.padEnd(18, '字'), 320, 100 + row * 20] as const,
    ]).flat();
    const { text } = readPdf([pageOf(lines)], 10_000);
    expect(text.indexOf('左7')).toBeLessThan(text.indexOf('右0'));
  });

  test('cells of a table stay one row', () => {
    const { text, layout } = readPdf(
      [
        pageOf([
          ['查阅', 60, 100],
          ['设置', 260, 100],
          ['删除', 60, 130],
          ['客服', 260, 130],
        ]),
      ],
      10_000,
    );
    expect(text).toBe('查阅\t设置\n删除\t客服');
    expect(layout.rows).toHaveLength(2);
  });

  test('a hyphen that parts a Latin word goes', () => {
    const words = pageOf([
      ['a'.repeat(38) + ' per-', 60, 100],
      ['sonal data', 60, 116],
    ]);
    expect(readPdf([words], 10_000).text).toContain('personal data');
  });

  test('large words are headings, bold ones stand out', () => {
    const { text, layout } = readPdf(
      [
        pageOf([
          ['存储', 60, 60, 20],
          ['正文正文正文。', 60, 100],
          ['敏感。', 60, 130, 12, true],
          ['正文。', 60, 160],
        ]),
      ],
      10_000,
    );
    expect(cut(text, layout.headings)).toEqual(['存储']);
    expect(cut(text, layout.emphasis)).toEqual(['敏感。']);
  });

  test('whatever the boxes say, reading ends and keeps every character that is on the page', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 1, max: 0xffff }),
            fc.float(),
            fc.float(),
            fc.float(),
            fc.float(),
            fc.float(),
          ),
          { maxLength: 80 },
        ),
        (characters) => {
          const page = {
            width: 600,
            height: 800,
            codes: Uint32Array.from(characters.map(([code]) => code)),
            boxes: Float32Array.from(characters.flatMap(([, ...box]) => box)),
            looks: new Uint8Array(characters.length),
          };
          expect(() => readPdf([page], 1000)).not.toThrow();
          expect(piecesOf(page).every(({ text }) => text.trim() === text)).toBe(true);
        },
      ),
    );
  });
});
