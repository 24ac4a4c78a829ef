import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { requirePassphrase } from '../../core/bundle/passphrase.ts';
import type { Zip } from '../../world/zip.ts';
import { replaceFile } from '../disk/atomic-write.ts';
import { readFailure } from '../disk/disk-failure.ts';

const pieceBytes = 1 << 18;

/**
 * See {@link Zip.encrypt}. The one entry is stored as it is, encrypted by AES-256 (WinZip's AE-2, with an authentication
 * code over its bytes); salt and so every byte differ each time.
 */
export const encryptFile: Zip['encrypt'] = async (file, target, passphrase, context) => {
  requirePassphrase(passphrase);
  context.signal.throwIfAborted();
  const total = await stat(file.absolutePath).then(
    ({ size }) => size,
    (error: unknown) => {
      throw readFailure(error, file.name);
    },
  );
  const { ZipWriter } = await import('@zip.js/zip.js');
  return replaceFile(target, async (partial) => {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const measured = new Transform({
      transform(piece: Buffer, _, done) {
        hash.update(piece);
        sizeBytes += piece.length;
        done(null, piece);
      },
    });
    const stop = new AbortController();
    const signal = AbortSignal.any([context.signal, stop.signal]);
    const drained = pipeline(measured, createWriteStream(partial, { flags: 'wx' }), { signal });
    const failed = drained.then(() => new Promise<never>(() => undefined));
    // Heard through the race below; without this a failure after it would count as unhandled.
    failed.catch(() => undefined);
    try {
      const zip = new ZipWriter(Writable.toWeb(measured), {
        useWebWorkers: false,
        extendedTimestamp: false,
        dataDescriptor: true,
      });
      const written = async (): Promise<void> => {
        const source = createReadStream(file.absolutePath, { highWaterMark: pieceBytes });
        // Safe: Node's web streams are those of the browser, only their types are declared twice.
        await zip.add(context.entryName, Readable.toWeb(source) as ReadableStream<Uint8Array>, {
          password: passphrase,
          encryptionStrength: 3,
          level: 0,
          zip64: total > 0xf0000000,
          uncompressedSize: total,
          lastModDate: noonOf(context.date),
          signal,
          onprogress: (done) => {
            context.onProgress({ done, total, label: context.entryName });
            return undefined;
          },
        });
        await zip.close();
        await drained;
      };
      await Promise.race([written(), failed]);
    } catch (error) {
      stop.abort();
      await drained.catch(() => undefined);
      context.signal.throwIfAborted();
      throw error;
    }
    return { sizeBytes, sha256: hash.digest('hex') };
  });
};

function noonOf(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}
