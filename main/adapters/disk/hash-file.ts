import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Reads a file once, in pieces: its SHA-256 as lower-case hex, and its size. Throws what the disk says. */
export async function hashFile(
  path: string,
  signal?: AbortSignal,
): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const piece of createReadStream(path, {
    highWaterMark: 1 << 20,
    ...(signal ? { signal } : {}),
  })) {
    // Safe: a stream without an encoding gives Buffers.
    const bytes = piece as Buffer;
    hash.update(bytes);
    sizeBytes += bytes.length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
