import type { FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import { lettersOf } from '../app/plain-text.ts';

/** Why the words of a text file are not known, and what to do; null where they are. */
export function whyNoText(path: string | undefined, file: FileInspection | undefined): Localized | null {
  if (path === undefined) {
    return {
      zh: '案卷里还没有这份文本。请导入 txt、md、html、docx 或 pdf 文件。',
      en: 'The dossier does not hold this text yet. Import it as txt, md, html, docx or pdf.',
    };
  }
  if (file === undefined || file.problem !== undefined) {
    return {
      zh: `「${path}」打不开，没有检查。问题详见 yinqi check。`,
      en: `“${path}” cannot be opened and was not checked. See yinqi check for what is wrong with it.`,
    };
  }
  if (file.type === 'pdf' && (file.text === undefined || lettersOf(file.text) === ''))
    return scannedPdf(path);
  if (file.text === undefined) {
    return {
      zh: `「${path}」的正文读不出来，没有检查。另存为 docx、txt、md 或 html 再放入案卷即可检查，或按声明逐条人工核对。`,
      en: `The wording of “${path}” cannot be read here and was not checked. Save it as docx, txt, md or html, or go through it by hand with the statements.`,
    };
  }
  if (lettersOf(file.text) !== '') return null;
  return {
    zh: `「${path}」里没有文字。请换成有正文的文件。`,
    en: `“${path}” holds no words. Put the file with the text in its place.`,
  };
}

/** What is said of a PDF that holds pictures of pages only. */
export const scannedPdf = (path: string): Localized => ({
  zh: `「${path}」是扫描件，页面是图片，里面没有文字，没有检查。请换成导出的 pdf（在 Word 等软件里“另存为 PDF”），或放入 docx、txt、md、html 原稿；也可以按声明逐条人工核对。`,
  en: `“${path}” is a scan: its pages are pictures without words, and it was not checked. Use a PDF exported from the word processor, or the docx, txt, md or html it was made from, or go through it by hand with the statements.`,
});
