import { Worker } from 'node:worker_threads';
import { packageFile } from './package-file.ts';
import { scanWorkerSource } from './scan-worker-source.ts';

/** One job of the worker took longer than anything real does: it was ended. */
export class GaveUp extends Error {
  constructor(seconds: number) {
    super(`gave up after ${seconds} s`);
    this.name = 'GaveUp';
  }
}

/** A drawn PDF page: RGBA rows, and its size in points (1/72 inch) as it is shown. */
export interface DrawnPage {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly width: number;
  readonly height: number;
  readonly hasText: boolean;
  readonly data: Uint8Array;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A code that was read, with its corners as they lie in the picture. */
export interface FoundCode {
  readonly text: string;
  readonly position: {
    readonly topLeft: Point;
    readonly topRight: Point;
    readonly bottomLeft: Point;
    readonly bottomRight: Point;
  };
}

/** How large a page is drawn: at `dpi`, or with a long side of `longSidePx`; never over `maxPx` on its long side. */
export type DrawnSize = { readonly maxPx: number } & (
  | { readonly dpi: number; readonly longSidePx?: undefined }
  | { readonly longSidePx: number; readonly dpi?: undefined }
);

/** What the worker does, one job at a time. Every job throws for a file it cannot do it with. */
export interface ScanWorker {
  open(
    source: { readonly path: string } | { readonly bytes: Uint8Array },
  ): Promise<{ readonly pages: number }>;
  page(index: number, size: DrawnSize): Promise<DrawnPage>;
  text(maxCharacters: number, maxPages: number): Promise<string>;
  codes(pixels: {
    readonly data: Uint8Array;
    readonly width: number;
    readonly height: number;
  }): Promise<readonly FoundCode[]>;
}

const jobSeconds = 30;
const idle: Worker[] = [];

/**
 * Lends a worker for one file. It is ended when a job fails, takes over 30 seconds or is cancelled, and kept for
 * the next file otherwise (but after a large PDF, whose memory only ending gives back); an idle one keeps no
 * process alive.
 */
export async function withScanWorker<T>(
  use: (worker: ScanWorker) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const worker = idle.pop() ?? startWorker();
  worker.ref();
  const ask = <R>(job: string, input: unknown, transfer: readonly ArrayBuffer[] = []): Promise<R> =>
    runJob<R>(worker, job, input, transfer, signal);
  let isHealthy = false;
  try {
    const result = await use({
      open: (source) => ask('open', source),
      page: (index, size) => ask('page', { index, ...size }),
      text: (maxCharacters, maxPages) => ask('text', { maxCharacters, maxPages }),
      // Safe: pixels are made here or by sharp, over an ArrayBuffer, never a SharedArrayBuffer.
      codes: (pixels) => ask('codes', pixels, [pixels.data.buffer as ArrayBuffer]),
    });
    const { isSpent } = await ask<{ isSpent: boolean }>('close', {});
    isHealthy = !isSpent;
    return result;
  } finally {
    if (isHealthy && idle.length < 1) {
      worker.unref();
      idle.push(worker);
    } else {
      void worker.terminate();
    }
  }
}

function startWorker(): Worker {
  const worker = new Worker(scanWorkerSource, {
    eval: true,
    name: 'yinqi-scans',
    stdout: true,
    stderr: true,
    workerData: {
      pdfium: packageFile('@hyzyla/pdfium'),
      pdfiumWasm: packageFile('@hyzyla/pdfium/pdfium.wasm'),
      zxing: packageFile('zxing-wasm/reader'),
      zxingWasm: packageFile('zxing-wasm/reader/zxing_reader.wasm'),
    },
  });
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    const index = idle.indexOf(worker);
    if (index >= 0) idle.splice(index, 1);
  });
  return worker;
}

let lastId = 0;

function runJob<R>(
  worker: Worker,
  job: string,
  input: unknown,
  transfer: readonly ArrayBuffer[],
  signal: AbortSignal | undefined,
): Promise<R> {
  lastId += 1;
  const id = lastId;
  return new Promise<R>((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new GaveUp(jobSeconds))), jobSeconds * 1000);
    // Safe: only the worker's own program posts, and it posts this shape.
    const onMessage = (message: { id: number; value?: R; error?: string }): void => {
      if (message.id !== id) return;
      end(() =>
        message.error === undefined ? resolve(message.value as R) : reject(new Error(message.error)),
      );
    };
    const onError = (error: unknown): void =>
      end(() => reject(error instanceof Error ? error : new Error(String(error))));
    const onExit = (): void => end(() => reject(new Error('the reader ended unexpectedly')));
    const onAbort = (): void => end(() => reject(signal?.reason));
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted === true) onAbort();
    else worker.postMessage({ id, job, input }, transfer);
  });
}
