import type { FontId, FontSet, PageItem } from '../../contract/laid-out-document.ts';
import type { Run } from '../../contract/letters.ts';
import { breakLines, type Line } from './break-lines.ts';
import { placeLine } from './place-line.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { baselineIn, type Typography } from './typography.ts';

/** What is placed as one piece. Its items count from its own top and from the left edge of the page. */
export interface Row {
  readonly heightMm: number;
  /** Left out where the row is first on its page. */
  readonly spaceBeforeMm: number;
  readonly items: readonly PageItem[];
  /** No page ends after it. */
  readonly keepWithNext: boolean;
  /** Whether it is a line of text that a signature block may follow. */
  readonly isText: boolean;
  /** Lines of text that must stand before it on its page. */
  readonly linesBefore: number;
  /** Repeated above it where it is first on its page: a table's heading. */
  readonly header: Row | null;
}

/** What rows are made with. */
export interface Setting {
  readonly typography: Typography;
  readonly fonts: FontSet;
}

export const plainRow: Omit<Row, 'heightMm' | 'items'> = {
  spaceBeforeMm: 0,
  keepWithNext: false,
  isText: false,
  linesBefore: 0,
  header: null,
};

interface TextStyle {
  readonly font: FontId;
  readonly sizePt: number;
  readonly pitchMm: number;
  readonly indentEm: number;
  readonly align: 'justify' | 'start' | 'centre' | 'end';
  readonly xMm: number;
  readonly widthMm: number;
  readonly grey?: number;
  readonly spaceBeforeMm?: number;
  readonly keepWithNext?: boolean;
}

/** As many paragraphs are kept: those of a few letters. */
const keptParagraphs = 300;
const paragraphs = new WeakMap<FontSet, Map<string, readonly Row[]>>();

/**
 * A paragraph as rows, a line each: at least two lines of it stay together at the foot and at the head of a page. The same
 * rows for the same paragraph, as long as they are kept: a template's letters have most of theirs in common.
 */
export function textRows(runs: readonly Run[], style: TextStyle, setting: Setting): readonly Row[] {
  const kept = paragraphs.get(setting.fonts) ?? new Map<string, readonly Row[]>();
  paragraphs.set(setting.fonts, kept);
  const key = keyOf(runs, style);
  const rows = kept.get(key) ?? setRows(runs, style, setting);
  kept.delete(key);
  kept.set(key, rows);
  const [oldest] = kept.keys();
  if (kept.size > keptParagraphs && oldest !== undefined) kept.delete(oldest);
  return rows;
}

/** All that a paragraph's rows hang on besides the fonts. */
function keyOf(runs: readonly Run[], style: TextStyle): string {
  const measures = [
    style.sizePt,
    style.pitchMm,
    style.indentEm,
    style.xMm,
    style.widthMm,
    style.grey,
    style.spaceBeforeMm,
  ];
  const said = runs.map(
    ({ text, bold, underline }) =>
      `${bold === true ? 'b' : ''}${underline === true ? 'u' : ''}${text.length}:${text}`,
  );
  return `${style.font} ${style.align} ${style.keepWithNext} ${measures.join(' ')} ${said.join('')}`;
}

function setRows(runs: readonly Run[], style: TextStyle, setting: Setting): readonly Row[] {
  const em = emMm(style.sizePt);
  const indentMm = style.indentEm * em;
  const lines = breakLines(setGlyphs(runs, style, setting.fonts), {
    widthMm: style.widthMm,
    indentMm,
    justify: style.align === 'justify',
    emMm: em,
  });
  return lines.map((line, index): Row => {
    const isLast = index === lines.length - 1;
    return {
      ...plainRow,
      heightMm: style.pitchMm,
      spaceBeforeMm: index === 0 ? (style.spaceBeforeMm ?? 0) : 0,
      items: placeLine(line, {
        xMm: style.xMm + (index === 0 ? indentMm : 0) + shift(line, style, index === 0 ? indentMm : 0),
        baselineMm: baselineIn(style.pitchMm, em),
        sizePt: style.sizePt,
        grey: style.grey ?? 0,
        role: 'body',
      }),
      keepWithNext: isLast ? (style.keepWithNext ?? false) : index === 0 || index === lines.length - 2,
      isText: true,
    };
  });
}

function shift(
  line: Line,
  style: { readonly align: 'justify' | 'start' | 'centre' | 'end'; readonly widthMm: number },
  indentMm: number,
): number {
  const slack = style.widthMm - indentMm - line.widthMm;
  if (style.align === 'centre') return slack / 2;
  return style.align === 'end' ? slack : 0;
}

/** Items with their text said to be of an element of its block, counted as `blockElements` does. */
export function inElement(element: number, items: readonly PageItem[]): readonly PageItem[] {
  return items.map((item) => (item.kind === 'text' ? { ...item, element } : item));
}

/** Items moved by so much. */
export function moved(items: readonly PageItem[], dxMm: number, dyMm: number): readonly PageItem[] {
  return items.map((item): PageItem => {
    switch (item.kind) {
      case 'text':
        return { ...item, xMm: item.xMm + dxMm, baselineMm: item.baselineMm + dyMm };
      case 'line':
        return {
          ...item,
          x1Mm: item.x1Mm + dxMm,
          x2Mm: item.x2Mm + dxMm,
          y1Mm: item.y1Mm + dyMm,
          y2Mm: item.y2Mm + dyMm,
        };
      case 'ellipse':
        return {
          ...item,
          xMm: item.xMm + dxMm,
          yMm: item.yMm + dyMm,
          ...(item.clipLeftMm === undefined ? {} : { clipLeftMm: item.clipLeftMm + dxMm }),
        };
      case 'box':
      case 'matrix':
        return { ...item, xMm: item.xMm + dxMm, yMm: item.yMm + dyMm };
    }
  });
}
