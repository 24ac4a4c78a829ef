import { isReservedName } from './unsafe-name.ts';

/**
 * Makes one file or folder name out of any text: NFC, no character that Windows, macOS or Linux refuses, no reserved
 * name, at most `maxChars` code points and 180 UTF-8 bytes, never empty (then `fallback`).
 */
export function entryName(text: string, maxChars: number, fallback: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, ' ')
    .replace(/[<>:"/\\|?*%]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.~-]+/u, '');
  const cut = cutName(clean, maxChars);
  if (cut === '') return fallback;
  return isReservedName(cut) ? `_${cut}` : cut;
}

/** Cuts between characters and takes off what may not end a name. */
function cutName(text: string, maxChars: number): string {
  let cut = '';
  let chars = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    const length = Array.from(segment).length;
    if (chars + length > maxChars || Buffer.byteLength(cut + segment) > 180) break;
    cut += segment;
    chars += length;
  }
  return cut.replace(/[\s.]+$/u, '');
}
