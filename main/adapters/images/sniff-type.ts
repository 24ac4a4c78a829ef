import type { ContentType } from '../../contract/files.ts';

/** How many bytes from the start, and from the end, tell a file's type. */
export const headBytes = 65_536;

const startsWith = (bytes: Uint8Array, text: string, offset = 0): boolean =>
  bytes.length >= offset + text.length &&
  Array.from(text).every((character, index) => bytes[offset + index] === character.charCodeAt(0));

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** The brands of a HEIF container that hold HEVC pictures. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/**
 * Tells what a file is from its first and last bytes, never from its name. `unknown` is anything else, encrypted
 * or damaged beyond its first bytes included.
 */
export function sniffType(head: Uint8Array, tail: Uint8Array): ContentType {
  if (startsWith(head, '\x89PNG\r\n\x1a\n')) return 'png';
  if (startsWith(head, '\xff\xd8\xff')) return 'jpeg';
  if (startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')) return 'gif';
  if (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)) return 'webp';
  if (
    startsWith(head, 'II*\0') ||
    startsWith(head, 'MM\0*') ||
    startsWith(head, 'II+\0') ||
    startsWith(head, 'MM\0+')
  ) {
    return 'tiff';
  }
  if (startsWith(head, 'ftyp', 4)) return heicBrands.has(latin1(head.subarray(8, 12))) ? 'heic' : 'unknown';
  if (isBitmap(head)) return 'bmp';
  // Readers accept a PDF whose header stands anywhere in the first 1,024 bytes.
  if (latin1(head.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) {
    const names = latin1(head) + latin1(tail);
    return names.includes('word/document.xml') ? 'docx' : 'zip';
  }
  return sniffText(head);
}

/** The lengths of the headers that follow the 14 bytes of a BMP's own: of OS/2 and of Windows. */
const bitmapHeaders = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** Whether it is a BMP: its two letters begin many a text, and the length of its second header is told by no text. */
const isBitmap = (head: Uint8Array): boolean =>
  startsWith(head, 'BM') && startsWith(head, '\0\0\0', 15) && bitmapHeaders.has(head[14] ?? 0);

function sniffText(head: Uint8Array): ContentType {
  const isUtf16 = startsWith(head, '\xff\xfe') || startsWith(head, '\xfe\xff');
  if (!isUtf16 && !isLikelyText(head)) return 'unknown';
  const start = (isUtf16 ? latin1(head).replaceAll('\0', '') : latin1(head))
    .slice(0, 4096)
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/^(\s|<!--[\s\S]*?-->|<\?xml[\s\S]*?\?>)+/, '')
    .toLowerCase();
  if (/^(<!doctype svg[^>]*(\[[^\]]*\])?[^>]*>\s*)?<svg[\s>]/.test(start)) return 'svg';
  if (/^<(!doctype\s+html|html|head|body)[\s>]/.test(start)) return 'html';
  return 'text';
}

/** Text holds no control characters but tab, line ends, form feed and escape; UTF-16 without a mark holds many zeros. */
function isLikelyText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  let zeros = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    else if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) controls += 1;
  }
  if (zeros === 0) return controls <= head.length / 1000;
  return controls <= head.length / 100 && looksLikeUtf16(head) !== null;
}

/** Which UTF-16 a text without byte order mark is, by the zeros that ASCII leaves in one half of its pairs. */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = bytes.length / 20;
  if (odd > many && even < odd / 20) return 'utf-16le';
  if (even > many && odd < even / 20) return 'utf-16be';
  return null;
}

const endings: Readonly<Record<string, ContentType>> = {
  png: 'png', jpg: 'jpeg', jpeg: 'jpeg', jpe: 'jpeg', jfif: 'jpeg', gif: 'gif', webp: 'webp', tif: 'tiff', tiff: 'tiff',
  heic: 'heic', heif: 'heic', bmp: 'bmp', dib: 'bmp', svg: 'svg', pdf: 'pdf', docx: 'docx', zip: 'zip', html: 'html', htm: 'html', xhtml: 'html',
  txt: 'text', md: 'text', markdown: 'text',
}; // prettier-ignore

/** The type that a file's name claims; undefined where its ending is none we know. */
export function typeOfName(name: string): ContentType | undefined {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}
