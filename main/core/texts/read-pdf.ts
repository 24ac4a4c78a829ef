import { piecesOf, type PdfPageCharacters, type PdfPiece } from './pdf-lines.ts';
import type { LaidOutText, TextSpan } from './text-layout.ts';

/** A line of a page: one piece of prose, or the cells of a table. */
interface PdfLine {
  readonly cells: readonly PdfPiece[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  /** Where the lines of its column end. */
  edge: number;
}

const lineOf = (pieces: readonly PdfPiece[]): PdfLine => {
  const cells = pieces.toSorted((a, b) => a.left - b.left);
  return {
    cells,
    left: Math.min(...cells.map(({ left }) => left)),
    right: Math.max(...cells.map(({ right }) => right)),
    top: Math.min(...cells.map(({ top }) => top)),
    bottom: Math.max(...cells.map(({ bottom }) => bottom)),
    size: Math.max(...cells.map(({ size }) => size)),
    edge: 0,
  };
};

/** Pieces whose middles are on one height are one line; lines from the top down. */
function linesOf(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const lines: PdfPiece[][] = [];
  let last: { top: number; bottom: number } | null = null as { top: number; bottom: number } | null;
  for (const piece of pieces.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const middle = (piece.top + piece.bottom) / 2;
    if (last !== null && middle < last.bottom - (last.bottom - last.top) * 0.25) lines.at(-1)?.push(piece);
    else {
      lines.push([piece]);
      last = { top: piece.top, bottom: piece.bottom };
    }
  }
  return lines.map(lineOf);
}

/** The empty strip between two columns of prose, across the page; null where the page has one column or tables. */
function gutterOf(pieces: readonly PdfPiece[], width: number): number | null {
  if (pieces.length < 10) return null;
  for (let share = 0.35; share <= 0.65; share += 0.01) {
    const x = width * share;
    const [left, right] = [pieces.filter((one) => one.right <= x), pieces.filter((one) => one.left >= x)];
    const crossing = pieces.length - left.length - right.length;
    if (Math.min(left.length, right.length) < 5 || crossing > pieces.length * 0.25) continue;
    // Prose fills its column; the cells of a table are short.
    const fills = (side: readonly PdfPiece[], room: number): boolean =>
      side.filter((one) => one.right - one.left > room * 0.6).length > side.length * 0.5;
    const leftRoom = x - Math.min(...left.map((one) => one.left));
    const rightRoom = Math.max(...right.map((one) => one.right)) - x;
    if (fills(left, leftRoom) && fills(right, rightRoom)) return x;
  }
  return null;
}

/** The lines of a page in the order in which they are read: column by column between lines that go across. */
function readingOrder({ width }: PdfPageCharacters, pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const gutter = gutterOf(pieces, width);
  const withEdge = (lines: readonly PdfLine[]): readonly PdfLine[] => {
    const edge = Math.max(0, ...lines.map(({ right }) => right));
    for (const line of lines) line.edge = edge;
    return lines;
  };
  if (gutter === null) return withEdge(linesOf(pieces));
  const across = linesOf(pieces.filter((one) => one.left < gutter && one.right > gutter));
  const sides = [pieces.filter((one) => one.right <= gutter), pieces.filter((one) => one.left >= gutter)];
  const ordered: PdfLine[] = [];
  let from = -Infinity;
  for (const stop of [...across, null]) {
    const until = stop?.top ?? Infinity;
    for (const side of sides)
      ordered.push(...withEdge(linesOf(side.filter((one) => one.top >= from && one.top < until))));
    if (stop !== null) ordered.push(...withEdge([stop]));
    from = until;
  }
  return ordered;
}

const wordsOf = ({ cells }: PdfLine): string => cells.map(({ text }) => text).join('\t');
const pageNumber =
  /^(?:第?\s*[-–—·.]?\s*\d{1,4}\s*[-–—·.]?\s*(?:页|\/\s*\d{1,4}(?:\s*页)?)?(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)$/i;

/** The pages' lines without running heads, running feet and page numbers. */
function withoutRunningLines(
  pages: readonly { readonly height: number; readonly lines: readonly PdfLine[] }[],
): readonly (readonly PdfLine[])[] {
  const inMargin = (line: PdfLine, height: number): boolean =>
    line.bottom < height * 0.12 || line.top > height * 0.88;
  const keyOf = (line: PdfLine): string => wordsOf(line).replaceAll(/[\s\d]+/g, '');
  const counts = new Map<string, number>();
  for (const { height, lines } of pages) {
    for (const key of new Set(lines.filter((one) => inMargin(one, height)).map(keyOf)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isRunning = (line: PdfLine): boolean =>
    pages.length > 1 && (counts.get(keyOf(line)) ?? 0) >= Math.max(2, pages.length * 0.5);
  return pages.map(({ height, lines }) =>
    lines.filter(
      (line) => !(inMargin(line, height) && (isRunning(line) || pageNumber.test(wordsOf(line).trim()))),
    ),
  );
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const beginsItem =
  /^(?:[-*•·●○◆■□▪★☆✓]|\d{1,2}(?:\.\d{1,2}){0,3}[.、．)）\s]|[（(][一二三四五六七八九十\da-z]{1,3}[)）]|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[条章节部]|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}[、.．\s])/;

/** Whether a line goes on with the paragraph of the one before: that one fills its column, and this begins no item of its own. */
function goesOn(before: PdfLine, line: PdfLine): boolean {
  if (before.cells.length > 1 || line.cells.length > 1) return false;
  if (Math.abs(before.size - line.size) > 0.6) return false;
  if (beginsItem.test(wordsOf(line))) return false;
  const isFull = before.right > before.edge - before.size * 2.2;
  const isIndented = line.left > before.left + line.size * 1.2;
  return isFull && !isIndented;
}

/** Joins the words of two lines: a hyphen that parts a Latin word goes, Latin words keep a blank between them. */
function joined(before: string, next: string): string {
  if (/[a-z]-$/i.test(before) && /^[a-z]/.test(next)) return before.slice(0, -1) + next;
  return /[\p{Script=Latin}\d,.;:)]$/u.test(before) && /^[\p{Script=Latin}\d(]/u.test(next)
    ? `${before} ${next}`
    : before + next;
}

/** Reads the words of a PDF in the order in which people read them, at most `most` characters. */
export function readPdf(pages: readonly PdfPageCharacters[], most: number): LaidOutText {
  const read = pages.map((page) => ({ height: page.height, lines: readingOrder(page, piecesOf(page)) }));
  const lines = withoutRunningLines(read).flat();
  const usual = median(
    lines.flatMap(({ cells }) =>
      cells.flatMap(({ size, text }) => Array.from({ length: Math.min(text.length, 200) }, () => size)),
    ),
  );
  const headings: (TextSpan & { level: number })[] = [];
  const rows: (TextSpan & { table: number })[] = [];
  const emphasis: TextSpan[] = [];
  const paragraphs: string[] = [];
  let length = 0;
  let table = 0;
  let before: PdfLine | null = null as PdfLine | null;
  for (const line of lines) {
    const words = wordsOf(line);
    const last = paragraphs.at(-1);
    if (before !== null && last !== undefined && goesOn(before, line)) {
      const whole = joined(last, words);
      if (line.cells[0]?.standsOut === true)
        emphasis.push({
          start: length - 1 - last.length + (whole.length - words.length),
          end: length - 1 - last.length + whole.length,
        });
      paragraphs[paragraphs.length - 1] = whole;
      length += whole.length - last.length;
    } else {
      const start = length;
      if (line.cells.length > 1) {
        if (before === null || before.cells.length < 2) table += 1;
        rows.push({ start, end: start + words.length, table });
      } else if (line.size > usual * 1.12 && words.length <= 60) {
        headings.push({
          start,
          end: start + words.length,
          level: line.size > usual * 1.6 ? 1 : line.size > usual * 1.3 ? 2 : 3,
        });
      }
      let at = start;
      for (const cell of line.cells) {
        if (cell.standsOut) emphasis.push({ start: at, end: at + cell.text.length });
        at += cell.text.length + 1;
      }
      paragraphs.push(words);
      length += words.length + 1;
    }
    before = line;
    if (length > most) break;
  }
  const text = paragraphs.join('\n').slice(0, most);
  const within = <T extends TextSpan>(spans: readonly T[]): readonly T[] =>
    spans.filter(({ end }) => end <= text.length);
  return {
    text,
    links: [],
    layout: { headings: within(headings), rows: within(rows), emphasis: within(emphasis) },
  };
}
