import type { ContentType, FileInspection } from '../../contract/files.ts';

const endings: Readonly<Record<Exclude<ContentType, 'text' | 'unknown'>, string>> = {
  png: 'png',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  tiff: 'tif',
  heic: 'heic',
  bmp: 'bmp',
  svg: 'svg',
  pdf: 'pdf',
  docx: 'docx',
  zip: 'zip',
  html: 'html',
};

/** The ending of a file's name by what it is, not by what it is called; without the dot. */
export function contentEnding({ type, path }: Pick<FileInspection, 'type' | 'path'>): string {
  const named = /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase();
  if (type === 'text') return named === 'md' || named === 'csv' ? named : 'txt';
  if (type === 'unknown') return named ?? 'bin';
  return endings[type];
}
