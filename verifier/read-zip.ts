import type { UnpackedEntry } from '../main/core/bundle/difference.ts';
import { isReadWhole } from '../main/core/bundle/judge-bag.ts';
import {
  judgeEntries,
  newestZipVersion,
  tooManyEntries,
  type JudgedEntry,
} from '../main/core/bundle/refuse-entry.ts';
import { refuseOverlaps } from '../main/core/bundle/refuse-overlaps.ts';
import { crc32 } from './crc32.ts';
import { createSha256 } from './sha256.ts';
import { decodeName, readAt, readDirectory, type DirectoryRecord } from './zip-directory.ts';

/** What was read of a zip or of a folder. */
export interface ReadFiles {
  readonly entries: readonly UnpackedEntry[];
  /** The small texts that are judged, whole, by name. */
  readonly kept: ReadonlyMap<string, Uint8Array>;
}

const maxKeptBytes = 4_000_000;

/** Reads every entry of a zip once, in memory piece by piece. Throws NotAZip. `onBytes` hears how much was read. */
export async function readZip(
  file: File,
  onBytes: (done: number, total: number) => void,
): Promise<ReadFiles> {
  const directory = await readDirectory(file);
  if (typeof directory === 'number') {
    return { entries: [tooManyEntries(file.name, directory)], kept: new Map() };
  }
  const judged = refuseOverlaps(judgeEntries(directory, decodeName));
  const total = judged.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  let done = 0;
  const entries: UnpackedEntry[] = [];
  const kept = new Map<string, Uint8Array>();
  for (const one of judged) {
    const isKept = one.entry.uncompressedSize <= maxKeptBytes && isReadWhole(one.name);
    const before = done;
    const { entry, bytes } = await readEntry(file, one, isKept, (read) => {
      onBytes(before + read, total);
    });
    if (!one.isFolder || entry.refused !== null) entries.push(entry);
    if (bytes !== null) kept.set(one.name, bytes);
    done += one.entry.uncompressedSize;
  }
  return { entries, kept };
}

async function readEntry(
  file: Blob,
  { entry, name, isFolder, refusal }: JudgedEntry<DirectoryRecord>,
  isKept: boolean,
  onBytes: (read: number) => void,
): Promise<{ readonly entry: UnpackedEntry; readonly bytes: Uint8Array | null }> {
  const sizeBytes = entry.uncompressedSize;
  const refuse = (fault: 'unsafe' | 'damaged', why: UnpackedEntry['refused']) => ({
    entry: { name, sizeBytes, sha256: null, refused: why, fault },
    bytes: null,
  });
  if (refusal !== null) return refuse(refusal.fault, refusal.why);
  try {
    const contentAt = await contentOf(file, entry);
    if (contentAt === null) {
      return refuse('damaged', {
        zh: '文件头与目录不一致，已损坏或被改动',
        en: 'its header and the directory disagree: it is damaged or was altered',
      });
    }
    if (isFolder) return { entry: { name, sizeBytes, sha256: '', refused: null }, bytes: null };
    const hash = createSha256();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    let crc = 0;
    for await (const piece of contentPieces(file, entry, contentAt)) {
      size += piece.length;
      // Leaving the loop closes the stream: what lies is not unpacked further.
      if (size > sizeBytes) break;
      crc = crc32(piece, crc);
      hash.update(piece);
      if (isKept) pieces.push(piece);
      onBytes(size);
    }
    if (size !== sizeBytes) {
      return refuse('damaged', {
        zh: `声明 ${sizeBytes} 字节，实际${size > sizeBytes ? '更多' : '更少'}`,
        en: `it declares ${sizeBytes} bytes and holds ${size > sizeBytes ? 'more' : 'fewer'}`,
      });
    }
    if (crc !== entry.crc32) {
      return refuse('damaged', {
        zh: '校验值（CRC-32）不符，内容已损坏',
        en: 'its CRC-32 does not match: its bytes are damaged',
      });
    }
    return {
      entry: { name, sizeBytes, sha256: hash.hex(), refused: null },
      bytes: isKept ? new Uint8Array(await new Blob(pieces).arrayBuffer()) : null,
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refuse('damaged', {
      zh: `无法解压，内容已损坏（${detail}）`,
      en: `it cannot be unpacked, its bytes are damaged (${detail})`,
    });
  }
}

async function* contentPieces(
  file: Blob,
  { compressionMethod, compressedSize }: DirectoryRecord,
  from: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (from + compressedSize > file.size) throw new Error('cut short');
  const stored = file.slice(from, from + compressedSize).stream();
  const unpacked =
    compressionMethod === 8 ? stored.pipeThrough(new DecompressionStream('deflate-raw')) : stored;
  const reader = unpacked.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Where the content begins, when what stands before and behind it agrees with the directory (APPNOTE 4.3.7, 4.3.9): programs that read
 * front to back see only that. Null when it does not.
 */
async function contentOf(file: Blob, entry: DirectoryRecord): Promise<number | null> {
  const header = await readAt(file, entry.relativeOffsetOfLocalHeader, 30);
  if (header.getUint32(0, true) !== 0x04034b50) throw new Error('no local record');
  const nameBytes = header.getUint16(26, true);
  const extraBytes = header.getUint16(28, true);
  const name = new Uint8Array((await readAt(file, entry.relativeOffsetOfLocalHeader + 30, nameBytes)).buffer);
  const at = entry.relativeOffsetOfLocalHeader + 30 + nameBytes + extraBytes;
  const flags = header.getUint16(6, true);
  const sizesFollow = (flags & 0x8) !== 0;
  const crc = header.getUint32(14, true);
  // 0xffffffff: the size stands in a zip64 field instead; 0: the sizes follow behind the bytes.
  const agrees = (local: number, directory: number): boolean =>
    local === directory || local === 0xffffffff || (sizesFollow && local === 0);
  const isSame =
    name.length === entry.fileNameRaw.length &&
    name.every((byte, index) => byte === entry.fileNameRaw[index]) &&
    flags === entry.generalPurposeBitFlag &&
    header.getUint16(8, true) === entry.compressionMethod &&
    header.getUint16(4, true) <= newestZipVersion &&
    (crc === entry.crc32 || (sizesFollow && crc === 0)) &&
    agrees(header.getUint32(18, true), entry.compressedSize) &&
    agrees(header.getUint32(22, true), entry.uncompressedSize) &&
    (!sizesFollow || (await isDescriptor(file, at + entry.compressedSize, entry)));
  return isSame ? at : null;
}

/** Whether a data descriptor with the directory's values stands there: with or without signature, 32 or 64 bits. */
async function isDescriptor(file: Blob, at: number, entry: DirectoryRecord): Promise<boolean> {
  const found = new Uint8Array(await file.slice(at, at + 24).arrayBuffer());
  return [true, false].some((isLong) => {
    const width = isLong ? 8 : 4;
    if (!isLong && Math.max(entry.compressedSize, entry.uncompressedSize) > 0xffffffff) return false;
    const wanted = new Uint8Array(8 + 2 * width);
    const view = new DataView(wanted.buffer);
    view.setUint32(0, 0x08074b50, true);
    view.setUint32(4, entry.crc32, true);
    for (const [index, size] of [entry.compressedSize, entry.uncompressedSize].entries()) {
      if (isLong) view.setBigUint64(8 + index * width, BigInt(size), true);
      else view.setUint32(8 + index * width, size, true);
    }
    return [wanted, wanted.subarray(4)].some(
      (form) => found.length >= form.length && form.every((byte, index) => found[index] === byte),
    );
  });
}
