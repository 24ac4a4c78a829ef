import { unreadableTable } from './table-failures.ts';

/**
 * The text of a CSV file: by its byte order mark (UTF-8, UTF-16), else as UTF-8 where that is valid, else as GB18030,
 * which Chinese Excel writes. Throws `table-unreadable` for bytes that are none of these.
 */
export function decodeTableText(bytes: Uint8Array, name: string): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le', name);
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be', name);
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes, 'utf-8', name);
  const text = decoded(bytes, 'utf-8') ?? decode(bytes, 'gb18030', name);
  if (text.includes('\0')) throw unreadableTable(name, notText);
  return text;
}

const notText = { zh: '它不是文本，也不是 .xlsx', en: 'it is neither text nor .xlsx' };

function decode(bytes: Uint8Array, encoding: string, name: string): string {
  const text = decoded(bytes, encoding);
  if (text === null) {
    throw unreadableTable(name, {
      zh: `其中的文字不是有效的 ${encoding.toUpperCase()} 编码`,
      en: `its text is not valid ${encoding.toUpperCase()}`,
    });
  }
  return text;
}

/** Without its byte order mark; null where the bytes are not of this encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
