import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceLines, breakLines, type Line } from '../../../main/core/letters/break-lines.ts';
import { isForbiddenAtEnd, isForbiddenAtStart } from '../../../main/core/letters/characters.ts';
import { emMm, setGlyphs } from '../../../main/core/letters/set-glyphs.ts';
import { loadFonts } from './load-fonts.ts';

const fonts = await loadFonts();
const sizePt = 12;
const em = emMm(sizePt);
const set = (text: string) => setGlyphs([{ text }], { font: 'serif', sizePt }, fonts);
const broken = (text: string, widthMm: number, indentMm = 0): readonly Line[] =>
  breakLines(set(text), { widthMm, indentMm, justify: true, emMm: em });
const textOf = (line: Line): string => line.glyphs.map(({ character }) => character).join('');
const natural = (text: string): number => set(text).reduce((sum, { widthMm }) => sum + widthMm, 0);

const han = fc.string({
  unit: fc.constantFrom(...'本公司就应用发布承诺如下㛃䶮𫖯信息真实准确'),
  minLength: 1,
  maxLength: 12,
});
const mark = fc.constantFrom('，', '。', '；', '”', '》', '）。', '……', '——', '、', '：“', '（', '《', '“');
const latin = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefgXYZ0123456789'), minLength: 1, maxLength: 14 }),
  fc.constantFrom('API', 'SDK 3.2', '440301190001010011', '3.5%', 'Smith’s', '￥100', '2026年11月22日'),
  fc.constantFrom('https://www.example.com/path/to/a-page?with=query&and=more', 'someone@mail.example.com'),
);
/** Chinese with marks and Latin between, as paragraphs are: a mark never stands first. */
const paragraph = fc
  .array(fc.tuple(han, fc.oneof(mark, latin, fc.constant(''), fc.constant(' '))), {
    minLength: 1,
    maxLength: 25,
  })
  .map((parts) => parts.map(([first, second]) => first + second).join(''));
const width = fc.integer({ min: 40, max: 170 });

describe('whatever a paragraph holds', () => {
  test('all its characters come out, once and in order', () => {
    fc.assert(
      fc.property(paragraph, width, (text, widthMm) => {
        expect(broken(text, widthMm).map(textOf).join('')).toBe(text);
      }),
    );
  });

  test('no line is wider than the column, and no advance is negative', () => {
    fc.assert(
      fc.property(paragraph, width, (text, widthMm) => {
        for (const [index, line] of broken(text, widthMm, 2 * em).entries()) {
          const sum = line.advancesMm.reduce((total, advance) => total + advance, 0);
          expect(sum).toBeCloseTo(line.widthMm, 6);
          expect(sum).toBeLessThanOrEqual(widthMm - (index === 0 ? 2 * em : 0) + 0.002);
          expect(Math.min(...line.advancesMm)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('no line starts or ends with a mark that must not', () => {
    fc.assert(
      fc.property(paragraph, width, (text, widthMm) => {
        const lines = broken(text, widthMm).map((line) => Array.from(textOf(line).trimEnd()));
        for (const line of lines.slice(1)) expect(isForbiddenAtStart(line[0] ?? '')).toBe(false);
        for (const line of lines.slice(0, -1)) expect(isForbiddenAtEnd(line.at(-1) ?? '')).toBe(false);
      }),
    );
  });

  test('words and figures are broken only where they are longer than the line', () => {
    const word = /[\x21-\x7E\u2019]/;
    fc.assert(
      fc.property(paragraph, width, (text, widthMm) => {
        const lines = broken(text, widthMm).map(textOf);
        for (const [index, line] of lines.entries()) {
          const next = lines[index + 1] ?? '';
          if (!word.test(line.at(-1) ?? '') || !word.test(next[0] ?? '')) continue;
          const before = /[\x21-\x7E\u2019]+$/.exec(lines.slice(0, index + 1).join(''))?.[0] ?? '';
          const after = /^[\x21-\x7E\u2019]+/.exec(lines.slice(index + 1).join(''))?.[0] ?? '';
          expect(natural(before + after) + 2 * em).toBeGreaterThan(widthMm);
        }
      }),
    );
  });
});

test('lines but the last are spread to the full width', () => {
  const lines = broken('本公司就应用发布承诺如下，信息真实准确'.repeat(6), 100);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines.slice(0, -1)) expect(line.widthMm).toBeCloseTo(100, 6);
  expect(lines.at(-1)?.widthMm).toBeLessThan(100);
});

test('a line that only wide gaps could fill stays ragged', () => {
  const [first] = broken(`甲乙丙${'x'.repeat(60)}`, 150);
  expect(first && textOf(first)).toBe('甲乙丙');
  expect(first?.widthMm).toBeCloseTo(3 * em, 6);
});

test('a closing mark at the end of a line gives up its blank half rather than pull a character down', () => {
  const [first] = broken(`${'甲'.repeat(9)}。${'乙'.repeat(9)}`, 9.6 * em);
  expect(first && textOf(first)).toBe(`${'甲'.repeat(9)}。`);
  expect(first?.widthMm).toBeCloseTo(9.6 * em, 6);
});

test('neighbouring full-width marks share their blank', () => {
  const [line] = breakLines(set('甲”（乙）。'), { widthMm: 100, justify: false, emMm: em });
  expect(line?.widthMm).toBeCloseTo(5 * em, 6);
});

test('—— and …… stay whole, and are two ems wide', () => {
  for (const pair of ['——', '……']) {
    expect(natural(pair)).toBeCloseTo(2 * em, 6);
    for (let before = 1; before < 12; before += 1) {
      const lines = broken('甲'.repeat(before) + pair + '乙'.repeat(10), 8 * em).map(textOf);
      expect(lines.some((line) => line.includes(pair))).toBe(true);
    }
  }
});

test('a date stays on one line, typed or blank', () => {
  for (const date of ['2026年11月22日', '　　　　年　　月　　日']) {
    for (let before = 1; before < 30; before += 1) {
      const lines = broken('甲'.repeat(before) + date + '乙'.repeat(10), 14 * em).map(textOf);
      expect(lines.some((line) => line.includes(date))).toBe(true);
    }
  }
});

test('no single character stands alone on the last line', () => {
  const lines = broken(`${'甲'.repeat(21)}。`, 10 * em).map(textOf);
  expect(Array.from(lines.at(-1) ?? '').length).toBeGreaterThan(2);
});

test('an address longer than the line is broken after its separators', () => {
  const lines = broken(
    'https://www.example.com/some/long/path/that/goes/on/and/on/until/it/does/not/fit',
    60,
  ).map(textOf);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/[/.:]$/);
});

test('centred titles are balanced over their lines', () => {
  const lines = balanceLines(set('腾讯会议开放平台应用发布承诺函与授权委托书'), {
    widthMm: 18 * em,
    emMm: em,
  }).map(textOf);
  expect(lines).toHaveLength(2);
  expect(Math.abs((lines[0]?.length ?? 0) - (lines[1]?.length ?? 0))).toBeLessThanOrEqual(2);
});

test('a character that no face has is spelled out by its code point', () => {
  expect(broken('甲😀乙', 100).map(textOf).join('')).toBe('甲[U+1F600]乙');
});

test('an empty paragraph is one empty line', () => {
  expect(broken('', 100)).toHaveLength(1);
});
