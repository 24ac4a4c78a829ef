import type { FileHandle } from 'node:fs/promises';
import type { Entry, ZipFile } from 'yauzl';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile } from '../../world/local-file.ts';

/** A zip whose directory was read: nothing is unpacked yet. */
export interface ZipDirectory {
  readonly zip: ZipFile;
  readonly entries: readonly Entry[];
  /** What the end record claims; more than `entries` when it stopped at the limit. */
  readonly entryCount: number;
}

/** Opens the directory of a zip and reads at most `limit` entries. Throws `not-a-zip`. Does not close the handle. */
export async function readDirectory(
  handle: FileHandle,
  file: LocalFile,
  limit: number,
  signal: AbortSignal,
): Promise<ZipDirectory> {
  const { fromFdPromise } = await import('yauzl');
  try {
    // Names are checked entry by entry in refuse-entry.ts; yauzl's own checks would stop at the first.
    const zip = await fromFdPromise(handle.fd, { decodeStrings: false, validateEntrySizes: false });
    const entries: Entry[] = [];
    const { entryCount } = zip;
    if (entryCount > limit) return { zip, entries, entryCount };
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      entries.push(entry);
    }
    await checkEndRecord(handle, zip);
    return { zip, entries, entryCount };
  } catch (error) {
    signal.throwIfAborted();
    throw notAZip(file, error);
  }
}

/**
 * Compares the end record with the directory that was found: yauzl reads neither the directory's size nor both
 * counts nor the disk of an entry, other programs do. A zip of 65,535 entries or 4 GB keeps them elsewhere (zip64) and is not compared.
 */
async function checkEndRecord(handle: FileHandle, zip: ZipFile): Promise<void> {
  const { size } = await handle.stat();
  // `comment` is what follows the 22 bytes of the record; undecoded it is a Buffer, decoded cp437: its length is the same.
  const at = size - 22 - zip.comment.length;
  const record = Buffer.alloc(22);
  await handle.read(record, 0, 22, at);
  const counts = [record.readUInt16LE(8), record.readUInt16LE(10)];
  const directorySize = record.readUInt32LE(12);
  const directoryAt = record.readUInt32LE(16);
  const isZip64 = counts.includes(0xffff) || directorySize === 0xffffffff || directoryAt === 0xffffffff;
  if (isZip64) return;
  if (record.readUInt32LE(4) !== 0) throw new Error('the end record names more than one disk');
  if (counts.some((count) => count !== zip.entryCount)) throw new Error('the end record counts differ');
  // Safe: yauzl's types call its file position a boolean.
  const end = zip.readEntryCursor as unknown as number;
  if (directoryAt + directorySize !== end || end > at) {
    throw new Error('the directory is not as long as the end record says');
  }
  const directory = Buffer.alloc(directorySize);
  await handle.read(directory, 0, directorySize, directoryAt);
  for (let from = 0; from < directorySize;) {
    if (directory.readUInt16LE(from + 34) !== 0) throw new Error('an entry lies on another disk');
    from += 46 + [28, 30, 32].reduce((sum, field) => sum + directory.readUInt16LE(from + field), 0);
  }
}

/** The failure for what is no zip, is cut short, or has a broken directory. */
export function notAZip(file: LocalFile, cause: unknown): Failure {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new Failure(
    'not-a-zip',
    {
      zh: `「${file.name}」不是完整的 zip 文件：目录缺失、被截断或已损坏（${detail}）`,
      en: `“${file.name}” is not a whole zip file: its directory is missing, cut short or damaged (${detail})`,
    },
    {
      zh: '请重新复制或下载该文件，或重新导出',
      en: 'Copy or download the file again, or export it anew',
    },
    { cause },
  );
}
