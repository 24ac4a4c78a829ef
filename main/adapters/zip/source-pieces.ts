import { open, type FileHandle } from 'node:fs/promises';
import { Failure } from '../../contract/failure.ts';
import type { FolderEntry } from '../../world/dossier-store.ts';
import type { LocalFile } from '../../world/local-file.ts';

/** How much is read and written at once, in bytes. */
export const pieceBytes = 1 << 20;

/** Some bytes of one entry's content, in order. */
export interface Piece {
  readonly entry: FolderEntry;
  readonly bytes: Buffer;
  /** The content's whole size, known before its first piece. */
  readonly sizeBytes: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Gives the memory back; nothing may read `bytes` after. */
  release(): void;
}

/**
 * The bytes of every entry, piece by piece, at least one piece for each; `depth` pieces are read ahead, across files, while
 * the caller works on one. Memory is what is ahead or not yet released. Throws a Failure that names the file for what cannot be read.
 */
export async function* sourcePieces(
  entries: readonly FolderEntry[],
  depth: number,
  signal: AbortSignal,
): AsyncGenerator<Piece> {
  const source = readPieces(entries, signal);
  const ahead: Promise<IteratorResult<Piece>>[] = [];
  try {
    for (;;) {
      while (ahead.length < depth) {
        const next = source.next();
        // Heard when its turn comes; without this a failure that is never reached would count as unhandled.
        next.catch(() => undefined);
        ahead.push(next);
      }
      const result = await ahead.shift();
      if (result === undefined || result.done === true) return;
      yield result.value;
    }
  } finally {
    await Promise.allSettled(ahead);
    await source.return(undefined);
  }
}

async function* readPieces(entries: readonly FolderEntry[], signal: AbortSignal): AsyncGenerator<Piece> {
  const free: Buffer[] = [];
  for (const entry of entries) {
    signal.throwIfAborted();
    if (entry.content instanceof Uint8Array) {
      const { buffer, byteOffset, byteLength } = entry.content;
      const bytes = Buffer.from(buffer, byteOffset, byteLength);
      const sizeBytes = byteLength;
      yield { entry, bytes, sizeBytes, isFirst: true, isLast: true, release: () => undefined };
      continue;
    }
    const file = entry.content;
    const { handle, sizeBytes } = await openSource(file);
    try {
      let at = 0;
      do {
        signal.throwIfAborted();
        const memory = free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
        const wanted = Math.min(pieceBytes, sizeBytes - at);
        await readWhole(handle, memory, wanted, at, file);
        const isFirst = at === 0;
        at += wanted;
        if (at === sizeBytes) await requireEnd(handle, at, file);
        const bytes = memory.subarray(0, wanted);
        yield {
          entry,
          bytes,
          sizeBytes,
          isFirst,
          isLast: at === sizeBytes,
          release: () => void free.push(memory),
        };
      } while (at < sizeBytes);
    } finally {
      await handle.close();
    }
  }
}

async function openSource(
  file: LocalFile,
): Promise<{ readonly handle: FileHandle; readonly sizeBytes: number }> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file.absolutePath, 'r');
    const facts = await handle.stat();
    if (facts.isFile()) return { handle, sizeBytes: facts.size };
    throw new Error('not a regular file');
  } catch (error) {
    await handle?.close();
    throw sourceFailure(error, file);
  }
}

async function readWhole(
  handle: FileHandle,
  into: Buffer,
  wanted: number,
  at: number,
  file: LocalFile,
): Promise<void> {
  for (let got = 0; got < wanted;) {
    const read = await handle.read(into, got, wanted - got, at + got).catch((error: unknown) => {
      throw sourceFailure(error, file);
    });
    if (read.bytesRead === 0) throw sizeChanged(file);
    got += read.bytesRead;
  }
}

/** A file that grew while it was read would be packed without its end. */
async function requireEnd(handle: FileHandle, at: number, file: LocalFile): Promise<void> {
  const { size } = await handle.stat();
  if (size !== at) throw sizeChanged(file);
}

const sizeChanged = (file: LocalFile): Failure =>
  new Failure(
    'file-changed',
    {
      zh: `文件「${file.name}」在打包过程中被改动，未导出`,
      en: `The file “${file.name}” was changed while it was being packed; nothing was exported`,
    },
    { zh: '请关闭正在编辑它的程序，重新检查后再导出', en: 'Close what edits it, check again, then export' },
  );

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
