import type { WordRun } from '../../contract/word.ts';

/** One character or one tag, with its emphasis. */
interface Cell {
  readonly text: string;
  readonly isTag: boolean;
  bold: boolean;
  underline: boolean;
}
const styles = ['bold', 'underline'] as const;

/**
 * Runs as inline Markdown. What would be read as a mark is escaped, tags are left as they are; blanks to fill in by hand
 * carry no emphasis, and emphasis gives up the punctuation at its ends beside which Markdown would not see it. `also` is
 * one more character to escape.
 */
export function inlineMarkdown(runs: readonly WordRun[], also = ''): string {
  const cells = cellsOf(runs);
  let text = '';
  let open = { bold: false, underline: false };
  for (const [index, cell] of cells.entries()) {
    text += marksBetween(open, cell) + (cell.isTag ? cell.text : escaped(cells, index, also));
    open = cell;
  }
  return text + marksBetween(open, { bold: false, underline: false });
}

/** Runs as a line of Markdown of their own: what would begin a heading, a list or a container is escaped as well. */
export function lineMarkdown(runs: readonly WordRun[]): string {
  return trimmed(inlineMarkdown(runs))
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+])(?=\s|$)/, '\\$1')
    .replace(/^:::/, '\\:::');
}

/** A text without blanks at its ends; full-width ones, which are ruled to write on, stay. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');
}

function cellsOf(runs: readonly WordRun[]): readonly Cell[] {
  const cells = runs.flatMap((run) =>
    (run.tag === true ? [run.text] : Array.from(run.text)).map((text): Cell => ({
      text,
      isTag: run.tag === true,
      bold: run.bold === true,
      underline: run.underline === true,
    })),
  );
  for (const [index, cell] of cells.entries()) {
    const isRuled = isFullBlank(cell) && (isFullBlank(cells[index - 1]) || isFullBlank(cells[index + 1]));
    if (isRuled) cell.bold = cell.underline = false;
  }
  for (const style of styles) drawIn(cells, style);
  return cells;
}

const isFullBlank = (cell: Cell | undefined): boolean => cell?.text === '\u3000' && !cell.isTag;
const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (!cell.isTag && /\s/u.test(cell.text));
const isPunctuation = (cell: Cell | undefined): boolean =>
  cell !== undefined && !cell.isTag && /[\p{P}\p{S}]/u.test(cell.text);

/** Takes a style from the ends of its stretches where its marks would neither open nor close. */
function drawIn(cells: readonly Cell[], style: (typeof styles)[number]): void {
  const blocks = (inner: Cell | undefined, outer: Cell | undefined): boolean =>
    isBlank(inner) || (isPunctuation(inner) && !isBlank(outer) && !isPunctuation(outer));
  const trim = (order: readonly Cell[]): void => {
    for (const [index, cell] of order.entries()) {
      const before = order[index - 1];
      if (cell[style] && before?.[style] !== true && blocks(cell, before)) cell[style] = false;
    }
  };
  trim(cells);
  trim(cells.toReversed());
}

/** Closes what ends and opens what begins, underlined inside bold. */
function marksBetween(
  from: { readonly bold: boolean; readonly underline: boolean },
  to: { readonly bold: boolean; readonly underline: boolean },
): string {
  const turnsBold = from.bold !== to.bold;
  const closes = from.underline && (!to.underline || turnsBold);
  const opens = to.underline && (!from.underline || turnsBold);
  return (closes ? '*' : '') + (turnsBold ? '**' : '') + (opens ? '*' : '');
}

/** A character with a backslash before it where Markdown would take it for a mark. */
function escaped(cells: readonly Cell[], index: number, also: string): string {
  const cell = cells[index];
  const text = cell?.text ?? '';
  const next = cells[index + 1];
  const isWord = (other: Cell | undefined): boolean =>
    other !== undefined && /^[A-Za-z0-9]$/.test(other.text);
  if (text === '*' || text === also) return `\\${text}`;
  if (text === '_') return isWord(cells[index - 1]) && isWord(next) ? '_' : '\\_';
  if (text !== '\\') return text;
  // A backslash stands for itself before what is no mark.
  const isBeforeText =
    next !== undefined &&
    !next.isTag &&
    next.bold === cell?.bold &&
    next.underline === cell.underline &&
    !/^[!-/:-@[-`{-~]/.test(next.text);
  return isBeforeText ? '\\' : '\\\\';
}
