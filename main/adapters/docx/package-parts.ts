import type { WordDocument } from '../../contract/word.ts';
import { fangSong, hei, kai, song } from './word-styles.ts';

/** What a part of the package says in place of what the `docx` library writes: it reads the clock. */
export interface PackagePart {
  readonly path: string;
  readonly data: string;
}

/** The day that every Word file says it was made on: files differ by what they hold, never by when they were made. */
export const fixedDay = '2020-01-01';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A text inside XML; characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** docProps/core.xml: title, author, subject, description and language, on a fixed day. */
export function coreProperties(document: WordDocument): PackagePart {
  const element = (name: string, text: string): string =>
    text === '' ? '' : `<${name}>${xmlText(text)}</${name}>`;
  const day = (name: string): string => `<${name} xsi:type="dcterms:W3CDTF">${fixedDay}T00:00:00Z</${name}>`;
  return {
    path: 'docProps/core.xml',
    data:
      `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
      ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      element('dc:title', document.title) +
      element('dc:subject', document.subject) +
      element('dc:creator', document.author) +
      element('dc:description', document.description ?? '') +
      element('cp:keywords', Object.values(document.properties).join('; ')) +
      element('dc:language', document.language) +
      element('cp:lastModifiedBy', 'Yinqi') +
      `<cp:revision>1</cp:revision>${day('dcterms:created')}${day('dcterms:modified')}</cp:coreProperties>`,
  };
}

/** The faces with what stands in for them where they are not installed: the names on macOS, in WPS, on Linux. */
const faces = [
  { name: song, alternatives: 'SimSun,宋体-简,Songti SC,Noto Serif CJK SC,Noto Serif SC', family: 'roman', panose: '02010600030101010101' },
  { name: hei, alternatives: 'SimHei,黑体-简,Heiti SC,Noto Sans CJK SC,Noto Sans SC', family: 'swiss', panose: '02010609060101010101' },
  { name: kai, alternatives: 'KaiTi,楷体_GB2312,Kaiti SC,Noto Serif CJK SC', family: 'modern', panose: '02010609060101010101' },
  { name: fangSong, alternatives: 'FangSong,仿宋_GB2312,STFangsong,Noto Serif CJK SC', family: 'modern', panose: '02010609060101010101' },
  { name: 'Times New Roman', alternatives: 'Times,Liberation Serif', family: 'roman', panose: '02020603050405020304' },
] as const; // prettier-ignore

/** word/fontTable.xml: each face by name, with its fallbacks. */
export function fontTable(): PackagePart {
  const fonts = faces.map(
    ({ name, alternatives, family, panose }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:panose1 w:val="${panose}"/>` +
      `<w:charset w:val="${name === 'Times New Roman' ? '00' : '86'}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return {
    path: 'word/fontTable.xml',
    data:
      `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
      `${fonts.join('')}</w:fonts>`,
  };
}
