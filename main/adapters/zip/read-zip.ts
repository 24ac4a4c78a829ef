import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Zip, ZipEntryFact } from '../../world/zip.ts';
import { decodeEntryName } from './entry-name.ts';
import { localRecordFault } from './local-record.ts';
import {
  judgeEntries,
  maxEntries,
  tooManyEntries,
  type JudgedEntry,
} from '../../core/bundle/refuse-entry.ts';
import { refuseOverlaps } from '../../core/bundle/refuse-overlaps.ts';
import { readDirectory } from './zip-directory.ts';

const maxKeptBytes = 4_000_000;
const pieceBytes = 1 << 18;

/** A zip that is being read, and the memory that its entries are read into, one after the other. */
interface OpenZip {
  readonly zip: ZipFile;
  readonly handle: FileHandle;
  readonly memory: Buffer;
}

/**
 * See {@link Zip.read}. Nothing touches the disk: entries are unpacked in memory piece by piece, hashed and dropped.
 * Every dangerous or damaged entry comes back with its reason; folders that are in order are left out.
 */
export const readZip: Zip['read'] = async (file, keep, context) => {
  const handle = await openFile(file);
  try {
    const { zip, entries, entryCount } = await readDirectory(handle, file, maxEntries, context.signal);
    if (entryCount > maxEntries) {
      return { entries: [tooManyEntries(file.name, entryCount)], kept: new Map<string, Uint8Array>() };
    }
    const judged = refuseOverlaps(judgeEntries(entries, decodeEntryName));
    const total = judged.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
    const memory = Buffer.allocUnsafeSlow(Math.min(pieceBytes, Math.max(total, 1)));
    let done = 0;
    const facts: ZipEntryFact[] = [];
    const kept = new Map<string, Uint8Array>();
    for (const one of judged) {
      context.signal.throwIfAborted();
      const isKept = one.entry.uncompressedSize <= maxKeptBytes && keep(one.name);
      const { fact, bytes } = await readEntry({ zip, handle, memory }, one, isKept, context.signal);
      if (!one.isFolder || fact.refused !== null) facts.push(fact);
      if (bytes !== null) kept.set(one.name, bytes);
      done += one.entry.uncompressedSize;
      context.onProgress({ done, total, label: one.name });
    }
    return { entries: facts, kept };
  } finally {
    await handle.close();
  }
};

async function openFile(file: LocalFile): Promise<FileHandle> {
  try {
    const handle = await open(file.absolutePath, 'r');
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Failure(
      isGone ? 'file-missing' : 'unreadable-file',
      isGone
        ? { zh: `找不到文件「${file.name}」`, en: `There is no file “${file.name}”` }
        : { zh: `文件「${file.name}」无法读取`, en: `The file “${file.name}” cannot be read` },
      { zh: '请检查文件位置和读取权限', en: 'Check where it is and whether you may read it' },
      { cause: error },
    );
  }
  throw new Failure(
    'not-a-zip',
    {
      zh: `「${file.name}」不是文件，无法作为 zip 读取`,
      en: `“${file.name}” is not a file to be read as a zip`,
    },
    { zh: '请指定导出的 zip 文件', en: 'Name the exported zip file' },
  );
}

/** Unpacks one entry in memory, hashes it, and compares size, CRC-32 and local record with the directory. */
async function readEntry(
  open: OpenZip,
  { entry, name, isFolder, refusal }: JudgedEntry<Entry>,
  isKept: boolean,
  signal: AbortSignal,
): Promise<{ readonly fact: ZipEntryFact; readonly bytes: Uint8Array | null }> {
  const sizeBytes = entry.uncompressedSize;
  const refuse = (fault: 'unsafe' | 'damaged', why: ZipEntryFact['refused']) => ({
    fact: { name, sizeBytes, sha256: null, refused: why, fault },
    bytes: null,
  });
  if (refusal !== null) return refuse(refusal.fault, refusal.why);
  try {
    const recordFault = await localRecordFault(open.zip, open.handle, entry);
    if (recordFault !== null) return refuse('damaged', recordFault);
    const unpacked = isFolder ? emptyContent : await unpack(open, entry, isKept, signal);
    if (unpacked.problem !== null) return refuse('damaged', unpacked.problem);
    return {
      fact: { name, sizeBytes, sha256: unpacked.sha256, refused: null },
      bytes: isKept ? Buffer.concat(unpacked.pieces) : null,
    };
  } catch (error) {
    signal.throwIfAborted();
    const detail = error instanceof Error ? error.message : String(error);
    return refuse('damaged', {
      zh: `无法解压，内容已损坏（${detail}）`,
      en: `it cannot be unpacked, its bytes are damaged (${detail})`,
    });
  }
}

interface Unpacked {
  readonly sha256: string;
  readonly pieces: readonly Buffer[];
  readonly problem: ZipEntryFact['refused'];
}

const emptyContent: Unpacked = { sha256: '', pieces: [], problem: null };

async function unpack(
  { zip, handle, memory }: OpenZip,
  entry: Entry,
  isKept: boolean,
  signal: AbortSignal,
): Promise<Unpacked> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let size = 0;
  let crc = 0;
  for await (const bytes of contentPieces(zip, handle, entry, memory)) {
    signal.throwIfAborted();
    size += bytes.length;
    // Leaving the loop closes the stream: what lies is not unpacked further.
    if (size > entry.uncompressedSize) break;
    crc = crc32(bytes, crc);
    hash.update(bytes);
    if (isKept) pieces.push(Buffer.from(bytes));
  }
  return { sha256: hash.digest('hex'), pieces, problem: contentProblem(entry, size, crc) };
}

/**
 * An entry's content, each piece to be used before the next is asked for. What is stored as it is is read into `memory` again and
 * again: a stream would take new memory for every piece, and a large zip piles it up faster than it is collected.
 */
async function* contentPieces(
  zip: ZipFile,
  handle: FileHandle,
  entry: Entry,
  memory: Buffer,
): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== 0) {
    // Safe: a stream without an encoding gives Buffers.
    for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Buffer;
    return;
  }
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  for (let done = 0; done < entry.compressedSize;) {
    const wanted = Math.min(memory.length, entry.compressedSize - done);
    const { bytesRead } = await handle.read(memory, 0, wanted, fileDataStart + done);
    if (bytesRead === 0) throw new Error('unexpected end of the file');
    yield memory.subarray(0, bytesRead);
    done += bytesRead;
  }
}

function contentProblem(entry: Entry, size: number, crc: number): ZipEntryFact['refused'] {
  if (size !== entry.uncompressedSize) {
    const much = size > entry.uncompressedSize ? { zh: '更多', en: 'more' } : { zh: '更少', en: 'fewer' };
    return {
      zh: `声明 ${entry.uncompressedSize} 字节，实际${much.zh}`,
      en: `it declares ${entry.uncompressedSize} bytes and holds ${much.en}`,
    };
  }
  return crc === entry.crc32
    ? null
    : { zh: '校验值（CRC-32）不符，内容已损坏', en: 'its CRC-32 does not match: its bytes are damaged' };
}
