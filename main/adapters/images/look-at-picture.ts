import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { PictureProblem } from './decode-picture.ts';
import { isDecodedType } from './decoded-type.ts';
import type { LookedAtFile } from './file-jobs.ts';
import { measurePicture } from './measure-picture.ts';
import { sniffType } from './sniff-type.ts';

/** So many bytes tell a picture that is decoded from everything else. */
const markBytes = 16;

/**
 * Reads, hashes and measures a picture for its checks as a logo or preview. It runs in a thread that has nothing else to do and waits
 * for the disk itself, which is quicker. Throws what the system says on reading.
 */
export async function lookAtPicture(path: string): Promise<LookedAtFile> {
  const file = openSync(path, 'r');
  try {
    const mark = new Uint8Array(markBytes);
    const start = mark.subarray(0, readSync(file, mark, 0, markBytes, 0));
    const type = sniffType(start, start);
    if (!isDecodedType(type)) return { isOther: true };
    const bytes = readFileSync(file);
    const measuring = measurePicture(bytes, type).then(
      (measured) => ({ measured }),
      (error: unknown) => {
        if (!(error instanceof PictureProblem)) throw error;
        return { problem: error.problem, problemDetail: error.message };
      },
    );
    // The decoder has a thread of its own: once it is at work, this one hashes.
    await setImmediate();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { identity: { sizeBytes: bytes.length, sha256, type }, ...(await measuring) };
  } finally {
    closeSync(file);
  }
}
