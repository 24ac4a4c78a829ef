import { z } from 'zod';
import {
  contentTypeSchema,
  type ContentType,
  type FileInspection,
  type FileProblem,
} from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import { defineCheck, type Conclusion } from '../review/check.ts';
import { exactBytes, listTypes, nameOf, typePhrase, typeTitle } from './figures.ts';
import { notApplicable, pass } from './file-subject.ts';

type Say = (file: FileInspection, wanted: Localized | null) => Localized;

const says: Readonly<Record<FileProblem, Say>> = {
  missing: (file) => ({
    zh: `案卷里写着「${file.path}」，但找不到这个文件。请把文件放回原处，或重新导入。`,
    en: `The dossier names “${file.path}”, but there is no such file. Put it back or import it again.`,
  }),
  'outside-folder': (file) => ({
    zh: `「${file.path}」指到了案卷文件夹之外，不予读取。请把文件复制到案卷文件夹里，再改用里面的路径。`,
    en: `“${file.path}” leads out of the dossier folder and is not read. Copy the file into the folder and name it there.`,
  }),
  'not-a-file': (file) => ({
    zh: `「${file.path}」不是普通文件，而是${kinds[file.problemDetail ?? '']?.zh ?? '管道、套接字或设备'}。请改为一个文件。`,
    en: `“${file.path}” is no regular file but a ${kinds[file.problemDetail ?? '']?.en ?? 'pipe, socket or device'}. Name a file instead.`,
  }),
  empty: (file) => ({
    zh: `「${nameOf(file)}」是空文件（0 字节）。请重新导出或重新扫描后再导入。`,
    en: `“${nameOf(file)}” is empty (0 bytes). Export or scan it again and import that.`,
  }),
  'too-large': (file) => ({
    zh: `「${nameOf(file)}」太大，无法检查：${exactBytes(file.sizeBytes).zh}${detail(file, '，')}；上限为 100 MB（HEIC 为 60 MB）、1.2 亿像素（WebP 为 6000 万）。请降低分辨率后重新导出。`,
    en: `“${nameOf(file)}” is too large to look at: ${exactBytes(file.sizeBytes).en}${detail(file, ', ')}; at most 100 MB (HEIC 60 MB) and 120 million pixels (WebP 60 million). Export it at a lower resolution.`,
  }),
  unreadable: (file) => ({
    zh: `「${nameOf(file)}」读不出来：没有读取权限，或被其他程序占用。请检查文件权限，关闭占用它的程序后重试。`,
    en: `“${nameOf(file)}” cannot be read: no permission, or another program holds it. See to its permissions, close that program and try again.`,
  }),
  damaged: (file) => ({
    zh: `「${nameOf(file)}」已损坏或不完整（${typeTitle(file.type).zh}，${exactBytes(file.sizeBytes).zh}）。可能是下载或拷贝中断所致，请从原处重新取一份。${spoken(file, '解码器提示：')}`,
    en: `“${nameOf(file)}” is damaged or incomplete (${typeTitle(file.type).en}, ${exactBytes(file.sizeBytes).en}). A download or copy may have broken off: fetch it again from where it came. ${spoken(file, 'The decoder says: ')}`.trim(),
  }),
  encrypted: (file) => ({
    zh: `「${nameOf(file)}」有密码保护，打不开，审核人员也打不开。请去掉密码，另存为不加密的 PDF 后再导入。`,
    en: `“${nameOf(file)}” is protected by a password and cannot be opened, by a reviewer neither. Save it as a PDF without a password and import that.`,
  }),
  unsupported: (file, wanted) => ({
    zh: `「${nameOf(file)}」的内容是${typePhrase(file.type).zh}，无法检查${namedOtherwise(file, 'zh')}。${wanted === null ? '' : `需要的类型：${wanted.zh}。`}${advice(file.type).zh}`,
    en: `“${nameOf(file)}” holds ${typePhrase(file.type).en}, which cannot be looked at${namedOtherwise(file, 'en')}. ${wanted === null ? '' : `Wanted: ${wanted.en}. `}${advice(file.type).en}`,
  }),
};

const kinds: Readonly<Record<string, Localized>> = {
  folder: { zh: '文件夹', en: 'folder' },
  pipe: { zh: '管道', en: 'pipe' },
  socket: { zh: '套接字', en: 'socket' },
  device: { zh: '设备', en: 'device' },
};

