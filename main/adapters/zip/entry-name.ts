import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';

/**
 * The name of an entry. Flagged as UTF-8 it must be; unflagged names are read as UTF-8 when they are, else as GB 18030,
 * which Windows in China writes. Info-ZIP's Unicode path (0x7075) goes before an unflagged name. Null: no text.
 */
export function decodeEntryName(entry: Entry): string | null {
  const raw = entry.fileNameRaw;
  if ((entry.generalPurposeBitFlag & 0x800) !== 0) return decode(raw, 'utf-8');
  return unicodePath(entry) ?? decode(raw, 'utf-8') ?? decode(raw, 'gb18030');
}

function unicodePath(entry: Entry): string | null {
  const field = entry.extraFields.find(({ id, data }) => id === 0x7075 && data.length > 5 && data[0] === 1);
  if (field === undefined || field.data.readUInt32LE(1) !== crc32(entry.fileNameRaw)) return null;
  return decode(field.data.subarray(5), 'utf-8');
}

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
