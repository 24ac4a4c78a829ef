import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { PictureProblem } from './decode-picture.ts';
import { measurePicture } from './measure-picture.ts';
import type { PictureAnswer, PictureJob } from './picture-workers.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The system's own word, such as ENOENT: errors lose it on their way between threads. */
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

// The program of a worker: measures one picture after the other and answers with plain data.
parentPort?.on('message', ({ path, type }: PictureJob) => {
  readFile(path)
    .then((bytes) => measurePicture(bytes, type))
    .then(
      (measured): PictureAnswer => ({ measured }),
      (error: unknown): PictureAnswer =>
        error instanceof PictureProblem
          ? { problem: { problem: error.problem, detail: error.message } }
          : { error: { message: messageOf(error), code: codeOf(error) } },
    )
    .then((answer) => parentPort?.postMessage(answer, []));
});
