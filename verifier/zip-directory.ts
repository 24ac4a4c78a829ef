import { maxEntries, type ZipRecord } from '../main/core/bundle/refuse-entry.ts';
import { crc32 } from './crc32.ts';

/** One entry of the directory (APPNOTE 4.3.12), with what the bytes before its content need to be compared with. */
export interface DirectoryRecord extends ZipRecord {
  readonly crc32: number;
  /** Where its local record lies. */
  readonly relativeOffsetOfLocalHeader: number;
  readonly extraFields: readonly ExtraField[];
}

interface ExtraField {
  readonly id: number;
  readonly data: Uint8Array;
}

/** The file is no zip that can be read: its directory is missing, cut short or contradicts itself. */
export class NotAZip extends Error {}

/** Bytes of a file as a view to read numbers from. */
export async function readAt(file: Blob, from: number, length: number): Promise<DataView> {
  const bytes = await file.slice(from, from + length).arrayBuffer();
  if (bytes.byteLength < length) throw new NotAZip('cut short');
  return new DataView(bytes);
}

const endBytes = 22;
const longestComment = 0xffff;

/**
 * Reads the directory at the end of a zip (APPNOTE 4.3.16), zip64 with it (4.3.14); of one that claims more entries than are looked at,
 * answers their number alone. Throws NotAZip.
 */
export async function readDirectory(file: Blob): Promise<readonly DirectoryRecord[] | number> {
  const tailFrom = Math.max(0, file.size - endBytes - longestComment);
  const tail = await readAt(file, tailFrom, file.size - tailFrom);
  let at = tail.byteLength - endBytes;
  while (at >= 0 && tail.getUint32(at, true) !== 0x06054b50) at -= 1;
  if (at < 0) throw new NotAZip('no end record');
  if (tail.getUint16(at + 20, true) !== tail.byteLength - at - endBytes)
    throw new NotAZip('bytes follow its end');
  const end = {
    disk: tail.getUint16(at + 4, true),
    firstDisk: tail.getUint16(at + 6, true),
    countHere: tail.getUint16(at + 8, true),
    count: tail.getUint16(at + 10, true),
    sizeBytes: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  };
  const endAt = tailFrom + at;
  const isLong =
    end.count === 0xffff ||
    end.countHere === 0xffff ||
    end.sizeBytes === 0xffffffff ||
    end.offset === 0xffffffff;
  const long = await readLongEnd(file, endAt);
  if (long === null && end.disk !== 0) throw new NotAZip('more than one disk');
  const { count, offset } = long ?? end;
  if (count > maxEntries) return count;
  if (offset > endAt) throw new NotAZip('its directory lies behind its end');
  const directory = await readAt(file, offset, endAt - offset);
  const records: DirectoryRecord[] = [];
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    const { record, length } = readRecord(directory, next);
    records.push(record);
    next += length;
  }
  if (isLong) return records;
  if (end.disk !== 0 || end.firstDisk !== 0) throw new NotAZip('more than one disk');
  if (end.count !== count || end.countHere !== count) throw new NotAZip('its counts differ');
  if (end.offset + end.sizeBytes !== offset + next) throw new NotAZip('its directory has another length');
  return records;
}

/** The zip64 end record, when a locator stands before the end record; null without one. */
async function readLongEnd(
  file: Blob,
  endAt: number,
): Promise<{ readonly count: number; readonly offset: number } | null> {
  if (endAt < 20) return null;
  const locator = await readAt(file, endAt - 20, 20);
  if (locator.getUint32(0, true) !== 0x07064b50) return null;
  const at = toNumber(locator.getBigUint64(8, true));
  const record = await readAt(file, at, 56);
  if (record.getUint32(0, true) !== 0x06064b50) throw new NotAZip('no zip64 end record');
  if (record.getUint32(16, true) !== 0) throw new NotAZip('more than one disk');
  return {
    count: toNumber(record.getBigUint64(32, true)),
    offset: toNumber(record.getBigUint64(48, true)),
  };
}

const toNumber = (value: bigint): number => {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new NotAZip('a number is too large');
  return Number(value);
};

function readRecord(
  view: DataView,
  at: number,
): { readonly record: DirectoryRecord; readonly length: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
    throw new NotAZip('no entry there');
  const nameBytes = view.getUint16(at + 28, true);
  const extraBytes = view.getUint16(at + 30, true);
  const length = 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
  if (at + length > view.byteLength) throw new NotAZip('an entry is cut short');
  if (view.getUint16(at + 34, true) !== 0) throw new NotAZip('more than one disk');
  const generalPurposeBitFlag = view.getUint16(at + 8, true);
  if ((generalPurposeBitFlag & 0x40) !== 0) throw new NotAZip('strong encryption');
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes + extraBytes);
  const extraFields = readExtraFields(bytes.subarray(nameBytes));
  const sizes = {
    uncompressedSize: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    relativeOffsetOfLocalHeader: view.getUint32(at + 42, true),
  };
  return {
    record: {
      fileNameRaw: bytes.subarray(0, nameBytes),
      generalPurposeBitFlag,
      externalFileAttributes: view.getUint32(at + 38, true),
      versionNeededToExtract: view.getUint16(at + 6, true),
      compressionMethod: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      extraFields,
      ...longSizes(sizes, extraFields),
    },
    length,
  };
}

function readExtraFields(bytes: Uint8Array): readonly ExtraField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: ExtraField[] = [];
  for (let at = 0; at < bytes.length - 3;) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > bytes.length) throw new NotAZip('an extra field is cut short');
    fields.push({ id: view.getUint16(at, true), data: bytes.subarray(at + 4, at + 4 + size) });
    at += 4 + size;
  }
  return fields;
}

/** Sizes and offset of more than 32 bits stand in an extra field, in this order (APPNOTE 4.5.3). */
function longSizes<T extends Readonly<Record<string, number>>>(sizes: T, fields: readonly ExtraField[]): T {
  const field = fields.find(({ id }) => id === 1);
  if (field === undefined) return sizes;
  const view = new DataView(field.data.buffer, field.data.byteOffset, field.data.byteLength);
  let at = 0;
  const found = Object.fromEntries(
    Object.entries(sizes).map(([key, value]) => {
      if (value !== 0xffffffff) return [key, value];
      if (at + 8 > field.data.length) throw new NotAZip('a zip64 field is cut short');
      at += 8;
      return [key, toNumber(view.getBigUint64(at - 8, true))];
    }),
  );
  // Safe: the same keys with other numbers.
  return found as T;
}

/** The name of an entry as Yinqi reads it: UTF-8, Info-ZIP's Unicode path, or GB 18030. Null: no text. */
export function decodeName({
  fileNameRaw,
  generalPurposeBitFlag,
  extraFields,
}: DirectoryRecord): string | null {
  if ((generalPurposeBitFlag & 0x800) !== 0) return decode(fileNameRaw, 'utf-8');
  return (
    unicodePath(fileNameRaw, extraFields) ?? decode(fileNameRaw, 'utf-8') ?? decode(fileNameRaw, 'gb18030')
  );
}

function unicodePath(raw: Uint8Array, fields: readonly ExtraField[]): string | null {
  const field = fields.find(({ id, data }) => id === 0x7075 && data.length > 5 && data[0] === 1);
  if (field === undefined) return null;
  const view = new DataView(field.data.buffer, field.data.byteOffset, field.data.byteLength);
  return view.getUint32(1, true) === crc32(raw) ? decode(field.data.subarray(5), 'utf-8') : null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
