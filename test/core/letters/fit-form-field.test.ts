import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormField } from '../../../main/contract/forms.ts';
import type { PageItem } from '../../../main/contract/laid-out-document.ts';
import { fitFormField } from '../../../main/core/letters/fit-form-field.ts';
import { emMm } from '../../../main/core/letters/set-glyphs.ts';
import { loadFonts } from './load-fonts.ts';

const fonts = await loadFonts();
const field = (more: Partial<FormField> = {}): FormField => ({
  id: 'a',
  page: 1,
  xMm: 20,
  yMm: 30,
  widthMm: 60,
  heightMm: 8,
  variable: 'company.name',
  ...more,
});

type Text = Extract<PageItem, { kind: 'text' }>;
const texts = (items: readonly PageItem[]): readonly Text[] =>
  items.filter((item): item is Text => item.kind === 'text');
const widthOf = ({ advancesMm }: Text): number => advancesMm.reduce((sum, one) => sum + one, 0);

test('whatever fits stays inside its rectangle, and the words are those given', () => {
  fc.assert(
    fc.property(
      fc.record({
        text: fc.stringMatching(/^[深圳市样例科技有限公司A-Za-z0-9（）·]{1,60}$/u),
        widthMm: fc.double({ min: 10, max: 150, noNaN: true }),
        heightMm: fc.double({ min: 4, max: 40, noNaN: true }),
        sizePt: fc.integer({ min: 8, max: 20 }),
        leastSizePt: fc.option(fc.integer({ min: 5, max: 8 }), { nil: undefined }),
        lines: fc.integer({ min: 1, max: 5 }),
        align: fc.constantFrom('left' as const, 'centre' as const, 'right' as const),
        vertical: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
      }),
      ({ text, leastSizePt, ...more }) => {
        const place = field({ ...more, ...(leastSizePt === undefined ? {} : { leastSizePt }) });
        const fit = fitFormField(place, text, fonts);
        const placed = texts(fit.items);
        expect(placed.map((one) => one.text).join('')).toBe(text);
        expect(fit.sizePt).toBeGreaterThanOrEqual(leastSizePt ?? place.sizePt!);
        if (fit.kind === 'too-long') {
          expect('mm' in fit.over ? fit.over.mm : 0).toBeGreaterThan(0);
          return;
        }
        for (const one of placed) {
          const em = emMm(one.sizePt);
          expect(one.xMm).toBeGreaterThanOrEqual(place.xMm - 0.02);
          expect(one.xMm + widthOf(one)).toBeLessThanOrEqual(place.xMm + place.widthMm + 0.02);
          expect(one.baselineMm - 0.88 * em).toBeGreaterThanOrEqual(place.yMm - 0.02);
          expect(one.baselineMm + 0.12 * em).toBeLessThanOrEqual(place.yMm + place.heightMm + 0.02);
        }
      },
    ),
  );
});

test('a text is set at its size while it fits, and no smaller than it must be', () => {
  const wide = fitFormField(field({ leastSizePt: 6 }), '样例公司', fonts);
  expect(wide).toMatchObject({ kind: 'fits', sizePt: 12 });
  // Twenty ideographs of 60 mm: 3 mm each, 8.5 pt.
  const tight = fitFormField(field({ leastSizePt: 6 }), '样'.repeat(20), fonts);
  expect(tight).toMatchObject({ kind: 'fits', sizePt: 8.5 });
  const long = fitFormField(field({ leastSizePt: 9 }), '样'.repeat(20), fonts);
  expect(long).toMatchObject({ kind: 'too-long', sizePt: 9, over: { unit: 'mm', of: 'width' } });
  expect(long.kind === 'too-long' && 'mm' in long.over ? long.over.mm : 0).toBeCloseTo(20 * emMm(9) - 60, 3);
});

test('each character stands in the middle of its box, and one too many is counted', () => {
  const place = field({ boxes: 6, widthMm: 60 });
  const fit = fitFormField(place, 'A1 样I', fonts);
  const centres = texts(fit.items).flatMap(({ text, xMm, advancesMm, sizePt, font }) => {
    let x = xMm;
    return Array.from(text, (one, index) => {
      const width = fonts[font].advance(one.codePointAt(0)!) * emMm(sizePt);
      const centre = x + width / 2;
      x += advancesMm[index] ?? 0;
      return centre;
    });
  });
  for (const [index, centre] of centres.entries()) expect(centre).toBeCloseTo(20 + 5 + index * 10, 2);
  expect(centres).toHaveLength(4);
  expect(fitFormField(place, '12345678', fonts)).toMatchObject({
    kind: 'too-long',
    over: { unit: 'characters', count: 2 },
  });
});

test('lines stand on the rules of the form, one pitch apart', () => {
  const place = field({ lines: 3, heightMm: 30, widthMm: 40, vertical: 'top' });
  const fit = fitFormField(place, '样例科技公司的办公地址在样例路', fonts);
  expect(fit.kind).toBe('fits');
  const baselines = [...new Set(texts(fit.items).map(({ baselineMm }) => baselineMm))];
  expect(baselines).toHaveLength(2);
  expect(baselines[1]! - baselines[0]!).toBeCloseTo(10, 5);
});
