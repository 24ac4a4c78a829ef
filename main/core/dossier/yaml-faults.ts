import type { YAMLError } from 'yaml';
import type { Localized } from '../../contract/language.ts';
import type { Fault } from './fault.ts';

type Explained = readonly [text: Localized, hint: Localized];

const quoteIt: Localized = {
  zh: '内容里有 : # @ ` % { [ 等符号时，请用英文双引号把整段内容括起来',
  en: 'Put the whole text in double quotes where it holds characters such as : # @ ` % { [',
};
const alignIt: Localized = {
  zh: '同一组字段左边请对齐，每一级用两个空格缩进',
  en: 'Align the fields of one group on the left; indent each level by two spaces',
};
const noAnchors: Localized = {
  zh: '请不用 & 和 * 标记，直接写出内容',
  en: 'Write the content out instead of using & and * marks',
};

const explanations: Readonly<Partial<Record<YAMLError['code'], Explained>>> = {
  TAB_AS_INDENT: [
    { zh: '用了制表符（Tab）缩进', en: 'the line is indented with a tab' },
    { zh: '请把行首的制表符换成空格', en: 'Replace tabs at the start of lines by spaces' },
  ],
  BAD_INDENT: [
    {
      zh: '缩进没有对齐，或者上面有括号、引号没有配对',
      en: 'the indentation does not line up, or a bracket or quote above it is not closed',
    },
    alignIt,
  ],
  DUPLICATE_KEY: [
    { zh: '同一个字段写了两次', en: 'the same field is written twice' },
    { zh: '请只保留其中一行', en: 'Keep one of the two lines' },
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    { zh: '一行里出现了两个「冒号加空格」', en: 'one line holds “colon, space” twice' },
    quoteIt,
  ],
  BAD_SCALAR_START: [
    { zh: '内容以不能直接用作开头的符号开始', en: 'a text begins with a character that must be quoted' },
    quoteIt,
  ],
  MISSING_CHAR: [
    {
      zh: '缺少一个符号：冒号、引号、逗号或括号没有写全',
      en: 'a character is missing: a colon, quote, comma or bracket',
    },
    {
      zh: '请检查这一行和它前面的几行：字段名后面要有英文冒号和一个空格，引号和括号要成对',
      en: 'Look at this line and those before it: a field name takes a colon and a space; quotes and brackets come in pairs',
    },
  ],
  MULTILINE_IMPLICIT_KEY: [
    { zh: '这一行不是「字段: 内容」的写法', en: 'the line is not of the form “field: content”' },
    {
      zh: '请在字段名后面加英文冒号和一个空格',
      en: 'Put a colon and a space after the name of the field',
    },
  ],
  BAD_DQ_ESCAPE: [
    { zh: '双引号里的反斜杠写法不成立', en: 'the backslash inside double quotes starts no known escape' },
    {
      zh: '请改用单引号，或把 \\ 写成 \\\\；文件路径请用正斜杠 /',
      en: 'Use single quotes, or write \\ as \\\\; file paths take forward slashes',
    },
  ],
  MULTIPLE_DOCS: [
    { zh: '文件里有不止一份案卷（出现了 ---）', en: 'the file holds more than one document (a line ---)' },
    { zh: '一个文件只写一份案卷，请删去多余的部分', en: 'Keep one dossier per file' },
  ],
  NON_STRING_KEY: [
    { zh: '字段名必须是一段文字', en: 'the name of a field must be a text' },
    { zh: '请改正字段名', en: 'Correct the name of the field' },
  ],
  BAD_ALIAS: [{ zh: '引用标记（*）不成立', en: 'the reference (*) leads nowhere' }, noAnchors],
  TAG_RESOLVE_FAILED: [
    { zh: '用了不认识的类型标记（!）', en: 'an unknown type tag (!) is used' },
    {
      zh: '请删去以 ! 开头的标记，直接写内容',
      en: 'Delete the tag that begins with ! and write the content alone',
    },
  ],
  RESOURCE_EXHAUSTION: [
    { zh: '嵌套层数太多', en: 'it is nested too deeply' },
    { zh: '请确认没有选错文件', en: 'Check that it is the right file' },
  ],
};

/** What the YAML parser complains of, in our words; its own words where we have none. */
export function yamlFault(error: YAMLError): Fault {
  const [text, hint] = explanations[error.code] ?? [
    { zh: `不符合 YAML 写法（${error.code}）`, en: `this is not YAML: ${error.message}` },
    quoteIt,
  ];
  return { code: 'dossier-syntax', path: [], text, hint };
}

/** A reference leads nowhere, expands to too much, or to itself. */
export const aliasFault: Fault = {
  code: 'dossier-syntax',
  path: [],
  text: {
    zh: '引用标记（*）不成立：没有对应的 & 标记、引用了自身，或引用太多',
    en: 'the reference (*) leads nowhere or to itself, or there are too many of them',
  },
  hint: noAnchors,
};
