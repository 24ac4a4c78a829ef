import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { PictureProblem } from './decode-picture.ts';
import { isDecodedType } from './decoded-type.ts';
import { measurePicture } from './measure-picture.ts';
import type { PictureAnswer, PictureJob } from './picture-workers.ts';
import { sniffType } from './sniff-type.ts';

/** So many bytes tell a picture that is decoded from everything else. */
const markBytes = 16;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The system's own word, such as ENOENT: errors lose it on their way between threads. */
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Reads, hashes and measures a picture. This thread has nothing else to do: it waits for the disk itself, which is quicker. */
async function lookAt({ path }: PictureJob): Promise<PictureAnswer> {
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

// The program of a worker: looks at one picture after the other and answers with plain data.
parentPort?.on('message', (job: PictureJob) => {
  lookAt(job)
    .catch((error: unknown): PictureAnswer => ({ error: { message: messageOf(error), code: codeOf(error) } }))
    .then((answer) => parentPort?.postMessage(answer, []));
});
