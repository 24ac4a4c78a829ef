import type { OptionSpec } from './command.ts';
import type { Given } from './given.ts';
import { plain, type Page } from './page.ts';
import { oneOf } from './parse-command-line.ts';

const kinds = ['pdf', 'word', 'both'] as const;
export type LetterFiles = (typeof kinds)[number];

/** The option that says in which form letters are written. */
export const asOption: Readonly<Record<'as', OptionSpec>> = {
  as: {
    value: 'pdf|word|both',
    help: {
      zh: 'PDF（默认，供打印）、Word（.docx，供修改）或两种都要',
      en: 'PDF to print (default), Word files (.docx) to edit, or both',
    },
  },
};

/** What `--as` says. Throws `wrong-use` for anything else. */
export function letterFilesOf(given: Given): LetterFiles {
  return oneOf('as', new Map([['as', given.texts('as')]]), kinds, 'pdf');
}

/** One line for a file that was written. How many pages Word makes of its own is not known here. */
export function writeLetterFile(
  page: Page,
  file: { readonly fileName: string; readonly pages: number; readonly revision: string },
): void {
  const isWord = file.fileName.endsWith('.docx');
  const what = isWord
    ? page.t(`Word 稿，版本 ${file.revision}`, `Word file, revision ${file.revision}`)
    : page.t(`共 ${file.pages} 页，版本 ${file.revision}`, `${file.pages} pages, revision ${file.revision}`);
  page.line(`${page.paint('green', '✓')} ${plain(file.fileName)}  ${page.paint('dim', what)}`);
}

/** What is said of Word files, once: a print of one cannot be filed by its page codes. */
export function writeWordNote(page: Page): void {
  page.paragraph(
    page.t(
      'Word 稿供修改，页上没有识别码，打印盖章后不能用 yinqi file 自动归档；措辞要长期改动，请改模板（yinqi template word）。',
      'Word files are for editing: they bear no page codes, so yinqi file cannot file a scan of one. To change a wording for good, change its template (yinqi template word).',
    ),
    0,
  );
}
