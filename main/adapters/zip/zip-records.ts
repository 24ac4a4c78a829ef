/** What the records of an entry say; `offset` is where its local header stands. */
export interface EntryRecord {
  /** UTF-8. */
  readonly name: Buffer;
  readonly isDeflated: boolean;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly offset: number;
  /** Its bytes are encrypted by AES-256 (WinZip's AE-2), which says no checksum. */
  readonly isEncrypted?: boolean;
}

const least32 = 0xffffffff;
/** Bit 11: the name is UTF-8. */
const utf8Flag = 0x800;
/** A regular file that everybody may read and its owner write, as Unix says it, in the upper half. */
const regularFile = (0o100644 << 16) >>> 0;
const madeOnUnix = 3 << 8;

/** Where entries of a day stand: 16 bits of date and 16 of time, noon, as MS-DOS counts; no time zone comes in. */
export function noonOf(date: string): { readonly day: number; readonly time: number } {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  const inRange = Math.min(Math.max(year, 1980), 2107);
  return { day: ((inRange - 1980) << 9) | (month << 5) | day, time: 12 << 11 };
}

/** How long a local header will be: it grows by its zip64 field for a file of 4 GB. */
export const localHeaderBytes = (name: Buffer, sizeBytes: number): number =>
  30 + name.length + (sizeBytes >= least32 ? 20 : 0);

/** A local file header (APPNOTE.TXT 4.3.7) with true sizes and checksum: nothing follows behind the bytes. */
export function localHeader(entry: EntryRecord, date: string): Buffer {
  const isLong = isLongEntry(entry);
  const extra = Buffer.concat([
    isLong ? zip64Field([entry.sizeBytes, entry.packedBytes]) : Buffer.alloc(0),
    aesField(entry),
  ]);
  const fixed = Buffer.alloc(30);
  fixed.writeUInt32LE(0x04034b50, 0);
  writeShared(fixed, 4, entry, date, isLong ? 45 : 20);
  if (isLong) fixed.fill(0xff, 18, 26);
  fixed.writeUInt16LE(entry.name.length, 26);
  fixed.writeUInt16LE(extra.length, 28);
  return Buffer.concat([fixed, entry.name, extra]);
}

/** An entry of the central directory (4.3.12); what 32 bits cannot hold stands in its zip64 field (4.5.3). */
export function directoryRecord(entry: EntryRecord, date: string): Buffer {
  const isLong = isLongEntry(entry);
  const isFar = entry.offset >= least32;
  const long = [...(isLong ? [entry.sizeBytes, entry.packedBytes] : []), ...(isFar ? [entry.offset] : [])];
  const extra = Buffer.concat([long.length === 0 ? Buffer.alloc(0) : zip64Field(long), aesField(entry)]);
  const fixed = Buffer.alloc(46);
  fixed.writeUInt32LE(0x02014b50, 0);
  fixed.writeUInt16LE(madeOnUnix | 45, 4);
  writeShared(fixed, 6, entry, date, long.length > 0 ? 45 : 20);
  if (isLong) fixed.fill(0xff, 20, 28);
  fixed.writeUInt16LE(entry.name.length, 28);
  fixed.writeUInt16LE(extra.length, 30);
  fixed.writeUInt32LE(regularFile, 38);
  fixed.writeUInt32LE(Math.min(entry.offset, least32), 42);
  return Buffer.concat([fixed, entry.name, extra]);
}

/** The end of a zip (4.3.14 to 4.3.16): with the zip64 records where count, size or place of the directory need them. */
export function endRecords(count: number, directoryAt: number, directoryBytes: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(Math.min(directoryBytes, least32), 12);
  end.writeUInt32LE(Math.min(directoryAt, least32), 16);
  if (count < 0xffff && directoryAt < least32 && directoryBytes < least32) return end;
  const long = Buffer.alloc(56);
  long.writeUInt32LE(0x06064b50, 0);
  long.writeBigUInt64LE(44n, 4);
  long.writeUInt16LE(madeOnUnix | 45, 12);
  long.writeUInt16LE(45, 14);
  for (const [index, value] of [count, count, directoryBytes, directoryAt].entries()) {
    long.writeBigUInt64LE(BigInt(value), 24 + index * 8);
  }
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directoryAt + directoryBytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([long, locator, end]);
}

/** The fields that both headers have in common, from `at` on: 22 bytes. */
function writeShared(header: Buffer, at: number, entry: EntryRecord, date: string, version: number): void {
  const { day, time } = noonOf(date);
  const isEncrypted = entry.isEncrypted === true;
  header.writeUInt16LE(isEncrypted ? 51 : version, at);
  header.writeUInt16LE(utf8Flag | (isEncrypted ? 1 : 0), at + 2);
  header.writeUInt16LE(isEncrypted ? 99 : entry.isDeflated ? 8 : 0, at + 4);
  header.writeUInt16LE(time, at + 6);
  header.writeUInt16LE(day, at + 8);
  header.writeUInt32LE(entry.crc32, at + 10);
  header.writeUInt32LE(Math.min(entry.packedBytes, least32), at + 14);
  header.writeUInt32LE(Math.min(entry.sizeBytes, least32), at + 18);
}

/** What is encrypted is a little longer than what it was. */
const isLongEntry = ({ sizeBytes, packedBytes, isEncrypted }: EntryRecord): boolean =>
  (isEncrypted === true ? Math.max(packedBytes, sizeBytes) : sizeBytes) >= least32;

/** The field of WinZip's AES: version 2, 256 bits, and how the bytes were packed before. */
function aesField({ isEncrypted, isDeflated }: EntryRecord): Buffer {
  return isEncrypted === true
    ? Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, isDeflated ? 8 : 0, 0])
    : Buffer.alloc(0);
}

function zip64Field(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return field;
}
