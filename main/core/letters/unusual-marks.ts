import type { Failure } from '../../contract/failure.ts';
import type { WordMark } from '../../contract/word.ts';
import { wordFault, type WordPlace, type WordRemark } from './word-fault.ts';

type Texts = readonly [zh: string, en: string, hintZh: string, hintEn: string];

/** What a template has no place for: it would be lost, so the file is refused until it is gone. */
const refused: Partial<Readonly<Record<WordMark, Texts>>> = {
  image: ['有图片', 'there is a picture', '模板只有文字，请删去图片', 'A template is text alone: remove it'],
  note: ['有脚注或尾注', 'there is a footnote or endnote', '请写进正文，或改成批注', 'Put it into the text, or make it a comment'],
  'text-box': ['有文本框', 'there is a text box', '请把文字移到正文里', 'Move its text into the body'],
  struck: ['有带删除线的文字', 'there is text struck through', '要删去的请直接删去（可以用修订），要保留的请取消删除线', 'Delete what is to go (tracked, if you like), or take the line off'],
  'merged-cells': ['表格里有上下合并的单元格', 'the table has cells merged downwards', '请拆分单元格', 'Split them'],
  'table-in-table': ['表格里还有表格', 'there is a table inside a table', '请拆成并列的表格', 'Put them one after the other'],
  formula: ['有公式', 'there is a formula', '请改成普通文字', 'Write it as text'],
  ruby: ['有拼音指南', 'there is phonetic text', '请去掉拼音，只留文字', 'Take the phonetic text off'],
  'inserted-file': ['嵌入了另一个文件', 'another file is inserted', '请把它的文字粘贴到正文里', 'Paste its text into the body'],
  'check-box': ['有勾选框', 'there is a check box', '请改成留空填写，并写明可选的内容', 'Leave a blank to fill in and name the choices'],
}; // prettier-ignore

const remarked: Partial<Readonly<Record<WordMark, readonly [string, string]>>> = {
  italic: ['斜体没有读入', 'italics were not taken over'],
  highlight: ['突出显示没有读入：如果是疑问，请看过再定稿', 'highlighting was not taken over: if it marks a question, settle it first'],
}; // prettier-ignore

/** Sorts the marks of a paragraph into faults and remarks. */
export function unusualMarks(name: string, faults: Failure[], remarks: WordRemark[]) {
  return (marks: readonly WordMark[], place: WordPlace): void => {
    for (const mark of marks) {
      const fault = refused[mark];
      if (fault !== undefined) {
        const [zh, en, hintZh, hintEn] = fault;
        faults.push(wordFault(name, place, { zh, en }, { zh: hintZh, en: hintEn }));
      }
      const remark = remarked[mark];
      if (remark !== undefined) {
        remarks.push({ paragraph: place.paragraph, text: { zh: remark[0], en: remark[1] } });
      }
    }
  };
}
