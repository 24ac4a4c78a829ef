import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** So many bytes are read at a time. */
const pieceBytes = 1 << 20;

/** Reads a file once, in pieces: its SHA-256 as lower-case hex, and its size. Throws what the disk says, and the signal's reason. */
export async function hashFile(
  path: string,
  signal?: AbortSignal,
): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    // A byte more than the file should have: a small one is known to have ended after one read.
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, Math.max(size + 1, 4096)));
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(piece, 0, piece.length);
      hash.update(piece.subarray(0, bytesRead));
      sizeBytes += bytesRead;
      if (bytesRead === 0 || (sizeBytes === size && bytesRead < piece.length)) break;
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
