import { Worker } from 'node:worker_threads';
import type { FileProblem, ImageMeasure } from '../../contract/files.ts';
import type { PictureMeasure } from '../../contract/picture-measure.ts';
import { PictureProblem } from './decode-picture.ts';
import type { DecodedType } from './decoded-type.ts';
import { IdleWorkers, maxYoungGenerationSizeMb } from './idle-workers.ts';
import { watchJob } from './job-limit.ts';
import { untilAborted } from './until-aborted.ts';
import { workerProgram } from './worker-program.ts';

/** What a worker is asked. */
export interface PictureJob {
  readonly path: string;
}

/** A picture of a type that is decoded: what it is, and what all its checks need or why it could not be measured. */
export type LookedAtPicture = {
  readonly identity: { readonly sizeBytes: number; readonly sha256: string; readonly type: DecodedType };
} & (
  | { readonly measured: { readonly image: ImageMeasure; readonly picture: PictureMeasure } }
  | { readonly problem: FileProblem; readonly problemDetail: string }
);

/** What a worker answers. */
export type PictureAnswer =
  | LookedAtPicture
  | { readonly isOther: true }
  | { readonly error: { readonly message: string; readonly code: string | undefined } };

/** More only take memory: the decoder itself uses a core each. */
const mostWorkers = 2;

/** Pictures of more pixels than this, at four bytes each, are larger than any that a platform asks for. */
const hugePixels = 16_000_000;

const idle = new IdleWorkers();
const waiting: (() => void)[] = [];
let busy = 0;

/**
 * Looks at a picture in a worker thread, so that no window waits for it; at most two at once, the others in turn. Null for a file of
 * a type that is not decoded. A picture that takes too long, which throws a PictureProblem, costs its worker; one that is cancelled is
 * measured to its end all the same, for ending a thread amid its work leaves much of its memory behind. Throws what the system says on
 * reading, and the signal's reason.
 */
export async function lookInWorker(
  job: PictureJob,
  signal: AbortSignal | undefined,
): Promise<LookedAtPicture | null> {
  signal?.throwIfAborted();
  if (busy >= mostWorkers) await turn(signal);
  else busy += 1;
  const worker = idle.take() ?? startWorker();
  const answering = ask(worker, job);
  void answering.then(
    (answer) => release(worker, !isHuge(answer)),
    () => release(worker, false),
  );
  const answer = await untilAborted(answering, signal);
  if ('isOther' in answer) return null;
  if ('identity' in answer) return answer;
  throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
}

/** Gives a worker's place to who waits for one. */
async function release(worker: Worker, isFit: boolean): Promise<void> {
  if (isFit) idle.keep(worker);
  // Its memory is to be free before another takes any.
  else await worker.terminate();
  const next = waiting.shift();
  if (next === undefined) busy -= 1;
  else next();
}

/** Whether a picture took so much memory that only ending its worker gives it back soon. */
const isHuge = (answer: PictureAnswer): boolean =>
  'measured' in answer && answer.measured.image.widthPx * answer.measured.image.heightPx > hugePixels;

/** Waits until a worker is free, whose place then is the caller's. */
function turn(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const enter = (): void => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = (): void => {
      waiting.splice(waiting.indexOf(enter), 1);
      reject(signal?.reason);
    };
    waiting.push(enter);
    signal?.addEventListener('abort', leave, { once: true });
  });
}

function ask(worker: Worker, job: PictureJob): Promise<PictureAnswer> {
  return new Promise((resolve, reject) => {
    const unwatch = watchJob((seconds) =>
      end(() => reject(new PictureProblem('unsupported', `gave up after ${seconds} s`))),
    );
    const onMessage = (answer: PictureAnswer): void => end(() => resolve(answer));
    const onError = (error: unknown): void => end(() => reject(error));
    const onExit = (): void => end(() => reject(new Error('the worker for pictures ended unexpectedly')));
    const end = (settle: () => void): void => {
      unwatch();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job, []);
  });
}

function startWorker(): Worker {
  // Flags of the program around it, a test runner's for example, do not fit it.
  const worker = new Worker(workerProgram('picture-worker.ts', 'picture-worker.js'), {
    name: 'yinqi-pictures',
    resourceLimits: { maxYoungGenerationSizeMb },
    execArgv: ['--no-warnings'],
  });
  worker.on('error', () => undefined);
  worker.on('exit', () => idle.forget(worker));
  return worker;
}
