import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';
import type { LocalFile } from '../../world/local-file.ts';

const texts = {
  'file-missing': [
    ['找不到文件「%」', 'There is no file “%”'],
    ['请检查文件位置', 'Check where it is'],
  ],
  'unreadable-file': [
    ['文件「%」无法读取', 'The file “%” cannot be read'],
    ['请检查读取权限，或是否被其他程序占用', 'Check whether you may read it, and whether another program holds it'],
  ],
  'word-too-large': [
    ['「%」太大，没有打开：文件不超过 20 MB，其中的文字不超过 4 MB', '“%” is too large and was not opened: a file has at most 20 MB, its text at most 4 MB'],
    ['模板只有文字：请删去图片和附件，另存后再试', 'A template is text alone: remove pictures and attachments, save it anew and try again'],
  ],
  'word-old-format': [
    ['「%」是 .doc 或 .wps 旧格式', '“%” is in the old format .doc or .wps'],
    ['请在 Word 或 WPS 里另存为 .docx', 'Save it as .docx in Word or WPS'],
  ],
  'word-encrypted': [
    ['「%」设了打开密码', '“%” is encrypted'],
    ['请在 Word 或 WPS 里去掉打开密码，另存后再试', 'Take the password off in Word or WPS, save it anew and try again'],
  ],
  'word-macros': [
    ['「%」带有宏，没有读取', '“%” holds macros and was not read'],
    ['请在 Word 或 WPS 里另存为不带宏的 .docx', 'Save it in Word or WPS as .docx without macros'],
  ],
  'word-unsafe': [
    ['「%」不是 Word 写出的样子：疑似压缩炸弹、条目重复或含实体定义，没有解压', '“%” is not as Word writes a file: it unpacks like a zip bomb, repeats entries or defines entities, and was not unpacked'],
    ['请在 Word 或 WPS 里打开它，另存为新的 .docx', 'Open it in Word or WPS and save it as a new .docx'],
  ],
  'word-damaged': [
    ['「%」已损坏，无法读取', '“%” is damaged and cannot be read'],
    ['请重新复制或下载；或在 Word 里用「打开并修复」打开，再另存', 'Copy or download it again, or open it in Word with Open and Repair and save it anew'],
  ],
  'not-a-word-file': [
    ['「%」不是 Word 文件（.docx）', '“%” is no Word file (.docx)'],
    ['请选择审阅后的 .docx；其他格式请先在 Word 或 WPS 里另存为 .docx', 'Choose the reviewed .docx; save other formats as .docx in Word or WPS first'],
  ],
} as const satisfies Readonly<Record<string, readonly [readonly [string, string], readonly [string, string]]>>; // prettier-ignore

/** Why a Word file is not read: one failure each, with what to do. */
export function wordFailure(code: keyof typeof texts, file: LocalFile, cause?: unknown): Failure {
  const [text, hint] = texts[code];
  const localized = ([zh, en]: readonly [string, string]): Localized => ({
    zh: zh.replace('%', file.name),
    en: en.replace('%', file.name),
  });
  return new Failure(code, localized(text), localized(hint), { cause });
}
