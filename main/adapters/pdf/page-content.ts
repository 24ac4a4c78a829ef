import type { FontId, PageElement, PageItem } from '../../contract/laid-out-document.ts';
import type { EmbeddedFace } from './embed-face.ts';
import { pdfNumber } from './pdf-text.ts';

const pointsPerMm = 72 / 25.4;
/** A circle's quarter as a Bézier curve: how far the handles reach, in radii. */
const quarter = 0.5523;

const number = (value: number): string => pdfNumber(value);
/** A place on the page in points, to 0.004 mm. */
const place = (value: number): string => pdfNumber(value, 2);

/** A character off its place by no more than this, in thousandths of the em, is left there: 0.01 mm at 12 pt. */
const unseen = 2;

/** A face as the pages of a document name it. */
export interface PageFace {
  readonly face: EmbeddedFace;
  readonly resource: string;
  /** Set where the first codes of the face are the same in many documents. */
  readonly steady?: SteadyTexts;
}

/** What is shown of texts that many documents have in common, by their advances: rows that a lay-out keeps bring the same ones along. */
export interface SteadyTexts {
  /** The characters that have the same code in each of the documents. */
  readonly characters: ReadonlySet<number>;
  readonly shown: WeakMap<readonly number[], ShownText>;
}

interface ShownText {
  readonly text: string;
  readonly sizePt: number;
  readonly spacing: string;
  readonly shown: string;
}

/** A page's content stream, and the element of each of its marked contents by their number. */
export interface PageContent {
  readonly content: string;
  readonly marks: readonly number[];
}

/**
 * The content stream of a page, its items in the order given: the text of one element without a break is one marked
 * content, what is no part of the reading an artifact. `elements` is left out for a document that is not tagged.
 */
export function pageContent(
  items: readonly PageItem[],
  heightMm: number,
  faces: ReadonlyMap<FontId, PageFace>,
  elements?: readonly PageElement[],
): PageContent {
  const x = (mm: number): string => place(mm * pointsPerMm);
  const y = (mm: number): string => place((heightMm - mm) * pointsPerMm);
  const length = (mm: number): string => number(mm * pointsPerMm);
  const pen = (item: {
    readonly widthPt: number;
    readonly grey: number;
    readonly dashed?: boolean;
  }): string => `${number(item.grey)} G ${number(item.widthPt)} w ${item.dashed ? '[2.5 2]' : '[]'} 0 d`;

  // What is set for text stays set: said again only where it changes.
  const said = new Map<string, string>();
  const changed = (what: string, operator: string): string => {
    if (said.get(what) === operator) return '';
    said.set(what, operator);
    return operator;
  };

  const draw = (item: PageItem): string => {
    switch (item.kind) {
      case 'text': {
        const font = faces.get(item.font);
        if (font === undefined) throw new Error(`the face ${item.font} was not embedded`);
        const { spacing, shown } = keptText(item, font);
        const set = [
          changed('grey', `${number(item.grey)} g`),
          changed('font', `/${font.resource} ${number(item.sizePt)} Tf`),
          changed('spacing', `${spacing} Tc`),
        ].filter((operator) => operator !== '');
        return ['BT', ...set, `${x(item.xMm)} ${y(item.baselineMm)} Td ${shown} ET`].join(' ');
      }
      case 'line':
        return `${pen(item)} ${x(item.x1Mm)} ${y(item.y1Mm)} m ${x(item.x2Mm)} ${y(item.y2Mm)} l S`;
      case 'box':
        return `${pen(item)} ${x(item.xMm)} ${y(item.yMm + item.heightMm)} ${length(item.widthMm)} ${length(item.heightMm)} re S`;
      case 'ellipse':
        return item.clipLeftMm === undefined
          ? `${pen(item)} ${ellipse(item, x, y)} S`
          : `q ${x(item.clipLeftMm)} 0 ${length(10 * item.widthMm)} ${y(0)} re W n ${pen(item)} ${ellipse(item, x, y)} S Q`;
      case 'matrix': {
        const module = item.sizeMm / Math.max(1, item.modules.length);
        const runs = darkBlocks(item.modules).map(
          ({ row, from, to, rows }) => `${from} ${row} ${to - from} ${rows} re`,
        );
        // From its top left corner, a module a unit, downwards.
        const grid = `${length(module)} 0 0 -${length(module)} ${x(item.xMm)} ${y(item.yMm)} cm`;
        return `q 0 g ${grid} ${runs.join(' ')} f Q`;
      }
    }
  };
  const marks: number[] = [];
  const parts: string[] = [];
  let open: number | null = null;
  const close = (): void => {
    if (open !== null) parts.push('EMC');
    open = null;
  };
  for (const item of items) {
    const element = elementOf(item, elements);
    if (element === null) {
      close();
      parts.push(asArtifact(item, draw(item), elements !== undefined));
      continue;
    }
    if (element !== open) {
      close();
      const tag = elements?.[element]?.tag;
      if (tag !== undefined) {
        parts.push(`/${tag} <</MCID ${marks.length}>> BDC`);
        marks.push(element);
        open = element;
      }
    }
    parts.push(draw(item));
  }
  close();
  return { content: parts.join('\n'), marks };
}

