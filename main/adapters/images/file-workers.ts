import { Worker } from 'node:worker_threads';
import type { FileJobs, JobAnswer, JobError, LookedAtFile } from './file-jobs.ts';
import { watchJob } from './job-limit.ts';
import { dropPixels } from './pixels.ts';
import { untilAborted } from './until-aborted.ts';
import { workerProgram } from './worker-program.ts';

/** One job of the worker took longer than anything real does: it was ended. */
export class GaveUp extends Error {
  constructor(seconds: number) {
    super(`gave up after ${seconds} s`);
    this.name = 'GaveUp';
  }
}

/**
 * What a worker does, one job at a time. Every job throws for a file it cannot do it with. The pixels of `lookAtPicture` and `readCode`
 * are given away: nobody reads them after the call.
 */
export type FileWorker = Omit<FileJobs, 'close'>;

/** What a file is to be lent a worker for. */
export interface FileWork {
  /** Whether it is a PDF or HEIC photograph. */
  readonly needsDecoder: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** What a worker is lent for: decoding a PDF or HEIC photograph, or a picture. */
type Kind = 'decoding' | 'picture';

/** The place of a worker, which is started when first asked: a damaged picture never gets so far. */
interface Place {
  /** What its worker is lent for just now. */
  lentFor: Kind | null;
  /** … and what it was lent for last. */
  lastFor: Kind | null;
  /** When it was given back last, in ms of the process. */
  freeSinceMs: number;
  worker: Worker | null;
}

const newPlace = (): Place => ({ lentFor: null, lastFor: null, freeSinceMs: 0, worker: null });

/**
 * Two workers keep two cores busy. The decoders hold the memory of a page, 60 MB and more: the first place keeps them and takes pictures too; the second one
 * loads them only for what comes while the first decodes and no picture does, and has its worker started anew when it turns from one kind to the other.
 */
const [first, second] = [newPlace(), newPlace()];

/** A folder's next picture comes sooner than this: until then the second place does not turn from pictures to decoding. */
const turningMs = 100;

interface Waiting {
  readonly kind: Kind;
  enter(place: Place): void;
}
const waiting: Waiting[] = [];

/** Pictures of more pixels than this, at four bytes each, are larger than any that a platform asks for. */
const hugePixels = 16_000_000;

/** What a worker makes of a file is done with at once: a young heap that grows as V8 likes took 40 MB of each for nothing. */
const maxYoungGenerationSizeMb = 8;

/**
 * Lends a worker for one file, to one after the other. It is ended when a job fails or takes too long (see watchJob), and kept for the
 * next file otherwise, but not when it holds much memory, which only ending gives back; an idle one keeps no process alive. Throws the
 * signal's reason when cancelled; the job under way goes on to its end then, for ending a thread amid its work leaves much of its memory
 * behind.
 */
export async function withFileWorker<T>(
  { needsDecoder, signal }: FileWork,
  use: (worker: FileWorker) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const place = await turn(needsDecoder ? 'decoding' : 'picture', signal);
  let isSpent = false;
  let isToBeClosed = false;
  let underWay: Promise<void> = Promise.resolve();
  const ask = <J extends keyof FileJobs>(
    job: J,
    input: Parameters<FileJobs[J]>[0],
    onSent?: () => void,
  ): Promise<Awaited<ReturnType<FileJobs[J]>>> => {
    signal?.throwIfAborted();
    isToBeClosed ||= job !== 'lookAtFile';
    const answering = runJob<Awaited<ReturnType<FileJobs[J]>>>(workerOf(place), job, input, onSent);
    underWay = answering.then(
      () => undefined,
      (error: unknown) => {
        isSpent ||= !isSystemError(error);
      },
    );
    return untilAborted(answering, signal);
  };
  const giveBackWhenDone = async (): Promise<void> => {
    await underWay;
    if (isToBeClosed && !isSpent) isSpent = await close(place);
    await giveBack(place, isSpent);
  };
  try {
    return await use({
      lookAtFile: async (file) => {
        const looked = await ask('lookAtFile', file);
        isSpent ||= isHuge(looked);
        return looked;
      },
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

/** Whether a picture took so much memory that only ending its worker gives it back soon. */
const isHuge = (looked: LookedAtFile): boolean =>
  'measured' in looked && looked.measured.image.widthPx * looked.measured.image.heightPx > hugePixels;

/** Waits until a place is free, which then is the caller's and keeps the process alive. */
async function turn(kind: Kind, signal: AbortSignal | undefined): Promise<Place> {
  const place = await new Promise<Place>((resolve, reject) => {
    const own: Waiting = {
      kind,
      enter(free) {
        signal?.removeEventListener('abort', leave);
        resolve(free);
      },
    };
    const leave = (): void => {
      waiting.splice(waiting.indexOf(own), 1);
      reject(signal?.reason);
    };
    waiting.push(own);
    signal?.addEventListener('abort', leave, { once: true });
    fillPlaces();
  });
  const mustTurn = place === second && place.lastFor !== kind;
  if (mustTurn && place.worker !== null) await place.worker.terminate();
  place.lastFor = kind;
  place.worker?.ref();
  return place;
}

/** Gives free places to those who wait: to each its own kind before the other. */
function fillPlaces(): void {
  const fill = (place: Place, kind: Kind): void => {
    const index = place.lentFor === null ? waiting.findIndex((one) => one.kind === kind) : -1;
    const [next] = index === -1 ? [] : waiting.splice(index, 1);
    if (next === undefined) return;
    place.lentFor = kind;
    next.enter(place);
  };
  fill(first, 'decoding');
  fill(second, 'picture');
  // Pictures leave the decoders to those who need them while the second place is free.
  fill(first, 'picture');
  if (first.lentFor !== 'decoding') return;
  const restMs = second.lastFor === 'picture' ? second.freeSinceMs + turningMs - performance.now() : 0;
  if (restMs <= 0) fill(second, 'decoding');
  else if (second.lentFor === null && waiting.length > 0) setTimeout(fillPlaces, restMs);
}

/** Closes the file of a place's worker and asks whether it holds too much to be kept. */
async function close({ worker }: Place): Promise<boolean> {
  if (worker === null) return false;
  return runJob<{ readonly isSpent: boolean }>(worker, 'close', {}).then(
    (answer) => answer.isSpent,
    () => true,
  );
}

/** Gives a place to who waits for one, its worker ended before where it is spent, so that its memory is free before another takes any. */
async function giveBack(place: Place, isSpent: boolean): Promise<void> {
  if (isSpent) await place.worker?.terminate();
  place.worker?.unref();
  place.lentFor = null;
  place.freeSinceMs = performance.now();
  fillPlaces();
}

/** The worker of a place, started where there is none. */
function workerOf(place: Place): Worker {
  if (place.worker !== null) return place.worker;
  const worker = new Worker(workerProgram('file-worker-program.ts', 'file-worker.js'), {
    name: 'yinqi-files',
    resourceLimits: { maxYoungGenerationSizeMb },
    stdout: true,
    stderr: true,
    // Flags of the program around it, a test runner's for example, do not fit it.
    execArgv: ['--no-warnings'],
  });
  place.worker = worker;
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (place.worker === worker) place.worker = null;
  });
  return worker;
}

let lastId = 0;

function runJob<R>(worker: Worker, job: keyof FileJobs, input: unknown, onSent?: () => void): Promise<R> {
  lastId += 1;
  const id = lastId;
  return new Promise<R>((resolve, reject) => {
    const unwatch = watchJob((seconds) => end(() => reject(new GaveUp(seconds))));
    const onMessage = ({ id: answered, error, value }: JobAnswer): void => {
      if (answered !== id) return;
      // Safe: the worker answers each job with what FileJobs says of it.
      end(() => (error === undefined ? resolve(value as R) : reject(asError(error))));
    };
    // Not with a code of its own: what ended the worker is no answer of the system's about the file.
    const onError = (error: unknown): void => end(() => reject(new Error(messageOf(error))));
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

/** A file could not be read, which leaves a worker as it was. */
const isSystemError = (error: unknown): boolean => error instanceof Error && 'code' in error;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const asError = ({ message, code }: JobError): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });
