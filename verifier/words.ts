import type { Localized } from '../main/contract/language.ts';
import type { Difference } from '../main/core/bundle/difference.ts';

/** What each kind of difference is called. */
export const kindWords: Readonly<Record<Difference['code'], Localized>> = {
  changed: { zh: '已改动', en: 'Changed' },
  missing: { zh: '缺少', en: 'Missing' },
  extra: { zh: '多出', en: 'Extra' },
  unsafe: { zh: '不安全', en: 'Unsafe' },
  damaged: { zh: '已损坏', en: 'Damaged' },
  'not-a-bag': { zh: '不是材料包', en: 'Not a bundle' },
  'report-differs': { zh: '与报告不符', en: 'Differs from its report' },
};

/** Everything else that the page says while it works. */
export const words = {
  reading: { zh: '正在核验', en: 'Checking' },
  whole: { zh: '完整，未被改动', en: 'Whole and unchanged' },
  notWhole: { zh: '与导出时不一致', en: 'Not as it was exported' },
  draft: { zh: '这是一份草稿，不可用于提交', en: 'It is a draft, not for submission' },
  redacted: { zh: '这是脱敏版，不可用于提交', en: 'It is redacted, not for submission' },
  leftOut: { zh: '脱敏时去掉的内容', en: 'Left out when it was redacted' },
  verdict: { zh: '导出时的检查结论', en: 'The check at export' },
  pass: {
    zh: '没有错误级问题（不表示会通过审核）',
    en: 'no errors (which does not say that it will be approved)',
  },
  fail: { zh: '有错误级问题', en: 'errors' },
  date: { zh: '导出日期', en: 'Exported on' },
  rulebook: { zh: '规则库', en: 'Rulebook' },
  counts: { zh: '检查发现', en: 'Findings' },
  generator: { zh: '生成软件', en: 'Made by' },
  files: { zh: '材料文件', en: 'Files' },
  fingerprint: {
    zh: '内容指纹（tagmanifest-sha256.txt 的 SHA-256）',
    en: 'Fingerprint of its content (SHA-256 of tagmanifest-sha256.txt)',
  },
  ignored: {
    zh: '未计入：操作系统留下的文件',
    en: 'Not counted: files that the operating system left',
  },
  wholeFiles: { zh: '与清单一致的文件', en: 'Files as the manifests have them' },
  problems: { zh: '不一致之处', en: 'Differences' },
  notAZip: {
    zh: '这个文件不是完整的 zip：可能没有下载完，或已损坏。请重新复制或下载后再核验。',
    en: 'This file is not a whole zip: it may be cut short or damaged. Copy or download it again.',
  },
  encrypted: {
    zh: '这个 zip 已加密。请先用 7-Zip 等软件和口令解开，再核验解出来的 zip。',
    en: 'This zip is encrypted. Open it with 7-Zip and the passphrase first, then check the zip inside.',
  },
  noFiles: { zh: '这个文件夹是空的。', en: 'The folder is empty.' },
  oneThing: {
    zh: '请一次只放一个 zip 文件，或一个文件夹。',
    en: 'Give one zip file or one folder at a time.',
  },
  unreadable: { zh: '读取失败，请重试：', en: 'It could not be read, try again: ' },
  oldBrowser: {
    zh: '浏览器版本太旧，无法解压。请换用新版 Edge、Chrome、Firefox 或 Safari，或先解压再选择文件夹。',
    en: 'This browser is too old to unpack it. Use a newer Edge, Chrome, Firefox or Safari, or unzip it and choose the folder.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
