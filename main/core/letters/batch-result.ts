import type { Language } from '../../contract/language.ts';

/** What became of one row. */
export interface BatchResultRow {
  /** As a spreadsheet program counts it, from 1. */
  readonly row: number;
  readonly state: 'made' | 'failed' | 'cancelled';
  readonly fileName: string;
  readonly reasons: readonly string[];
}

const words = {
  zh: { header: ['行号', '状态', '文件', '原因'], made: '已生成', failed: '未生成', cancelled: '已取消' },
  en: { header: ['row', 'state', 'file', 'reason'], made: 'made', failed: 'failed', cancelled: 'cancelled' },
} as const;

/** The table of results as CSV in UTF-8 with a byte order mark, which spreadsheet programs open right; lines end in CR LF. */
export function batchResultTable(rows: readonly BatchResultRow[], language: Language): Uint8Array {
  const say = words[language];
  const lines = rows.map(({ row, state, fileName, reasons }) => [
    String(row),
    say[state],
    fileName,
    reasons.join(language === 'zh' ? '；' : '; '),
  ]);
  const text = [say.header, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  return new TextEncoder().encode(`\uFEFF${text}`);
}

/** What begins like a formula is made a text: the cells tell what was in other people's tables. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
