import type { PageItem } from '../../contract/laid-out-document.ts';
import { moved, type Row } from './rows.ts';

/**
 * Puts rows on pages, as many on each as its height holds and as the rows' ties allow. A row that asks for lines before
 * it takes them along to the next page; a tie that no page can hold gives way.
 */
export function paginate(
  rows: readonly Row[],
  area: { readonly topMm: number; readonly heightMm: number },
): readonly (readonly PageItem[])[] {
  const tied = tieLinesBefore(rows);
  const pages: (readonly PageItem[])[] = [];
  let start = 0;
  while (start < rows.length) {
    const end = endOfPage(rows, tied, start, area.heightMm);
    pages.push(placed(rows.slice(start, end), area.topMm));
    start = end;
  }
  return pages.length === 0 ? [[]] : pages;
}

/** Whether each row must stay with the next one. */
function tieLinesBefore(rows: readonly Row[]): readonly boolean[] {
  const tied = rows.map(({ keepWithNext }) => keepWithNext);
  for (const [index, { linesBefore }] of rows.entries()) {
    let lines = 0;
    for (let at = index - 1; at >= 0 && lines < linesBefore; at -= 1) {
      tied[at] = true;
      if (rows[at]?.isText) lines += 1;
    }
  }
  return tied;
}

function endOfPage(rows: readonly Row[], tied: readonly boolean[], start: number, heightMm: number): number {
  let used = 0;
  let fitting = start;
  for (; fitting < rows.length; fitting += 1) {
    const row = rows[fitting];
    if (row === undefined) break;
    used += row.heightMm + (fitting === start ? (row.header?.heightMm ?? 0) : row.spaceBeforeMm);
    if (used > heightMm + 0.001) break;
  }
  if (fitting === rows.length) return fitting;
  let end = fitting;
  while (end > start && tied[end - 1]) end -= 1;
  return end > start ? end : Math.max(fitting, start + 1);
}

function placed(rows: readonly Row[], topMm: number): readonly PageItem[] {
  const items: PageItem[] = [];
  let y = topMm;
  for (const [index, row] of rows.entries()) {
    if (index > 0) y += row.spaceBeforeMm;
    else if (row.header !== null) {
      items.push(...moved(row.header.items, 0, y));
      y += row.header.heightMm;
    }
    items.push(...moved(row.items, 0, y));
    y += row.heightMm;
  }
  return items;
}
