import { createRequire } from 'node:module';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import type { PdfPageCharacters } from '../../core/texts/pdf-lines.ts';
import { pdfWordsWorkerSource } from './pdf-words-worker-source.ts';

const fromHere = createRequire(import.meta.url);
/** Nothing real takes longer by the clock and of the processor, which a machine busy with other programs does not cut short. */
const mostSeconds = 4.5;
/** What does not even use the processor is given this long. */
const mostIdleSeconds = 60;
const mostPages = 500;

/** The characters of a PDF's pages with where they stand, at most `mostCharacters`. Throws what pdfium says, and the signal's reason. */
export function readPdfCharacters(
  path: string,
  mostCharacters: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly count: number; readonly pages: readonly PdfPageCharacters[] }> {
  signal?.throwIfAborted();
  const worker = new Worker(pdfWordsWorkerSource, {
    eval: true,
    name: 'yinqi-pdf-words',
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    workerData: {
      pdfium: fromHere.resolve('@hyzyla/pdfium'),
      pdfiumWasm: fromHere.resolve('@hyzyla/pdfium/pdfium.wasm'),
      input: { path, mostCharacters, mostPages },
    },
  });
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      clearInterval(timer);
      signal?.removeEventListener('abort', onAbort);
      void worker.terminate();
      end();
    };
    const onAbort = (): void => settle(() => reject(signal?.reason));
    const started = performance.now();
    const before = process.cpuUsage();
    const timer = setInterval(() => {
      const seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(before);
      const isOver = seconds > mostSeconds && (user + system) / 1e6 > mostSeconds;
      if (isOver || seconds > mostIdleSeconds) {
        settle(() => reject(new Error(`gave up after ${Math.round(seconds)} s`)));
      }
    }, 250);
    signal?.addEventListener('abort', onAbort, { once: true });
    // Safe: only the worker's own program posts, and it posts this shape.
    worker.on(
      'message',
      (message: { value?: { count: number; pages: PdfPageCharacters[] }; error?: string }) => {
        const { value } = message;
        settle(() =>
          value === undefined ? reject(new Error(message.error ?? 'no answer')) : resolve(value),
        );
      },
    );
    worker.on('error', (error) => settle(() => reject(error)));
    worker.on('exit', () => settle(() => reject(new Error('the reader ended unexpectedly'))));
  });
}