/** The element that an item's text is read in; any number for body text of a document that is not tagged; null for artifacts. */
function elementOf(item: PageItem, elements: readonly PageElement[] | undefined): number | null {
  if (item.kind !== 'text') return null;
  if (elements === undefined) return item.role === 'body' || item.role === 'margin' ? 0 : null;
  return item.element ?? null;
}

/** What is no part of the reading: rules, guides, codes, the page's number. */
function asArtifact(item: PageItem, drawn: string, isTagged: boolean): string {
  if (item.kind !== 'text' || item.role !== 'footer') return `/Artifact BMC ${drawn} EMC`;
  // Readers take the even blanks of 第 1 页 共 2 页 for letter-spacing: it also says in words what it reads.
  const artifact = isTagged ? '/Artifact <</Type /Pagination /Subtype /Footer>> BDC' : '/Artifact BMC';
  return `${artifact} /Span ${actualText(item.text)} BDC ${drawn} EMC EMC`;
}

/** The properties of a span that say its text in UTF-16. */
function actualText(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  );
  return `<</ActualText <feff${units.join('')}>>>`;
}

function keptText(item: Extract<PageItem, { kind: 'text' }>, { face, steady }: PageFace): ShownText {
  const before = steady?.shown.get(item.advancesMm);
  if (before?.text === item.text && before.sizePt === item.sizePt) return before;
  const { text, sizePt } = item;
  const now = { text, sizePt, ...shownText(item, face) };
  const isSteady = (character: string): boolean =>
    steady?.characters.has(character.codePointAt(0) ?? 0) === true;
  if (Array.from(text).every(isSteady)) steady?.shown.set(item.advancesMm, now);
  return now;
}

/**
 * The operators that show a text: the spacing that most of its characters share, then the codes with corrections where
 * one advances otherwise.
 */
function shownText(
  item: Extract<PageItem, { kind: 'text' }>,
  face: EmbeddedFace,
): { readonly spacing: string; readonly shown: string } {
  const unit = (pointsPerMm * 1000) / item.sizePt;
  const glyphs: { readonly code: string; readonly width: number; readonly advance: number }[] = [];
  for (const character of item.text) {
    const { code, width } = face.glyph(character.codePointAt(0) ?? 0);
    const advance = item.advancesMm[glyphs.length];
    glyphs.push({ code, width, advance: advance === undefined ? width : advance * unit });
  }
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
  return { spacing: number((spacing * item.sizePt) / 1000), shown: `[${parts.join('')}] TJ` };
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

/** The dark modules of a code as rectangles: neighbours in a row merged, and runs that the next row repeats. */
function darkBlocks(
  modules: readonly string[],
): readonly { readonly row: number; readonly from: number; readonly to: number; readonly rows: number }[] {
  const runs = modules.map(darkRuns);
  const hasRun = (row: number, { from, to }: { readonly from: number; readonly to: number }): boolean => {
    const line = modules[row];
    if (line === undefined || line[from] !== '1' || line[from - 1] === '1' || line[to] === '1') return false;
    const gap = line.indexOf('0', from);
    return gap < 0 || gap >= to;
  };
  return runs.flatMap((line, row) =>
    line
      .filter((run) => !hasRun(row - 1, run))
      .map((run) => {
        let rows = 1;
        while (hasRun(row + rows, run)) rows += 1;
        return { row, ...run, rows };
      }),
  );
}

/** The stretches of dark modules in a row. */
function darkRuns(line: string): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let from = line.indexOf('1'); from >= 0;) {
    const end = line.indexOf('0', from);
    const to = end < 0 ? line.length : end;
    runs.push({ from, to });
    from = line.indexOf('1', to);
  }
  return runs;
}
