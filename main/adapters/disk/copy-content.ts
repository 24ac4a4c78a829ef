import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { LocalFile } from '../../world/local-file.ts';
import { writeBytes } from './atomic-write.ts';
import { readFailure } from './disk-failure.ts';

const pieceBytes = 1 << 20;

/** What was copied: SHA-256 as lower-case hex, and size. */
export interface Copied {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/**
 * Copies bytes or a file to a path that must not exist yet, in pieces, and hashes them on the way. What fails on the
 * source is a Failure that names it; what fails on the target is what the disk says. `flush` waits until the copy is on the disk.
 */
export async function copyContent(
  content: Uint8Array | LocalFile,
  target: string,
  { flush = false }: { readonly flush?: boolean } = {},
): Promise<Copied> {
  const hash = createHash('sha256');
  if (content instanceof Uint8Array) {
    await writeBytes(target, content, { flush });
    return { sha256: hash.update(content).digest('hex'), sizeBytes: content.length };
  }
  const source = await openSource(content.absolutePath);
  try {
    const file = await open(target, 'wx');
    try {
      const piece = Buffer.allocUnsafe(pieceBytes);
      let sizeBytes = 0;
      for (;;) {
        const read = await readPiece(source, piece, content.absolutePath);
        if (read === 0) break;
        const bytes = piece.subarray(0, read);
        hash.update(bytes);
        await writeAll(file, bytes);
        sizeBytes += read;
      }
      if (flush) await file.sync();
      return { sha256: hash.digest('hex'), sizeBytes };
    } finally {
      await file.close();
    }
  } finally {
    await source.close();
  }
}

async function openSource(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw readFailure(error, path);
  }
}

async function readPiece(source: FileHandle, piece: Buffer, path: string): Promise<number> {
  try {
    return (await source.read(piece, 0, piece.length)).bytesRead;
  } catch (error) {
    throw readFailure(error, path);
  }
}

/** A write may take less than it was given. */
async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written)).bytesWritten;
  }
}
