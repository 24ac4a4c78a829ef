import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Failure } from '../../contract/failure.ts';
import type { Zip } from '../../world/zip.ts';
import { createFile } from '../disk/atomic-write.ts';
import { readFailure } from '../disk/disk-failure.ts';
import { decodeEntryName } from './entry-name.ts';
import { localRecordFault } from './local-record.ts';
import { judgeEntries, maxEntries } from '../../core/bundle/refuse-entry.ts';
import { refuseOverlaps } from '../../core/bundle/refuse-overlaps.ts';
import { readDirectory } from './zip-directory.ts';

/** See {@link Zip.unpack}. Where an entry goes is the caller's to say: no name of the zip becomes a path. */
export const unpackZip: Zip['unpack'] = async (file, wanted, context) => {
  const handle = await open(file.absolutePath, 'r').catch((error: unknown) => {
    throw readFailure(error, file.absolutePath);
  });
  try {
    const { zip, entries } = await readDirectory(handle, file, maxEntries, context.signal);
    const judged = refuseOverlaps(judgeEntries(entries, decodeEntryName)).filter(({ name }) =>
      wanted.has(name),
    );
    const total = judged.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
    const written = new Map<string, Unpacked>();
    let done = 0;
    for (const { entry, name, refusal } of judged) {
      context.signal.throwIfAborted();
      const fault = refusal?.why ?? (await localRecordFault(zip, handle, entry));
      if (fault !== null) throw damagedEntry(name, fault.zh, fault.en);
      const target = wanted.get(name);
      if (target === undefined) throw new Error('An entry was wanted without a target');
      written.set(name, await unpackEntry(zip, entry, name, target, context.signal));
      done += entry.uncompressedSize;
      context.onProgress({ done, total, label: name });
    }
    const missing = [...wanted.keys()].find((name) => !written.has(name));
    if (missing !== undefined) throw damagedEntry(missing, '压缩包里没有它', 'the zip does not hold it');
    return written;
  } finally {
    await handle.close();
  }
};

interface Unpacked {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array | null;
}

async function unpackEntry(
  zip: ZipFile,
  entry: Entry,
  name: string,
  target: string | null,
  signal: AbortSignal,
): Promise<Unpacked> {
  const pieces: Buffer[] = [];
  if (target === null) {
    const facts = await readPieces(zip, entry, name, signal, (piece) => void pieces.push(piece));
    return { ...facts, bytes: Buffer.concat(pieces) };
  }
  let facts: Omit<Unpacked, 'bytes'> | undefined;
  const isNew = await createFile(target, async (partial) => {
    const output = await open(partial, 'wx');
    try {
      facts = await readPieces(zip, entry, name, signal, (piece) => output.writeFile(piece));
    } finally {
      await output.close();
    }
  });
  if (!isNew || facts === undefined) throw new Error(`There is something at ${target} already`);
  return { ...facts, bytes: null };
}

async function readPieces(
  zip: ZipFile,
  entry: Entry,
  name: string,
  signal: AbortSignal,
  take: (piece: Buffer) => void | Promise<void>,
): Promise<Omit<Unpacked, 'bytes'>> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let crc = 0;
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      signal.throwIfAborted();
      // Safe: a stream without an encoding gives Buffers.
      const bytes = piece as Buffer;
      sizeBytes += bytes.length;
      // Leaving the loop closes the stream: what lies is not unpacked further.
      if (sizeBytes > entry.uncompressedSize) break;
      crc = crc32(bytes, crc);
      hash.update(bytes);
      await take(bytes);
    }
  } catch (error) {
    signal.throwIfAborted();
    // What the disk says is its own; what the stream says is about the entry.
    if (error instanceof Error && 'syscall' in error) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw damagedEntry(name, detail, detail);
  }
  if (sizeBytes !== entry.uncompressedSize || crc !== entry.crc32) {
    throw damagedEntry(name, '内容与目录不符', 'its bytes are not what the directory says');
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

const damagedEntry = (name: string, zh: string, en: string): Failure =>
  new Failure(
    'zip-damaged',
    { zh: `压缩包里的「${name}」解不出来：${zh}`, en: `“${name}” in the zip cannot be unpacked: ${en}` },
    {
      zh: '文件可能在传送中损坏，请重新复制一份，或请对方重新导出',
      en: 'It may have been damaged on its way: copy it again, or ask for a new export',
    },
  );
