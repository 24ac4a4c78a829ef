import type { ContentType, FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';

/** A size in bytes for people: 512 B, 23.4 KB, 3.5 MB; a KB is 1,000 bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 999_950 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toFixed(1).replace(/\.0$/, '')} ${unit}`;
}

/** A size with its exact bytes where rounding hides them: 20 KB (20,004 bytes). */
export function exactBytes(bytes: number): Localized {
  const short = formatBytes(bytes);
  if (bytes < 1000) return { zh: short, en: short };
  const exact = String(bytes).replace(/\B(?=(\d{3})+$)/g, ',');
  return { zh: `${short}（${exact} 字节）`, en: `${short} (${exact} bytes)` };
}

/** 1920×1080. */
export const formatPx = (widthPx: number, heightPx: number): string => `${widthPx}×${heightPx}`;

const titles: Readonly<Record<ContentType, Localized>> = {
  png: { zh: 'PNG 图片', en: 'PNG picture' },
  jpeg: { zh: 'JPEG 图片', en: 'JPEG picture' },
  gif: { zh: 'GIF 图片', en: 'GIF picture' },
  webp: { zh: 'WebP 图片', en: 'WebP picture' },
  tiff: { zh: 'TIFF 图片', en: 'TIFF picture' },
  heic: { zh: 'HEIC 照片', en: 'HEIC photo' },
  bmp: { zh: 'BMP 图片', en: 'BMP picture' },
  svg: { zh: 'SVG 矢量图', en: 'SVG drawing' },
  pdf: { zh: 'PDF 文档', en: 'PDF document' },
  docx: { zh: 'Word 文档', en: 'Word document' },
  zip: { zh: 'ZIP 压缩包', en: 'ZIP archive' },
  html: { zh: '网页文件', en: 'web page' },
  text: { zh: '文本文件', en: 'text file' },
  unknown: { zh: '无法识别的内容', en: 'content of no known type' },
};

/** What a content type is called. */
export const typeTitle = (type: ContentType): Localized => titles[type];

/** The same inside a sentence: a space before Latin letters in Chinese, an article in English. */
export function typePhrase(type: ContentType): Localized {
  const { zh, en } = titles[type];
  if (type === 'unknown') return { zh, en };
  return { zh: /^[A-Z]/.test(zh) ? ` ${zh}` : zh, en: `${type === 'svg' ? 'an' : 'a'} ${en}` };
}

const shortTitles: Partial<Record<ContentType, string>> = { jpeg: 'JPG', webp: 'WebP', docx: 'Word' };

/** Types in one line: PNG、JPG, or PNG or JPG. */
export function listTypes(types: readonly ContentType[]): Localized {
  const short = types.map((type) => shortTitles[type] ?? type.toUpperCase());
  return { zh: short.join('、'), en: short.join(' or ') };
}

/** The name a file is called by in messages: its path without folders. */
export const nameOf = (file: Pick<FileInspection, 'path'>): string =>
  file.path.split('/').at(-1) ?? file.path;

/** A share of a page for people: 0.35%. */
export const formatShare = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 2 : 1)}%`;
