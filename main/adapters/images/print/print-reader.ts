import { dirname } from 'node:path';
import type { Worker as TesseractWorker } from 'tesseract.js';
import type { PictureBox, PrintedPiece } from '../../../contract/read-paper.ts';
import type { PrintReader } from '../../../world/pictures.ts';
import { Failure } from '../../../contract/failure.ts';
import { loadSharp, mostPixels } from '../decode-picture.ts';
import { watchJob } from '../job-limit.ts';
import { packageFile } from '../package-file.ts';
import { withFileWorker } from '../file-workers.ts';
import { readUpright } from './read-upright.ts';
import { piecesOfLine, type PrintedWord } from './pieces-of-line.ts';

/** The smaller model of the two in the package: as good here, and a tenth of the size (shared/toolchain.md). */
const modelFolder = (): string =>
  dirname(packageFile('@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz'));

/** Reading a page takes 1 to 3 s here; a picture that takes longer than this is no page. */
const limit = { mostCpuMs: 60_000, mostWallMs: 300_000 };
/** The reader keeps about 150 MB as long as it is there. */
const idleSeconds = 20;

/**
 * Reads print with tesseract's Chinese model in a thread of its own (see PrintReader): one picture after the other, nothing
 * fetched and nothing cached on disk. The thread ends when nothing was read for 20 s, and keeps no process alive.
 */
export function createPrintReader(): PrintReader {
  let started: Promise<TesseractWorker> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const stop = (): void => {
    clearTimeout(idle);
    const ending = started;
    started = null;
    void ending?.then((worker) => worker.terminate()).catch(() => undefined);
  };

  async function readPieces(png: Uint8Array, signal: AbortSignal): Promise<readonly PrintedPiece[]> {
    clearTimeout(idle);
    started ??= startReader();
    try {
      const worker = await withinLimits(started, signal);
      const { data } = await withinLimits(
        worker.recognize(Buffer.from(png), {}, { blocks: true, text: false }),
        signal,
      );
      idle = setTimeout(stop, idleSeconds * 1000);
      idle.unref();
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines));
      return lines.flatMap((line) => piecesOfLine(line.words.map(wordOf)));
    } catch (error) {
      // A thread that was interrupted or broke is in an unknown state.
      stop();
      throw error;
    }
  }

  return {
    read(png, { signal }) {
      const reading = queue.then(async () => {
        signal.throwIfAborted();
        // The decoder refuses what is no picture; the recogniser would complain about it on the program's own output.
        const codes = await readCodes(png, signal);
        return { ...(await readUpright(png, (turned) => readPieces(turned, signal))), codes };
      });
      queue = reading.catch(() => undefined);
      return reading;
    },
  };
}

/** Its remarks would land on the program's own output. Only at the start do they go elsewhere; the package's types leave the name out. */
const quiet: object = { debug_file: '/dev/null' };

async function startReader(): Promise<TesseractWorker> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const worker = await createWorker(
    'chi_sim',
    OEM.LSTM_ONLY,
    {
      langPath: modelFolder(),
      gzip: true,
      cacheMethod: 'none',
      // What goes wrong rejects the job; without this it would also be thrown where nobody can catch it.
      errorHandler: () => undefined,
    },
    quiet,
  );
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, preserve_interword_spaces: '1' });
  // Safe: under Node the package's worker is a worker_threads.Worker, which its types do not say.
  const { worker: thread } = worker as TesseractWorker & { worker: import('node:worker_threads').Worker };
  thread.unref();
  // The library beneath has remarks of its own on odd pictures.
  for (const output of [thread.stdout, thread.stderr]) output.unpipe().resume();
  return worker;
}

/** The result, or the signal's reason, or the Failure `reading-gave-up` after the longest time that any page takes. */
function withinLimits<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    const unwatch = watchJob((seconds) => reject(gaveUp(seconds)), limit);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    work
      .then(resolve, (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        unwatch();
        signal.removeEventListener('abort', onAbort);
      });
  });
}

const gaveUp = (seconds: number): Failure =>
  new Failure(
    'reading-gave-up',
    {
      zh: `识别文字用了 ${seconds} 秒仍没有结果，已停止`,
      en: `Reading its text was given up after ${seconds} s`,
    },
    {
      zh: '请换一张更小或更清楚的图片重试，或直接手工填写',
      en: 'Try a smaller or clearer picture, or type the text in yourself',
    },
  );

const wordOf = ({
  text,
  confidence,
  bbox,
}: {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}): PrintedWord => ({
  text,
  confidence: Math.min(1, Math.max(0, confidence / 100)),
  box: boxOf(bbox.x0, bbox.y0, bbox.x1, bbox.y1),
});

const boxOf = (left: number, top: number, right: number, bottom: number): PictureBox => ({
  leftPx: Math.round(left),
  topPx: Math.round(top),
  widthPx: Math.max(1, Math.round(right - left)),
  heightPx: Math.max(1, Math.round(bottom - top)),
});

async function readCodes(
  png: Uint8Array,
  signal: AbortSignal,
): Promise<readonly { readonly text: string; readonly box: PictureBox }[]> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(png, { limitInputPixels: mostPixels })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  // A copy of its own: the buffer is handed over to the thread whole.
  const pixels = { data: Uint8Array.from(data), width: info.width, height: info.height };
  const found = await withFileWorker({ needsDecoder: false, signal }, (worker) => worker.codes(pixels));
  return found.map(({ text, position }) => {
    const corners = Object.values(position);
    const xs = corners.map(({ x }) => x);
    const ys = corners.map(({ y }) => y);
    return { text, box: boxOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)) };
  });
}
