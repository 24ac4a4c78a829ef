import type { PageItem } from '../../contract/laid-out-document.ts';
import type { Block } from '../../contract/letters.ts';
import { breakLines, type Line } from './break-lines.ts';
import { placeLine } from './place-line.ts';
import { hasTableHeading, tableElement } from './page-elements.ts';
import { inElement, plainRow, type Row, type Setting } from './rows.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { baselineIn } from './typography.ts';

type Table = Extract<Block, { kind: 'table' }>;

const paddingMm = 1.4;
const rule = { widthPt: 0.5, grey: 0.35, role: 'body' } as const;

/**
 * A table as rows: cells wrapped, thin rules around each, widths by the columns' shares; its heading comes back where
 * a page begins inside it. A row too high for a page is cut between lines.
 */
export function tableRows(table: Table, spaceBeforeMm: number, setting: Setting): readonly Row[] {
  const { typography } = setting;
  const sizePt = table.sizePt ?? typography.tablePt;
  const em = emMm(sizePt);
  const pitchMm = em * 1.5;
  const total = table.columns.reduce((sum, { share }) => sum + share, 0);
  let x = typography.marginLeftMm;
  const columns = table.columns.map(({ share }) => {
    const widthMm = (typography.areaWidthMm * share) / total;
    const column = { xMm: x, widthMm };
    x += widthMm;
    return column;
  });
  const cellLines = (text: string, widthMm: number, isHeading: boolean): readonly Line[] =>
    text.split('\n').flatMap((part) =>
      breakLines(
        setGlyphs([{ text: part }], { font: isHeading ? 'serif-bold' : 'serif', sizePt }, setting.fonts),
        {
          widthMm: widthMm - 2 * paddingMm,
          justify: false,
          emMm: em,
        },
      ),
    );
  const place = (
    cells: readonly (readonly Line[])[],
    row: number | 'heading',
  ): Pick<Row, 'heightMm' | 'items'> => {
    const heightMm = Math.max(1, ...cells.map((lines) => lines.length)) * pitchMm + 2 * paddingMm;
    const items: PageItem[] = [];
    for (const [index, { xMm, widthMm }] of columns.entries()) {
      items.push({ kind: 'box', xMm, yMm: 0, widthMm, heightMm, ...rule });
      for (const [number, line] of (cells[index] ?? []).entries()) {
        const placed = placeLine(line, {
          xMm: xMm + paddingMm,
          baselineMm: paddingMm + number * pitchMm + baselineIn(pitchMm, em),
          sizePt,
          grey: 0,
          role: 'body',
        });
        items.push(...inElement(tableElement(table, row, index), placed));
      }
    }
    return { heightMm, items };
  };
  const heading = columns.map(({ widthMm }, index) =>
    cellLines(table.columns[index]?.title ?? '', widthMm, true),
  );
  const hasHeading = hasTableHeading(table);
  const header: Row = { ...plainRow, ...place(heading, 'heading'), spaceBeforeMm, keepWithNext: true };
  const headerMm = hasHeading ? header.heightMm : 0;
  const mostLines = Math.max(1, Math.floor((typography.areaHeightMm - headerMm - 2 * paddingMm) / pitchMm));
  const body = table.rows.flatMap((row, number): readonly Row[] => {
    const cells = columns.map(({ widthMm }, index) => cellLines(row[index] ?? '', widthMm, false));
    const most = Math.max(1, ...cells.map((lines) => lines.length));
    const pieces: Row[] = [];
    for (let from = 0; from < most; from += mostLines) {
      pieces.push({
        ...plainRow,
        ...place(
          cells.map((lines) => lines.slice(from, from + mostLines)),
          number,
        ),
        header: hasHeading ? header : null,
      });
    }
    return pieces;
  });
  if (hasHeading) return [header, ...body];
  return body.map((row, index) => (index === 0 ? { ...row, spaceBeforeMm } : row));
}
