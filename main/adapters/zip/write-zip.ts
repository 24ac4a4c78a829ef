import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { ZipFile } from 'yazl';
import { Failure } from '../../contract/failure.ts';
import type { FolderEntry } from '../../world/dossier-store.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Zip } from '../../world/zip.ts';
import { replaceFile } from '../disk/atomic-write.ts';

interface Measured {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** What gets smaller when deflated; everything else (pictures, PDF, Office, archives) is stored as it is. */
const deflated = /\.(txt|md|markdown|html?|json|ya?ml|csv|tsv|xml|svg|css|js)$/i;
const pieceBytes = 1 << 18;

/** See {@link Zip.write}. The entries stand in the given order; every entry carries noon of `date`, so that no time zone matters. */
export const writeZip: Zip['write'] = async (target, contents, tags, context) =>
  replaceFile(target, async (partial) => {
    context.signal.throwIfAborted();
    const { ZipFile } = await import('yazl');
    const total = await totalSize(contents);
    const zip = new ZipFile();
    const whole = measure();
    const stop = new AbortController();
    const signal = AbortSignal.any([context.signal, stop.signal]);
    const drained = pipeline(zip.outputStream, whole.stream, createWriteStream(partial, { flags: 'wx' }), {
      signal,
    });
    const failed = new Promise<never>((_, reject) => {
      zip.once('error', reject);
      drained.catch(reject);
    });
    // Heard through the races below; without this a failure after the last race would count as unhandled.
    failed.catch(() => undefined);
    let done = 0;
    const add = async (entry: FolderEntry): Promise<Measured> => {
      const onPiece = (bytes: number) => {
        done += bytes;
        context.onProgress({ done: Math.min(done, total), total, label: entry.path });
      };
      return Promise.race([addEntry(zip, entry, context.date, signal, onPiece), failed]);
    };
    try {
      const written = new Map<string, Measured>();
      for (const entry of contents) written.set(entry.path, await add(entry));
      for (const entry of tags(written)) await add(entry);
      zip.end();
      await drained;
    } catch (error) {
      stop.abort();
      await drained.catch(() => undefined);
      context.signal.throwIfAborted();
      throw error;
    }
    return whole.result();
  });

/** Adds one entry; resolves with its hash once its bytes have been read. */
async function addEntry(
  zip: ZipFile,
  entry: FolderEntry,
  date: string,
  signal: AbortSignal,
  onPiece: (bytes: number) => void,
): Promise<Measured> {
  const options = {
    mtime: noonOf(date),
    mode: 0o100644,
    compress: deflated.test(entry.path),
    forceDosTimestamp: true,
  };
  if (entry.content instanceof Uint8Array) {
    const { buffer, byteOffset, byteLength } = entry.content;
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    zip.addBuffer(bytes, entry.path, options);
    onPiece(bytes.length);
    return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length };
  }
  const file = entry.content;
  const source = createReadStream(file.absolutePath, { highWaterMark: pieceBytes, signal });
  const measured = measure(onPiece);
  source.on('error', (error) => measured.stream.destroy(signal.aborted ? error : sourceFailure(error, file)));
  source.pipe(measured.stream);
  zip.addReadStream(measured.stream, entry.path, options);
  await finished(measured.stream);
  return measured.result();
}

/** A stream that hashes and counts what passes. */
function measure(onPiece?: (bytes: number) => void): {
  readonly stream: Transform;
  readonly result: () => Measured;
} {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const stream = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece);
      sizeBytes += piece.length;
      onPiece?.(piece.length);
      done(null, piece);
    },
  });
  return { stream, result: () => ({ sha256: hash.digest('hex'), sizeBytes }) };
}

/** The local time whose DOS form is noon of that day everywhere: clocks are set forward at night, never at noon. */
function noonOf(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

async function totalSize(contents: readonly FolderEntry[]): Promise<number> {
  let total = 0;
  for (const { content } of contents) {
    total += content instanceof Uint8Array ? content.length : await sizeOf(content);
  }
  return total;
}

async function sizeOf(file: LocalFile): Promise<number> {
  try {
    return (await stat(file.absolutePath)).size;
  } catch (error) {
    throw sourceFailure(error, file);
  }
}

/** What it means that a file to be packed cannot be read: it was there when the dossier was looked at. */
function sourceFailure(error: unknown, file: LocalFile): Failure {
  const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isGone
    ? new Failure(
        'file-changed',
        {
          zh: `文件「${file.name}」在打包时已不存在`,
          en: `The file “${file.name}” was gone when it was to be packed`,
        },
        { zh: '请放回该文件，重新检查后再导出', en: 'Put it back, check again, then export' },
        { cause: error },
      )
    : new Failure(
        'unreadable-file',
        {
          zh: `文件「${file.name}」无法读取，未能打包`,
          en: `The file “${file.name}” could not be read and was not packed`,
        },
        {
          zh: '请检查该文件的权限，或是否被其他程序占用',
          en: 'Check your permission to read it, and whether another program holds it',
        },
        { cause: error },
      );
}
