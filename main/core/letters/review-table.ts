import type { Failure } from '../../contract/failure.ts';
import type { ReadParagraph, ReadTable, WordRun } from '../../contract/word.ts';
import { cleanWordRuns, isEmpty, isTagsAlone, textOf } from './clean-word-runs.ts';
import type { ReviewBlock, TableRow } from './review-blocks.ts';
import { tidyShares } from './table-shares.ts';
import { beginningOf, wordFault, type WordPlace } from './word-fault.ts';

/** A table that came back from Word as a table of the template, with what speaks against it; null where it has no rows. */
export function reviewTable(
  table: ReadTable,
  fileName: string,
): { readonly block: ReviewBlock | null; readonly place: WordPlace; readonly faults: readonly Failure[] } {
  const first = table.rows
    .flat()
    .flatMap((cell) => cell.paragraphs)
    .find(({ number }) => number > 0);
  const place = { paragraph: first?.number ?? 0, beginning: beginningOf(textOf(first?.runs ?? [])) };
  const columns = Math.max(0, ...table.rows.map((row) => row.reduce((sum, { span }) => sum + span, 0)));
  let isMerged = false;
  const rows = table.rows.flatMap((row): readonly TableRow[] => {
    const texts = row.map((cell) => cellRuns(cell.paragraphs));
    const [only] = texts;
    if (only !== undefined && texts.length === 1 && isTagsAlone(only)) return [{ tag: textOf(only).trim() }];
    if (row.some(({ span }) => span > 1) || texts.length !== columns) isMerged = true;
    return [{ cells: texts }];
  });
  const faults = isMerged
    ? [
        wordFault(
          fileName,
          place,
          { zh: '表格里有合并的单元格', en: 'the table has merged cells' },
          {
            zh: '请拆分单元格；只有写着标签的一行可以横跨整个表格',
            en: 'Split them; only a row that holds tags alone may go across the table',
          },
        ),
      ]
    : [];
  const widths = table.widths.length === columns ? table.widths : Array.from({ length: columns }, () => 1);
  const isTable = rows.some((row) => 'cells' in row);
  return { block: isTable ? { kind: 'table', shares: tidyShares(widths), rows } : null, place, faults };
}

/** The text of a cell as one line. */
export function cellRuns(paragraphs: readonly ReadParagraph[]): readonly WordRun[] {
  return paragraphs
    .map(({ runs }) => cleanWordRuns(runs).map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') })))
    .filter((runs) => !isEmpty(runs))
    .flatMap((runs, index) => (index === 0 ? runs : [{ text: ' ' }, ...runs]));
}
