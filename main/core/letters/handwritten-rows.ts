import type { PageItem } from '../../contract/laid-out-document.ts';
import type { Block, Run } from '../../contract/letters.ts';
import { breakLines } from './break-lines.ts';
import { placeLine } from './place-line.ts';
import { inElement, plainRow, textRows, type Row, type Setting } from './rows.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { baselineIn } from './typography.ts';

/** What handwriting takes: between the rules, and a character along them. */
const rulePitchMm = 12;
const characterMm = 8;
const copyPt = 7.5;
const copyPitchMm = 3.7;
/** Between the margin's words and the type area, and how wide they stand. */
const marginGapMm = 2;
const marginWidthMm = 19;
/** What no printer reaches. */
const paperEdgeMm = 5;

const blankDate: readonly Run[] = [
  { text: '　　　　', underline: true },
  { text: '年' },
  { text: '　　', underline: true },
  { text: '月' },
  { text: '　　', underline: true },
  { text: '日' },
];

/** Each text to copy as one row: as many rules as handwriting takes, and the words beside them in the left margin. */
export function handwrittenRows(
  block: Extract<Block, { kind: 'handwritten' }>,
  spaceBeforeMm: number,
  setting: Setting,
): readonly Row[] {
  const { typography } = setting;
  const copies = block.copies.map((copy, index): Row => ({
    ...copyRow(copy, index, setting),
    spaceBeforeMm: index === 0 ? spaceBeforeMm : copyPitchMm,
    keepWithNext: block.isDated && index === block.copies.length - 1,
  }));
  if (!block.isDated) return copies;
  const date = textRows(
    blankDate,
    {
      font: 'serif',
      sizePt: typography.bodyPt,
      pitchMm: rulePitchMm,
      xMm: typography.marginLeftMm,
      widthMm: typography.areaWidthMm,
      indentEm: 0,
      align: 'end',
    },
    setting,
  );
  return [...copies, ...date.map((row) => ({ ...row, items: inElement(block.copies.length, row.items) }))];
}

function copyRow(copy: string, element: number, setting: Setting): Row {
  const { typography, fonts } = setting;
  const em = emMm(copyPt);
  const left = Math.max(paperEdgeMm, typography.marginLeftMm - marginGapMm - marginWidthMm);
  const lines = ['请手写：', copy].flatMap((text) =>
    breakLines(setGlyphs([{ text }], { font: 'serif', sizePt: copyPt }, fonts), {
      widthMm: typography.marginLeftMm - marginGapMm - left,
      justify: false,
      emMm: em,
    }),
  );
  const rules = Math.max(1, Math.ceil((Array.from(copy).length * characterMm) / typography.areaWidthMm));
  const words = lines.flatMap((line, index) =>
    placeLine(line, {
      xMm: left,
      baselineMm: index * copyPitchMm + baselineIn(copyPitchMm, em),
      sizePt: copyPt,
      grey: 0.4,
      role: 'margin',
    }),
  );
  const ruled = Array.from({ length: rules }, (_, index): PageItem => {
    const y = (index + 1) * rulePitchMm - 1;
    return {
      kind: 'line',
      x1Mm: typography.marginLeftMm,
      y1Mm: y,
      x2Mm: typography.marginLeftMm + typography.areaWidthMm,
      y2Mm: y,
      widthPt: 0.6,
      grey: 0,
      role: 'body',
    };
  });
  return {
    ...plainRow,
    heightMm: Math.max(rules * rulePitchMm, lines.length * copyPitchMm),
    items: [...inElement(element, words), ...ruled],
  };
}
