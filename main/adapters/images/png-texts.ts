import { inflateSync } from 'node:zlib';

/** The packed texts and the colour profile of a real PNG unpack to a few hundred kilobytes together. */
const mostUnpackedBytes = 16_000_000;

/**
 * Whether what a PNG packs beside its pixels (zTXt, iTXt, iCCP) unpacks to 16 MB at most, which no decoder asks: half a
 * megabyte of such chunks took 1.9 GB. True for anything that is no PNG.
 */
export function hasModestTexts(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 8 || view.getUint32(0) !== 0x89504e47) return true;
  let left = mostUnpackedBytes;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (name !== 'zTXt' && name !== 'iTXt' && name !== 'iCCP') continue;
    const data = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    const packed = packedPart(name, data);
    if (packed === null) continue;
    const unpacked = unpackedLength(packed, left);
    if (unpacked > left) return false;
    left -= unpacked;
  }
  return true;
}

/** What follows the key, its zero and the method; of an iTXt only when it says that it is packed, after language and translation. */
function packedPart(name: string, data: Uint8Array): Uint8Array | null {
  const keyEnd = data.indexOf(0);
  if (keyEnd < 0) return null;
  if (name !== 'iTXt') return data.subarray(keyEnd + 2);
  if (data[keyEnd + 1] !== 1) return null;
  const languageEnd = data.indexOf(0, keyEnd + 3);
  const translationEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  return translationEnd < 0 ? null : data.subarray(translationEnd + 1);
}

/** Zero for what is damaged, which the decoder says; over `most` for anything longer. */
function unpackedLength(packed: Uint8Array, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLong ? most + 1 : 0;
  }
}
