import { createHash, type Hash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { foldedName } from '../../core/bundle/unsafe-name.ts';
import type { FolderEntry } from '../../world/dossier-store.ts';
import type { Zip } from '../../world/zip.ts';
import { replaceFile } from '../disk/atomic-write.ts';
import { pieceBytes, sourcePieces, type Piece } from './source-pieces.ts';
import {
  directoryRecord,
  endRecords,
  localHeader,
  localHeaderBytes,
  type EntryRecord,
} from './zip-records.ts';

interface Measured {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** What gets smaller when deflated; everything else (pictures, PDF, Office, archives) is stored as it is. */
const deflated = /\.(txt|md|markdown|html?|json|ya?ml|csv|tsv|xml|svg|css|js)$/i;
const piecesAhead = 2;
const writesUnderWay = 3;
/** So many bytes are sent to the disk together while the next are read: the last flush then finds little to do. */
const flushBytes = 24_000_000;

/**
 * See {@link Zip.write}. Each byte is read once: CRC-32 and SHA-256 are taken while the next piece is read and the last one
 * written; a local header goes to its place once the checksum is known, so that no sizes follow behind the bytes. Entries
 * stand in the given order, at noon of `date`, under NFC names; a text that fits into one piece is deflated.
 */
export const writeZip: Zip['write'] = async (target, contents, tags, context) =>
  replaceFile(target, async (partial) => {
    context.signal.throwIfAborted();
    const total = await totalBytes(contents);
    const handle = await open(partial, 'wx');
    const file = createPlacedWrites(handle);
    let done = 0;
    const onPiece = (bytes: number, label: string) => {
      done += bytes;
      context.onProgress({ done: Math.min(done, total), total, label });
    };
    const records: EntryRecord[] = [];
    const written = new Map<string, Measured>();
    const names = new Set<string>();
    let end = 0;
    let flushedTo = 0;
    let flushing: Promise<void> | null = null;
    const add = async (entries: readonly FolderEntry[]): Promise<void> => {
      let open: OpenEntry | undefined;
      for await (const piece of sourcePieces(entries, piecesAhead, context.signal)) {
        context.signal.throwIfAborted();
        if (piece.isFirst) open = startEntry(piece, end, names);
        if (open === undefined) throw new Error('A piece before the first of its entry');
        const { path } = open;
        const packed = takePiece(open, piece);
        const at = open.dataAt + open.packedBytes - packed.length;
        onPiece(piece.bytes.length, path);
        if (!piece.isLast) {
          await file.write([packed], at, piece.release);
          continue;
        }
        const record = recordOf(open);
        const header = localHeader(record, context.date);
        if (piece.isFirst) await file.write([header, packed], record.offset, piece.release);
        else {
          await file.write([packed], at, piece.release);
          await file.write([header], record.offset);
        }
        end = open.dataAt + open.packedBytes;
        records.push(record);
        written.set(path, { sha256: open.hash.digest('hex'), sizeBytes: open.sizeBytes });
        if (flushing !== null || end - flushedTo < flushBytes) continue;
        flushedTo = end;
        // Heard at the end: what the disk refuses, the last flush is refused too.
        flushing = handle.datasync().then(
          () => void (flushing = null),
          () => undefined,
        );
      }
    };
    try {
      await add(contents);
      await add(tags(written));
      const directory = Buffer.concat(records.map((record) => directoryRecord(record, context.date)));
      await file.write([directory, endRecords(records.length, end, directory.length)], end);
      await file.settled();
      const { size: sizeBytes } = await handle.stat();
      return { sizeBytes, written };
    } finally {
      await file.settled().catch(() => undefined);
      await flushing;
      await handle.close();
    }
  });

/** An entry whose bytes are on their way. */
interface OpenEntry {
  readonly path: string;
  readonly name: Buffer;
  readonly offset: number;
  readonly dataAt: number;
  readonly sizeBytes: number;
  readonly hash: Hash;
  isDeflated: boolean;
  crc: number;
  packedBytes: number;
}

function startEntry({ entry, sizeBytes }: Piece, offset: number, names: Set<string>): OpenEntry {
  const path = entry.path.normalize('NFC');
  const folded = foldedName(path);
  if (names.has(folded)) throw new Error(`Two entries of a zip go by the name ${path}`);
  names.add(folded);
  const name = Buffer.from(path, 'utf8');
  if (name.length > 0xffff) throw new Error(`The name of an entry is too long for a zip: ${path}`);
  const dataAt = offset + localHeaderBytes(name, sizeBytes);
  const hash = createHash('sha256');
  return { path, name, offset, dataAt, sizeBytes, hash, isDeflated: false, crc: 0, packedBytes: 0 };
}

/** Takes a piece into its entry's sums; answers the bytes to write. */
function takePiece(open: OpenEntry, { bytes, isFirst, isLast }: Piece): Buffer {
  open.crc = crc32(bytes, open.crc);
  open.hash.update(bytes);
  const isText = isFirst && isLast && bytes.length <= pieceBytes && deflated.test(open.path);
  const smaller = isText ? deflateRawSync(bytes) : bytes;
  open.isDeflated = smaller.length < bytes.length;
  const packed = open.isDeflated ? smaller : bytes;
  open.packedBytes += packed.length;
  return packed;
}

const recordOf = ({ name, isDeflated, crc, packedBytes, sizeBytes, offset }: OpenEntry): EntryRecord => ({
  name,
  isDeflated,
  crc32: crc,
  packedBytes,
  sizeBytes,
  offset,
});

/** Writes at given places, a few under way at once; the first that fails is thrown by the next call. */
interface PlacedWrites {
  /** Resolves when there is room for another; `release` is called once the bytes are written. */
  write(parts: readonly Buffer[], at: number, release?: () => void): Promise<void>;
  settled(): Promise<void>;
}

function createPlacedWrites(handle: FileHandle): PlacedWrites {
  const underWay: Promise<void>[] = [];
  return {
    async write(parts, at, release) {
      if (underWay.length >= writesUnderWay) await underWay.shift();
      const writing = writeAt(handle, parts, at).then(() => release?.());
      // Heard when it is waited for.
      writing.catch(() => undefined);
      underWay.push(writing);
    },
    async settled() {
      // All of them first: the file must not be closed under one that is still writing.
      const ended = await Promise.allSettled(underWay.splice(0));
      const failed = ended.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
  };
}

const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, { length }) => sum + length, 0);

async function writeAt(handle: FileHandle, parts: readonly Buffer[], at: number): Promise<void> {
  let left = parts;
  for (let place = at; lengthOf(left) > 0;) {
    const { bytesWritten } = await handle.writev([...left], place);
    place += bytesWritten;
    // A write may take less than it was given.
    if (bytesWritten < lengthOf(left)) left = [Buffer.concat(left).subarray(bytesWritten)];
    else return;
  }
}

/** The size of all contents in bytes, for progress; what cannot be read is said when its turn comes. */
async function totalBytes(contents: readonly FolderEntry[]): Promise<number> {
  const sizes = contents.map(async ({ content }) =>
    content instanceof Uint8Array
      ? content.length
      : stat(content.absolutePath).then(
          ({ size }) => size,
          () => 0,
        ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
