import { Failure } from '../../contract/failure.ts';

/** More than this is not read. */
export const maxTableBytes = 20_000_000;
/** Rows of data, the header not counted. */
export const maxTableRows = 10_000;

/** A file that is no table, or one that is damaged. */
export function unreadableTable(
  name: string,
  why: { readonly zh: string; readonly en: string },
  cause?: unknown,
): Failure {
  return new Failure(
    'table-unreadable',
    { zh: `表格「${name}」无法读取：${why.zh}`, en: `The table “${name}” cannot be read: ${why.en}` },
    {
      zh: '请在 Excel 或 WPS 里打开，另存为 .xlsx，或另存为「CSV UTF-8」后重试',
      en: 'Open it in a spreadsheet program and save it as .xlsx, or as CSV in UTF-8, then try again',
    },
    { cause },
  );
}

/** A table above the limits. */
export function tooLargeTable(name: string, what: { readonly zh: string; readonly en: string }): Failure {
  return new Failure(
    'table-too-large',
    { zh: `表格「${name}」太大：${what.zh}`, en: `The table “${name}” is too large: ${what.en}` },
    {
      zh: `最多 ${maxTableRows} 行、${maxTableBytes / 1_000_000} MB；请拆成几个表格分批生成`,
      en: `At most ${maxTableRows} rows and ${maxTableBytes / 1_000_000} MB; split it into several tables`,
    },
  );
}

/** A table without a single row under its header. */
export function emptyTable(name: string): Failure {
  return new Failure(
    'table-empty',
    { zh: `表格「${name}」里没有数据`, en: `The table “${name}” holds no rows` },
    {
      zh: '第一行写列名，例如「公司名称」「统一社会信用代码」；以下每行一家公司或一个应用',
      en: 'Its first row names the columns, such as company.name; each row below is one company or app',
    },
  );
}
