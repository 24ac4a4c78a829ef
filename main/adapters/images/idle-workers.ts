import type { Worker } from 'node:worker_threads';

/** What a worker makes of a file is done with at once: a young heap that grows as V8 likes took 40 MB of each for nothing. */
export const maxYoungGenerationSizeMb = 8;

/** Workers that wait for their next file and keep no process alive meanwhile. */
export class IdleWorkers {
  readonly #waiting: Worker[] = [];

  /** The one that was kept last, whose program is the likeliest to be at hand. */
  take(): Worker | undefined {
    const worker = this.#waiting.pop();
    worker?.ref();
    return worker;
  }

  keep(worker: Worker): void {
    worker.unref();
    this.#waiting.push(worker);
  }

  /** Of a worker that ended by itself. */
  forget(worker: Worker): void {
    const index = this.#waiting.indexOf(worker);
    if (index >= 0) this.#waiting.splice(index, 1);
  }
}
