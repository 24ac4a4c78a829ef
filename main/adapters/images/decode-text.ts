import { looksLikeUtf16 } from './sniff-type.ts';

/** A text is kept up to this many characters. */
export const mostCharacters = 1_000_000;
/** As many bytes as that many characters can take in any of the encodings. */
export const mostTextBytes = 4 * mostCharacters + 4;

/**
 * Decodes text: by its byte order mark, else UTF-8, else UTF-16 where half its bytes are zero, else GB18030 (which
 * holds GBK and GB 2312); null for what is none of them. Cut off at a million characters; `isWhole` says whether
 * `bytes` is the whole file or its beginning, whose last character may be cut in two.
 */
export function decodeText(bytes: Uint8Array, isWhole: boolean): string | null {
  for (const encoding of candidates(bytes)) {
    const text = tryDecode(bytes, encoding, isWhole);
    if (text !== null) return cutAt(text, mostCharacters);
  }
  return null;
}

function candidates(bytes: Uint8Array): readonly string[] {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8'];
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  const utf16 = looksLikeUtf16(bytes.subarray(0, 4096));
  return utf16 === null ? ['utf-8', 'gb18030'] : [utf16];
}

function tryDecode(bytes: Uint8Array, encoding: string, isWhole: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole });
  } catch (error) {
    // A fatal decoder says with a TypeError that the bytes are no text in this encoding: the next one is tried.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Cuts without splitting a surrogate pair. */
function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
