import type { Block } from '../../contract/letters.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Small enough for a clause id to stand on one line of its column. */
export const tablePt = 8.5;

/** A heading of the checklist. */
export const heading = (text: string): Block => ({ kind: 'heading', level: 1, runs: [{ text }] });
/** A remark in small type. */
export const note = (text: string): Block => ({ kind: 'note', runs: [{ text }] });
/** A table; shares are of the page's width. */
export const table = (
  columns: readonly (readonly [title: string, share: number])[],
  rows: readonly (readonly string[])[],
): Table => ({
  kind: 'table',
  sizePt: tablePt,
  columns: columns.map(([title, share]) => ({ title, share })),
  rows,
});
