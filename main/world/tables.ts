import type { LocalFile } from './local-file.ts';

/** A table with a header row, every cell as trimmed text. */
export interface Table {
  readonly header: readonly string[];
  /** `line`: the row as a spreadsheet program counts it, from 1. Rows that are empty all over are left out. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Tables that people keep in spreadsheets: CSV (UTF-8, UTF-16 or GB18030; comma, semicolon or tab) and XLSX. */
export interface Tables {
  /**
   * Reads one sheet, the first unless named. Dates are YYYY-MM-DD; a number that lost digits stays in scientific
   * notation. Throws `table-unreadable`, `table-too-large` (20 MB, 10,000 rows), `table-empty`, `unknown-sheet`.
   */
  read(file: LocalFile, options: { readonly sheet?: string | undefined }): Promise<Table>;
}
