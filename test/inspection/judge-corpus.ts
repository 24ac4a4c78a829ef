import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Finding } from '../../main/contract/report.ts';

/** What the product said of one case. */
export interface JudgedCase {
  readonly id: string;
  readonly folder: string;
  /** The findings at its files and fields, of every kind. */
  readonly findings: readonly Finding[];
  readonly makeMs: number;
  readonly judgeMs: number;
}

/** What a worker is asked: a case, or to clear up and end. */
export type CorpusJob = { readonly id: string } | { readonly close: true };
/** What it answers: that it is there, a case, that it has cleared up. */
export type CorpusAnswer =
  { readonly ready: true } | { readonly judged: JudgedCase } | { readonly closed: true };

/** Gives a worker one job after another until none is left. */
function employ(
  worker: Worker,
  next: () => CorpusJob,
  onJudged: (judged: JudgedCase) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    worker.on('message', (answer: CorpusAnswer) => {
      if ('closed' in answer) {
        done();
        return;
      }
      if ('judged' in answer) onJudged(answer.judged);
      // A worker of node:worker_threads knows no origins.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(next());
    });
    worker.once('error', failed);
    worker.once('exit', (code) => failed(new Error(`a corpus worker ended with ${code}`)));
  });
}

/** Makes and judges these cases on every core, or only makes them; throws what a worker threw. */
export async function judgeCorpus(
  ids: readonly string[],
  options: { readonly makeOnly?: boolean; readonly onJudged?: (done: number) => void } = {},
): Promise<readonly JudgedCase[]> {
  const left = [...ids];
  const judged: JudgedCase[] = [];
  const next = (): CorpusJob => {
    const id = left.shift();
    return id === undefined ? { close: true } : { id };
  };
  const count = Math.max(1, Math.min(availableParallelism(), 4, ids.length));
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = new Worker(new URL('./corpus-worker.ts', import.meta.url), {
        // The worker's own loader runs TypeScript; a test runner's flags would not fit it.
        execArgv: ['--no-warnings'],
        workerData: { makeOnly: options.makeOnly ?? false },
      });
      try {
        await employ(worker, next, (one) => {
          judged.push(one);
          options.onJudged?.(judged.length);
        });
      } finally {
        await worker.terminate();
      }
    }),
  );
  return judged.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
