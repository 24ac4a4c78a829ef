import { Worker } from 'node:worker_threads';
import { IdleWorkers, maxYoungGenerationSizeMb } from './idle-workers.ts';
import { watchJob } from './job-limit.ts';
import { dropPixels } from './pixels.ts';
import { untilAborted } from './until-aborted.ts';
import { workerProgram } from './worker-program.ts';
import type { JobAnswer, ScanJobs } from './scan-jobs.ts';

/** One job of the worker took longer than anything real does: it was ended. */
export class GaveUp extends Error {
  constructor(seconds: number) {
    super(`gave up after ${seconds} s`);
    this.name = 'GaveUp';
  }
}

/**
 * What the worker does, one job at a time. Every job throws for a file it cannot do it with. The pixels of `lookAtPicture` and `readCode`
 * are given away: nobody reads them after the call.
 */
export type ScanWorker = Omit<ScanJobs, 'close'>;

/**
 * It holds the memory of a decoder and of a page, 100 MB and more: one measures while the next picture is decoded beside it,
 * which keeps two cores busy.
 */
const mostWorkers = 1;

const idle = new IdleWorkers();
const waiting: (() => void)[] = [];
let lent = 0;

/**
 * Lends the worker for one file, to one after the other. It is ended when a job fails or takes too long (see watchJob), and kept for the
 * next file otherwise, but not when it holds much memory, which only ending gives back; an idle one keeps no process alive. Throws the
 * signal's reason when cancelled; the job under way goes on to its end then, for ending a thread amid its work leaves much of its memory
 * behind.
 */
export async function withScanWorker<T>(
  use: (worker: ScanWorker) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  if (lent >= mostWorkers) await turn(signal);
  else lent += 1;
  // Started when first asked: a damaged picture never gets so far.
  let worker: Worker | null = null;
  let isHealthy = true;
  let underWay: Promise<unknown> = Promise.resolve();
  const ask = async <J extends keyof ScanJobs>(
    job: J,
    input: Parameters<ScanJobs[J]>[0],
    onSent?: () => void,
  ): Promise<Awaited<ReturnType<ScanJobs[J]>>> => {
    signal?.throwIfAborted();
    worker ??= idle.take() ?? startWorker();
    const answering = runJob<Awaited<ReturnType<ScanJobs[J]>>>(worker, job, input, onSent);
    underWay = answering.catch(() => {
      isHealthy = false;
    });
    return untilAborted(answering, signal);
  };
  const giveBackWhenDone = async (): Promise<void> => {
    await underWay;
    if (worker !== null) await giveBack(worker, isHealthy);
    const next = waiting.shift();
    if (next === undefined) lent -= 1;
    else next();
  };
  try {
    return await use({
      open: (source) => ask('open', source),
      draw: (page) => ask('draw', page),
      text: (limits) => ask('text', limits),
      lookAtPage: (page) => ask('lookAtPage', page),
      lookAtPicture: (picture) => ask('lookAtPicture', picture, () => dropPixels(picture)),
      readCode: (grey) => ask('readCode', grey, () => dropPixels(grey)),
      codes: (pixels) => ask('codes', pixels),
      lookAtHeif: (source) => ask('lookAtHeif', source),
      decodeHeif: (source) => ask('decodeHeif', source),
      measureHeif: (source) => ask('measureHeif', source),
    });
  } finally {
    const givenBack = giveBackWhenDone();
    if (signal?.aborted !== true) await givenBack;
  }
}

/** Keeps a worker for the next file, or ends it, so that its memory is free before another takes any. */
async function giveBack(worker: Worker, isHealthy: boolean): Promise<void> {
  const { isSpent } = isHealthy
    ? await runJob<{ readonly isSpent: boolean }>(worker, 'close', {}).catch(() => ({
        isSpent: true,
      }))
    : { isSpent: true };
  if (isSpent) {
    await worker.terminate();
  } else {
    idle.keep(worker);
  }
}

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

function startWorker(): Worker {
  const worker = new Worker(workerProgram('scan-worker-program.ts', 'scan-worker.js'), {
    name: 'yinqi-scans',
    resourceLimits: { maxYoungGenerationSizeMb },
    stdout: true,
    stderr: true,
    // Flags of the program around it, a test runner's for example, do not fit it.
    execArgv: ['--no-warnings'],
  });
  worker.on('error', () => undefined);
  worker.on('exit', () => idle.forget(worker));
  return worker;
}

let lastId = 0;

function runJob<R>(worker: Worker, job: keyof ScanJobs, input: unknown, onSent?: () => void): Promise<R> {
  lastId += 1;
  const id = lastId;
  return new Promise<R>((resolve, reject) => {
    const unwatch = watchJob((seconds) => end(() => reject(new GaveUp(seconds))));
    const onMessage = (message: JobAnswer): void => {
      if (message.id !== id) return;
      // Safe: the worker answers each job with what ScanJobs says of it.
      end(() =>
        message.error === undefined ? resolve(message.value as R) : reject(new Error(message.error)),
      );
    };
    const onError = (error: unknown): void =>
      end(() => reject(error instanceof Error ? error : new Error(String(error))));
    const onExit = (): void => end(() => reject(new Error('the reader ended unexpectedly')));
    const end = (settle: () => void): void => {
      unwatch();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage({ id, job, input }, []);
    onSent?.();
  });
}
