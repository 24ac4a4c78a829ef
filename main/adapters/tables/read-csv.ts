import { decodeTableText } from './decode-table-text.ts';
import { maxTableRows, tooLargeTable, unreadableTable } from './table-failures.ts';

/** One cell alone is never longer: a quote that nobody closed swallows the rest of the file. */
const maxRecordCharacters = 1_000_000;

/**
 * Every row of a CSV file, empty ones too, so that rows are counted as a spreadsheet program does. The delimiter is
 * the comma, semicolon or tab that its first line has most of. Throws `table-unreadable`, `table-too-large`.
 */
export async function readCsv(bytes: Uint8Array, name: string): Promise<readonly (readonly string[])[]> {
  const text = decodeTableText(bytes, name);
  const { parse, CsvError } = await import('csv-parse/sync');
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: maxRecordCharacters,
      // One more than is allowed tells that there are too many; empty rows at the end are no reason to refuse.
      to: maxTableRows * 2,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Safe: csv-parse states the line, from 1, with every fault of the text.
    const line = String((error as { lines?: unknown }).lines ?? '?');
    throw unreadableTable(
      name,
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? { zh: `第 ${line} 行的引号没有成对`, en: `a quotation mark on line ${line} is not closed` }
        : { zh: `第 ${line} 行不合 CSV 的写法`, en: `line ${line} is not well-formed CSV` },
      error,
    );
  }
  if (rows.length >= maxTableRows * 2) {
    throw tooLargeTable(name, { zh: `超过 ${maxTableRows} 行`, en: `it has more than ${maxTableRows} rows` });
  }
  return rows.map((row) => row.map(withoutFormula));
}

/** `="0123"`, written so that Excel keeps a text as it is, is that text. */
const withoutFormula = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;

/** The delimiter that the first line with text has most of, outside quotation marks; the comma where it has none. */
function delimiterOf(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let isQuoted = false;
  let hasText = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') {
      if (hasText) break;
      for (const key of counts.keys()) counts.set(key, 0);
    } else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
    else hasText = true;
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ',';
}
