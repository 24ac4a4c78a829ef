import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textRows } from '../../../main/core/letters/rows.ts';
import { typographyOf } from '../../../main/core/letters/typography.ts';
import { loadFonts } from './load-fonts.ts';

const fonts = await loadFonts();
const typography = typographyOf('letter');
const setting = { typography, fonts };

const run = fc.record(
  {
    text: fc.string({ unit: fc.constantFrom(...'印齐承诺，。“”A1 '), maxLength: 60 }),
    bold: fc.boolean(),
    underline: fc.boolean(),
  },
  { requiredKeys: ['text'] },
);
const style = fc.record(
  {
    font: fc.constantFrom('serif' as const, 'sans' as const),
    sizePt: fc.constantFrom(12, 16),
    pitchMm: fc.constantFrom(8, 9.5),
    indentEm: fc.constantFrom(0, 2),
    align: fc.constantFrom('justify' as const, 'start' as const, 'centre' as const, 'end' as const),
    xMm: fc.constantFrom(28, 30),
    widthMm: fc.constantFrom(60, 156),
    grey: fc.constantFrom(0, 0.25),
    spaceBeforeMm: fc.constantFrom(0, 4),
    keepWithNext: fc.boolean(),
  },
  { requiredKeys: ['font', 'sizePt', 'pitchMm', 'indentEm', 'align', 'xMm', 'widthMm'] },
);

test('kept rows are those that are set anew, whatever was set before', () => {
  const paragraphs = fc.array(fc.tuple(fc.array(run, { maxLength: 3 }), style), { maxLength: 12 });
  fc.assert(
    fc.property(paragraphs, (given) => {
      for (const [runs, one] of given) {
        // Fonts of their own keep nothing.
        const anew = textRows(runs, one, { typography, fonts: { ...fonts } });
        expect(textRows(runs, one, setting)).toEqual(anew);
        expect(textRows(runs, one, setting)).toEqual(anew);
      }
    }),
  );
});

test('the same paragraph gives the same rows, and runs cut elsewhere are another', () => {
  const one = { ...base, widthMm: 156 };
  const rows = textRows([{ text: '印齐' }, { text: '承诺', bold: true }], one, setting);
  expect(textRows([{ text: '印齐' }, { text: '承诺', bold: true }], { ...one }, setting)).toBe(rows);
  expect(textRows([{ text: '印齐承' }, { text: '诺', bold: true }], one, setting)).not.toEqual(rows);
  expect(textRows([{ text: '印齐' }, { text: '承诺', underline: true }], one, setting)).not.toEqual(rows);
});

const base = {
  font: 'serif' as const,
  sizePt: 12,
  pitchMm: 8,
  indentEm: 2,
  align: 'justify' as const,
  xMm: 28,
};
