import type { IParagraphStyleOptions } from 'docx';
import type { WordStyle } from '../../contract/word.ts';
import type { Typography } from '../../core/letters/typography.ts';
import { eighthsOfPt, twips } from './word-units.ts';

/** The id and the name of each style. Names of Word's own styles are English in every file and shown in the user's language. */
export const styleNames: Readonly<Record<WordStyle, { readonly id: string; readonly name: string }>> = {
  title: { id: 'Title', name: 'Title' },
  salutation: { id: 'Salutation', name: 'Salutation' },
  'heading-1': { id: 'Heading1', name: 'heading 1' },
  'heading-2': { id: 'Heading2', name: 'heading 2' },
  'heading-3': { id: 'Heading3', name: 'heading 3' },
  'heading-4': { id: 'Heading4', name: 'heading 4' },
  body: { id: 'BodyText', name: 'Body Text' },
  'item-1': { id: 'ListNumber', name: 'List Number' },
  'item-2': { id: 'ListNumber2', name: 'List Number 2' },
  'item-3': { id: 'ListNumber3', name: 'List Number 3' },
  'item-4': { id: 'ListNumber4', name: 'List Number 4' },
  'item-5': { id: 'ListNumber5', name: 'List Number 5' },
  'continued-1': { id: 'ListContinue', name: 'List Continue' },
  'continued-2': { id: 'ListContinue2', name: 'List Continue 2' },
  'continued-3': { id: 'ListContinue3', name: 'List Continue 3' },
  'continued-4': { id: 'ListContinue4', name: 'List Continue 4' },
  'continued-5': { id: 'ListContinue5', name: 'List Continue 5' },
  note: { id: 'YinqiNote', name: '小字说明' },
  centre: { id: 'YinqiCentre', name: '居中' },
  end: { id: 'YinqiEnd', name: '右对齐' },
  particulars: { id: 'YinqiParticulars', name: '主体信息' },
  'table-text': { id: 'YinqiTableText', name: '表格正文' },
  'table-heading': { id: 'YinqiTableHeading', name: '表格标题行' },
  'signing-line': { id: 'YinqiSigningLine', name: '签字栏' },
  signature: { id: 'Signature', name: 'Signature' },
  guide: { id: 'YinqiGuide', name: '签章提示' },
  'signature-setting': { id: 'YinqiSignatureSetting', name: '签署设置' },
  tag: { id: 'YinqiTag', name: '模板标签' },
  'front-matter': { id: 'YinqiFrontMatter', name: '模板信息（勿改）' },
  instruction: { id: 'YinqiInstruction', name: '审阅说明' },
};

/** The character style of variables and tags. */
export const tagRunStyle = { id: 'YinqiTagText', name: '模板变量' } as const;

/** Latin letters and figures, and the Chinese faces: each is on Windows, macOS or in WPS under its name or a fallback's. */
const latin = 'Times New Roman';
export const song = '宋体';
export const hei = '黑体';
export const kai = '楷体';
export const fangSong = '仿宋';

/** A face for Chinese with the Latin one beside it; quotation marks and dashes are set in the Chinese one. */
export const faces = (eastAsia: string) => ({
  ascii: latin,
  hAnsi: latin,
  cs: latin,
  eastAsia,
  hint: 'eastAsia',
});

const black = '000000';
const grey = '595959';

