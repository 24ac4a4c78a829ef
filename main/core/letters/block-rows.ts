import type { Block } from '../../contract/letters.ts';
import { balanceLines, breakLines } from './break-lines.ts';
import { handwrittenRows } from './handwritten-rows.ts';
import { placeLine } from './place-line.ts';
import { inElement, plainRow, textRows, type Row, type Setting } from './rows.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { signatureRow } from './signature-row.ts';
import { tableRows } from './table-rows.ts';
import { baselineIn } from './typography.ts';

/** The rows of a block; `previous` decides the space above it. */
export function blockRows(block: Block, previous: Block | undefined, setting: Setting): readonly Row[] {
  const { typography } = setting;
  const spaceBeforeMm = spaceBefore(block, previous, setting);
  const body = {
    font: 'serif' as const,
    sizePt: typography.bodyPt,
    pitchMm: typography.pitchMm,
    xMm: typography.marginLeftMm,
    widthMm: typography.areaWidthMm,
    spaceBeforeMm,
  };
  switch (block.kind) {
    case 'title':
      return titleRows(block.text, spaceBeforeMm, setting);
    case 'salutation':
      return textRows(block.runs, { ...body, indentEm: 0, align: 'start', keepWithNext: true }, setting);
    case 'heading':
      return textRows(
        block.level === 1 ? block.runs.map((run) => ({ ...run, bold: true })) : block.runs,
        { ...body, indentEm: typography.indentEm, align: 'start', keepWithNext: true },
        setting,
      ).map((row) => ({ ...row, keepWithNext: true }));
    case 'paragraph':
      return textRows(
        block.runs,
        { ...body, indentEm: block.indent ? typography.indentEm : 0, align: block.align ?? 'justify' },
        setting,
      );
    case 'note':
      return textRows(
        block.runs,
        {
          ...body,
          sizePt: typography.notePt,
          pitchMm: typography.notePitchMm,
          indentEm: 0,
          align: 'justify',
          grey: 0.25,
        },
        setting,
      );
    case 'particulars':
      return particularsRows(block, spaceBeforeMm, setting);
    case 'table':
      return tableRows(block, spaceBeforeMm, setting);
    case 'handwritten':
      return handwrittenRows(block, spaceBeforeMm, setting);
    case 'signature':
      return [signatureRow(block, spaceBeforeMm, setting)];
  }
}

function spaceBefore(block: Block, previous: Block | undefined, setting: Setting): number {
  const { pitchMm } = setting.typography;
  if (previous === undefined) return 0;
  if (block.kind === 'signature') return pitchMm * 0.7;
  if (previous.kind === 'title') return pitchMm * 0.8;
  if (block.kind === 'table' || previous.kind === 'table') return pitchMm / 2;
  if (block.kind === 'note' && previous.kind !== 'note') return pitchMm / 2;
  if (block.kind === 'handwritten') return pitchMm / 2;
  if (block.kind === 'particulars') return pitchMm * 0.15;
  if (previous.kind === 'particulars') return block.kind === 'paragraph' ? pitchMm * 0.25 : pitchMm * 0.15;
  return 0;
}

function titleRows(text: string, spaceBeforeMm: number, setting: Setting): readonly Row[] {
  const { typography, fonts } = setting;
  const em = emMm(typography.titlePt);
  const type = { font: 'serif-bold' as const, sizePt: typography.titlePt };
  const lines = text
    .split('\n')
    .flatMap((line) =>
      balanceLines(setGlyphs([{ text: line }], type, fonts), { widthMm: typography.areaWidthMm, emMm: em }),
    );
  return lines.map((line, index) => ({
    ...plainRow,
    heightMm: typography.titlePitchMm,
    spaceBeforeMm: index === 0 ? spaceBeforeMm : 0,
    items: placeLine(line, {
      xMm: typography.marginLeftMm + (typography.areaWidthMm - line.widthMm) / 2,
      baselineMm: baselineIn(typography.titlePitchMm, em),
      sizePt: typography.titlePt,
      grey: 0,
      role: 'body',
    }),
    keepWithNext: true,
  }));
}

/** Label and value side by side, the values in one column; what is too long wraps inside its column. */
function particularsRows(
  block: Extract<Block, { kind: 'particulars' }>,
  spaceBeforeMm: number,
  setting: Setting,
): readonly Row[] {
  const { typography, fonts } = setting;
  const em = emMm(typography.bodyPt);
  const pitchMm = typography.particularsPitchMm;
  const left = typography.marginLeftMm + typography.indentEm * em;
  const widthMm = typography.areaWidthMm - typography.indentEm * em;
  const type = { font: 'serif' as const, sizePt: typography.bodyPt };
  const set = (text: string, availableMm: number): ReturnType<typeof breakLines> =>
    breakLines(setGlyphs([{ text }], type, fonts), { widthMm: availableMm, justify: false, emMm: em });
  const labels = block.rows.map(({ label }) => set(`${label}：`, widthMm * 0.45));
  const labelMm = Math.max(0, ...labels.flat().map((line) => line.widthMm));
  const line = { sizePt: typography.bodyPt, grey: 0, role: 'body' as const };
  return block.rows.flatMap(({ value }, index): readonly Row[] => {
    const label = labels[index] ?? [];
    const values = set(value, widthMm - labelMm);
    const count = Math.max(label.length, values.length);
    return Array.from({ length: count }, (_, number): Row => {
      const baselineMm = baselineIn(pitchMm, em);
      const first = label[number];
      const second = values[number];
      return {
        ...plainRow,
        heightMm: pitchMm,
        spaceBeforeMm: index === 0 && number === 0 ? spaceBeforeMm : 0,
        items: [
          ...(first === undefined
            ? []
            : inElement(2 + 3 * index, placeLine(first, { ...line, xMm: left, baselineMm }))),
          ...(second === undefined
            ? []
            : inElement(3 + 3 * index, placeLine(second, { ...line, xMm: left + labelMm, baselineMm }))),
        ],
        keepWithNext: number < count - 1 && (number === 0 || number === count - 2),
        isText: true,
      };
    });
  });
}
