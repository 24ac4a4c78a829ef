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
  // Few texts: most paragraphs differ in their style alone.
  const few = fc.constantFrom([{ text: '印齐' }], [{ text: '印齐，承诺', bold: true }, { text: 'A1' }]);
  const runs = fc.oneof(few, fc.array(run, { maxLength: 3 }));
  const paragraphs = fc.array(fc.tuple(runs, style), { maxLength: 12 });
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

test.each([
  { font: 'sans' },
  { sizePt: 16 },
  { pitchMm: 9.5 },
  { indentEm: 0 },
  { align: 'centre' },
  { xMm: 30 },
  { widthMm: 60 },
  { grey: 0.25 },
  { spaceBeforeMm: 4 },
  { keepWithNext: true },
] as const)('another %o is another paragraph', (change) => {
  const runs = [{ text: '印齐承诺，印齐承诺。'.repeat(3) }];
  const one = { ...base, widthMm: 100 };
  const before = textRows(runs, one, setting);
  const changed = textRows(runs, { ...one, ...change }, setting);
  expect(changed).not.toEqual(before);
  expect(changed).toEqual(textRows(runs, { ...one, ...change }, { typography, fonts: { ...fonts } }));
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