const detail = (file: FileInspection, before: string): string =>
  file.problemDetail === undefined || file.problemDetail.endsWith('bytes') ? '' : before + file.problemDetail;

const spoken = (file: FileInspection, before: string): string =>
  file.problemDetail === undefined ? '' : `${before}${file.problemDetail}`;

function namedOtherwise(file: FileInspection, language: 'zh' | 'en'): string {
  if (file.namedType === undefined || file.namedType === file.type) return '';
  const named = typePhrase(file.namedType)[language];
  return language === 'zh' ? `（文件名却说是${named}）` : ` (its name says ${named})`;
}

function advice(type: ContentType): Localized {
  switch (type) {
    case 'heic':
      return {
        zh: '请在手机上把照片格式改为「兼容性最佳」，或另存为 JPG 后再导入。',
        en: 'Set the phone’s camera to “Most Compatible”, or save the photo as JPG, and import that.',
      };
    case 'bmp':
      return {
        zh: '请用「画图」等看图软件打开，另存为 PNG 后再导入；只改扩展名不起作用。',
        en: 'Open it in Paint or another picture program, save it as PNG and import that; renaming alone does not help.',
      };
    case 'zip':
      return { zh: '请先解压，再导入里面的文件。', en: 'Unpack it and import the files inside.' };
    case 'docx':
    case 'html':
    case 'text':
      return { zh: '请另存为 PDF 后再导入。', en: 'Save it as a PDF and import that.' };
    case 'svg':
      return { zh: '请导出为 PNG 后再导入。', en: 'Export it as PNG and import that.' };
    case 'pdf':
      return { zh: '请导出为图片后再导入。', en: 'Export it as a picture and import that.' };
    default:
      return { zh: '请换一份常见格式的文件。', en: 'Use a file of a common type.' };
  }
}

const isLookedAt = (file: FileInspection): boolean =>
  file.image !== undefined ||
  file.size !== undefined ||
  file.pages !== undefined ||
  file.pdf !== undefined ||
  file.text !== undefined;

function judge(file: FileInspection, allowed: readonly ContentType[] | undefined): Conclusion {
  const wanted = allowed === undefined ? null : listTypes(allowed);
  if (file.problem !== undefined)
    return {
      outcome: 'fail',
      at: file.path,
      message: says[file.problem](file, wanted),
    };
  if (allowed !== undefined && wanted !== null && !allowed.includes(file.type)) {
    return {
      outcome: 'fail',
      at: file.path,
      message: {
        zh: `「${nameOf(file)}」的内容是${typePhrase(file.type).zh}${namedOtherwise(file, 'zh')}，这里需要 ${wanted.zh}。${advice(file.type).zh}`,
        en: `“${nameOf(file)}” holds ${typePhrase(file.type).en}${namedOtherwise(file, 'en')}; wanted here: ${wanted.en}. ${advice(file.type).en}`,
      },
    };
  }
  if (isLookedAt(file)) return pass;
  return {
    outcome: 'not-checked',
    at: file.path,
    message: {
      zh: `「${nameOf(file)}」是${typePhrase(file.type).zh}，它的内容没有检查。请人工核对，或另存为 PDF 后再导入。`,
      en: `“${nameOf(file)}” is ${typePhrase(file.type).en}; its content was not looked at. Read it yourself, or save it as a PDF and import that.`,
    },
  };
}

/** Why a file cannot be used where one of these types is wanted; null when it can. */
export function whyUnreadable(file: FileInspection, allowed: readonly ContentType[]): Localized | null {
  const conclusion = judge(file, allowed);
  return 'message' in conclusion ? conclusion.message : null;
}

/**
 * `readable-file`: every file can be opened and decoded wholly, and with `allowed` is one of these types by its
 * content. It speaks for every check that finds nothing to look at.
 */
export const readableFile = defineCheck({
  name: 'readable-file',
  parameters: z.strictObject({ allowed: z.array(contentTypeSchema).min(1).optional() }),
  run(subject, { allowed }) {
    if (subject.kind !== 'files' || subject.files.length === 0) return [notApplicable];
    return subject.files.map((file) => judge(file, allowed));
  },
});