/** Every paragraph style of a Word file, after the PDF's typography. */
export function paragraphStyles(typography: Typography): readonly IParagraphStyleOptions[] {
  const line = (pitchMm: number) => ({
    line: twips(pitchMm),
    lineRule: 'exact' as const,
    before: 0,
    after: 0,
  });
  const indent = {
    firstLine: twips((typography.indentEm * typography.bodyPt * 25.4) / 72),
    firstLineChars: typography.indentEm * 100,
  };
  const noIndent = { left: 0, firstLine: 0, firstLineChars: 0 };
  const style = (
    key: WordStyle,
    options: Omit<IParagraphStyleOptions, 'id' | 'name'>,
  ): IParagraphStyleOptions => ({
    ...styleNames[key],
    basedOn: 'Normal',
    quickFormat: true,
    ...options,
  });
  const body = { alignment: 'both', spacing: line(typography.pitchMm), indent, widowControl: true } as const;
  const heading = (level: 1 | 2 | 3 | 4, face: string, isBold: boolean): IParagraphStyleOptions =>
    style(`heading-${level}`, {
      next: styleNames.body.id,
      run: { font: faces(face), size: 2 * typography.bodyPt, bold: isBold, color: black, italics: false },
      paragraph: {
        alignment: 'left',
        spacing: line(typography.pitchMm),
        indent,
        keepNext: true,
        keepLines: true,
        outlineLevel: level - 1,
        numbering: { reference: 'headings', level: level - 1 },
      },
    });
  const small = { font: faces(song), size: 15, color: grey };
  return [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      run: { font: faces(song), size: 2 * typography.bodyPt },
      paragraph: { spacing: line(typography.pitchMm) },
    },
    style('title', {
      next: styleNames.salutation.id,
      run: { font: faces(song), size: 2 * typography.titlePt, bold: true, color: black },
      paragraph: {
        alignment: 'center',
        spacing: { ...line(typography.titlePitchMm), after: twips(typography.pitchMm * 0.8) },
        contextualSpacing: true,
        keepNext: true,
        keepLines: true,
      },
    }),
    style('salutation', {
      next: styleNames.body.id,
      paragraph: { alignment: 'left', spacing: line(typography.pitchMm), indent: noIndent, keepNext: true },
    }),
    heading(1, hei, false),
    heading(2, kai, false),
    heading(3, song, true),
    heading(4, song, false),
    style('body', { paragraph: body }),
    ...([1, 2, 3, 4, 5] as const).map((level) =>
      style(`item-${level}`, {
        next: styleNames[`item-${level}`].id,
        paragraph: { ...body, numbering: { reference: 'items', level: level - 1 } },
      }),
    ),
    ...([1, 2, 3, 4, 5] as const).map((level) => style(`continued-${level}`, { paragraph: body })),
    style('note', {
      run: { font: faces(fangSong), size: 2 * typography.notePt, color: grey },
      paragraph: { alignment: 'both', spacing: line(typography.notePitchMm), indent: noIndent },
    }),
    style('centre', {
      paragraph: { alignment: 'center', spacing: line(typography.pitchMm), indent: noIndent },
    }),
    style('end', { paragraph: { alignment: 'right', spacing: line(typography.pitchMm), indent: noIndent } }),
    style('particulars', {
      run: { font: faces(song) },
      paragraph: { alignment: 'left', spacing: line(typography.particularsPitchMm) },
    }),
    style('table-text', {
      run: { size: 2 * typography.tablePt },
      paragraph: { alignment: 'left', spacing: line(typography.tablePt * 0.55), indent: noIndent },
    }),
    style('table-heading', {
      run: { font: faces(hei), size: 2 * typography.tablePt },
      paragraph: {
        alignment: 'left',
        spacing: line(typography.tablePt * 0.55),
        indent: noIndent,
        keepNext: true,
      },
    }),
    style('signing-line', {
      paragraph: {
        alignment: 'left',
        spacing: { ...line(typography.pitchMm * 1.45) },
        indent: noIndent,
        keepLines: true,
      },
    }),
    style('signature', {
      paragraph: {
        alignment: 'center',
        spacing: line(typography.pitchMm),
        indent: noIndent,
        keepLines: true,
      },
    }),
    style('guide', {
      run: small,
      paragraph: { alignment: 'center', spacing: line(4.2), indent: noIndent, keepLines: true },
    }),
    style('signature-setting', {
      run: { font: faces(fangSong) },
      paragraph: {
        alignment: 'left',
        spacing: line(typography.particularsPitchMm),
        indent: noIndent,
        border: { left: { style: 'single', size: eighthsOfPt(2), color: '8AA4C8', space: 6 } },
      },
    }),
    style('tag', {
      run: { font: faces(fangSong), size: 21, color: '7A4B00' },
      paragraph: { alignment: 'left', spacing: line(6), indent: noIndent, keepNext: true },
    }),
    style('front-matter', {
      run: { font: faces(song), size: 18, color: grey },
      paragraph: { alignment: 'left', spacing: line(4.8), indent: noIndent },
    }),
    style('instruction', {
      run: { font: faces(fangSong), size: 18, color: '1F4E9E' },
      paragraph: { alignment: 'left', spacing: { ...line(5), after: twips(1) }, indent: noIndent },
    }),
  ];
}
