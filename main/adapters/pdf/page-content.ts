import type { FontId, PageItem } from '../../contract/letters.ts';
import type { EmbeddedFace } from './embed-face.ts';

const pointsPerMm = 72 / 25.4;
/** A circle's quarter as a Bézier curve: how far the handles reach, in radii. */
const quarter = 0.5523;

const number = (value: number): string => {
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
};

/** A character off its place by no more than this, in thousandths of the em, is left there: 0.01 mm at 12 pt. */
const unseen = 2;

/** The content stream of a page, its items in the order given. What is not the letter's own text is marked as an artifact. */
export function pageContent(
  items: readonly PageItem[],
  heightMm: number,
  faces: ReadonlyMap<FontId, { readonly face: EmbeddedFace; readonly resource: string }>,
): string {
  const x = (mm: number): string => number(mm * pointsPerMm);
  const y = (mm: number): string => number((heightMm - mm) * pointsPerMm);
  const length = (mm: number): string => number(mm * pointsPerMm);
  const pen = (item: {
    readonly widthPt: number;
    readonly grey: number;
    readonly dashed?: boolean;
  }): string => `${number(item.grey)} G ${number(item.widthPt)} w ${item.dashed ? '[2.5 2]' : '[]'} 0 d`;

  const draw = (item: PageItem): string => {
    switch (item.kind) {
      case 'text': {
        const font = faces.get(item.font);
        if (font === undefined) throw new Error(`the face ${item.font} was not embedded`);
        return [
          `BT ${number(item.grey)} g /${font.resource} ${number(item.sizePt)} Tf`,
          `1 0 0 1 ${x(item.xMm)} ${y(item.baselineMm)} Tm ${shownText(item, font.face)} ET`,
        ].join(' ');
      }
      case 'line':
        return `${pen(item)} ${x(item.x1Mm)} ${y(item.y1Mm)} m ${x(item.x2Mm)} ${y(item.y2Mm)} l S`;
      case 'box':
        return `${pen(item)} ${x(item.xMm)} ${y(item.yMm + item.heightMm)} ${length(item.widthMm)} ${length(item.heightMm)} re S`;
      case 'ellipse':
        return `${pen(item)} ${ellipse(item, x, y)} S`;
      case 'matrix': {
        const module = item.sizeMm / Math.max(1, item.modules.length);
        const runs = darkRuns(item.modules).map(({ row, from, to }) => `${from} ${row} ${to - from} 1 re`);
        // From its top left corner, a module a unit, downwards.
        const grid = `${length(module)} 0 0 -${length(module)} ${x(item.xMm)} ${y(item.yMm)} cm`;
        return `q 0 g ${grid} ${runs.join(' ')} f Q`;
      }
    }
  };
  return items
    .map((item) => {
      if (item.kind === 'text' && item.role === 'body') return draw(item);
      // Readers take the even blanks of 第 1 页 共 2 页 for letter-spacing: it also says in words what it reads.
      const words =
        item.kind === 'text' && item.role === 'footer' ? `/Span ${actualText(item.text)} BDC ` : '';
      return `/Artifact BMC ${words}${draw(item)}${words === '' ? '' : ' EMC'} EMC`;
    })
    .join('\n');
}

/** The properties of a span that say its text in UTF-16. */
function actualText(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  );
  return `<</ActualText <feff${units.join('')}>>>`;
}

/**
 * The operators that show a text: the spacing that most of its characters share, then the codes with corrections where
 * one advances otherwise.
 */
function shownText(item: Extract<PageItem, { kind: 'text' }>, face: EmbeddedFace): string {
  const unit = (pointsPerMm * 1000) / item.sizePt;
  const glyphs = Array.from(item.text, (character, index) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const width = face.width(codePoint);
    const advance = item.advancesMm[index];
    return { code: face.code(codePoint), width, advance: advance === undefined ? width : advance * unit };
  });
  const spacing = commonSpacing(glyphs.map(({ width, advance }) => advance - width));
  const parts: string[] = [];
  let codes = '';
  let drawn = 0;
  let wanted = 0;
  for (const glyph of glyphs) {
    const off = Math.round(drawn - wanted);
    if (Math.abs(off) > unseen && codes !== '') {
      parts.push(`<${codes}>${off}`);
      codes = '';
      drawn -= off;
    }
    codes += glyph.code;
    drawn += glyph.width + spacing;
    wanted += glyph.advance;
  }
  if (codes !== '') parts.push(`<${codes}>`);
  return `${number((spacing * item.sizePt) / 1000)} Tc [${parts.join('')}] TJ`;
}

/** The extra advance that occurs most often, in thousandths of the em; what differs by less than one counts as the same. */
function commonSpacing(extras: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  for (const extra of extras) {
    const key = Math.round(extra);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > (counts.get(Math.round(best)) ?? 0)) best = extra;
  }
  return best;
}

function ellipse(
  item: Extract<PageItem, { kind: 'ellipse' }>,
  x: (mm: number) => string,
  y: (mm: number) => string,
): string {
  const rx = item.widthMm / 2;
  const ry = item.heightMm / 2;
  const cx = item.xMm + rx;
  const cy = item.yMm + ry;
  const point = (dx: number, dy: number): string => `${x(cx + dx * rx)} ${y(cy + dy * ry)}`;
  const corners = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
    [1, 0],
  ] as const;
  const curves = corners.slice(1).map(([toX, toY], index) => {
    const [fromX, fromY] = corners[index] ?? [1, 0];
    return `${point(fromX + toX * quarter, fromY + toY * quarter)} ${point(toX + fromX * quarter, toY + fromY * quarter)} ${point(toX, toY)} c`;
  });
  return `${point(1, 0)} m ${curves.join(' ')} h`;
}

/** The dark modules of a code, neighbours in a row merged. */
function darkRuns(
  modules: readonly string[],
): readonly { readonly row: number; readonly from: number; readonly to: number }[] {
  return modules.flatMap((line, row) =>
    Array.from(line.matchAll(/1+/g), (run) => ({ row, from: run.index, to: run.index + run[0].length })),
  );
}
