import type { Worker } from 'node:worker_threads';

/** What a worker makes of a file is done with at once: a young heap that grows as V8 likes took 40 MB of each for nothing. */
export const maxYoungGenerationSizeMb = 8;

/** Files of one kind mostly come one after the other: a worker that was not asked for so long has none before it. */
const idleMs = 3000;

/**
 * Workers that wait for their next file and keep no process alive meanwhile. One that waited for 3 s is ended, which gives back its decoder's
 * memory, 70 MB and more.
 */
export class IdleWorkers {
  readonly #waiting = new Map<Worker, NodeJS.Timeout>();

  /** The one that was kept last, whose program is the likeliest to be at hand. */
  take(): Worker | undefined {
    const worker = [...this.#waiting.keys()].at(-1);
    if (worker === undefined) return undefined;
    this.forget(worker);
    worker.ref();
    return worker;
  }

  keep(worker: Worker): void {
    worker.unref();
    const ending = setTimeout(() => {
      this.forget(worker);
      void worker.terminate();
    }, idleMs);
    ending.unref();
    this.#waiting.set(worker, ending);
  }

  /** Of a worker that ended by itself. */
  forget(worker: Worker): void {
    clearTimeout(this.#waiting.get(worker));
    this.#waiting.delete(worker);
  }
}
