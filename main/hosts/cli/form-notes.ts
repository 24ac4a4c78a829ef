import type { LetterSummary } from '../../contract/letters.ts';
import type { Page } from './page.ts';

/** Tells which letters stand on the platform's form, which forms were passed over, and of which letters no Word file was made. */
export function writeFormNotes(
  page: Page,
  letters: readonly LetterSummary[],
  made: { readonly written: readonly { readonly letter: string }[]; readonly wordless: readonly string[] },
): void {
  const isMade = (letter: string): boolean => made.written.some((one) => one.letter === letter);
  for (const { letter, title, form, formFaults = [] } of letters) {
    if (form !== undefined && isMade(letter)) {
      page.paragraph(
        page.t(
          `《${title}》填在平台的官方格式上（第 ${form.version} 版），页上没有识别码：扫描件要手动放到案卷的 documents 下。`,
          `${title} is filled in on the platform’s form (version ${form.version}), which bears no codes: put its scan under documents in the dossier by hand.`,
        ),
        2,
        '-',
      );
    }
    for (const fault of formFaults) {
      page.paragraph(page.t(`《${title}》：${fault}`, `${title}: ${fault}`), 2, page.paint('yellow', '!'));
    }
  }
  for (const letter of made.wordless) {
    const title = letters.find((one) => one.letter === letter)?.title ?? letter;
    page.paragraph(
      page.t(
        `《${title}》填在平台的官方格式上，没有 Word 稿；要自拟措辞的 Word 稿，加 --own-wording。`,
        `${title} stands on the platform’s form and has no Word file; add --own-wording for one of our own wording.`,
      ),
      2,
      '-',
    );
  }
}
