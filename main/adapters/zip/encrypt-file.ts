import { randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { requirePassphrase } from '../../core/bundle/passphrase.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Zip } from '../../world/zip.ts';
import { replaceFile } from '../disk/atomic-write.ts';
import { readFailure } from '../disk/disk-failure.ts';
import { aesPieces, aesSizes, checkBytes, codeBytes } from './aes-pieces.ts';
import { directoryRecord, endRecords, localHeader } from './zip-records.ts';

const pieceBytes = 1 << 18;
const strength = 3;

/**
 * See {@link Zip.encrypt}. The one entry is stored as it is, encrypted by AES-256 (WinZip's AE-2, with an authentication
 * code over its bytes); salt and so every byte differ each time.
 */
export const encryptFile: Zip['encrypt'] = async (file, target, passphrase, context) => {
  requirePassphrase(passphrase);
  context.signal.throwIfAborted();
  const source = await open(file.absolutePath, 'r').catch((error: unknown) => {
    throw readFailure(error, file.name);
  });
  try {
    const { size: total } = await source.stat();
    return await replaceFile(target, async (partial) => {
      const written = await open(partial, 'wx');
      try {
        return await encryptInto(written, { handle: source, file, total }, passphrase, context);
      } finally {
        await written.close();
      }
    });
  } finally {
    await source.close();
  }
};

async function encryptInto(
  target: FileHandle,
  source: { readonly handle: FileHandle; readonly file: LocalFile; readonly total: number },
  passphrase: string,
  { entryName, date, signal, onProgress }: Parameters<Zip['encrypt']>[3],
): Promise<{ readonly sizeBytes: number }> {
  const { handle, file, total } = source;
  const salt = randomBytes(aesSizes(strength).saltBytes);
  const aes = await aesPieces(passphrase, salt, strength, pieceBytes);
  const record = {
    name: Buffer.from(entryName.normalize('NFC')),
    isDeflated: false,
    isEncrypted: true,
    // AE-2 says no checksum of what it hides.
    crc32: 0,
    offset: 0,
    sizeBytes: total,
    packedBytes: salt.length + checkBytes + total + codeBytes,
  };
  let sizeBytes = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await target.write(bytes, done, bytes.length - done, sizeBytes + done);
      done += bytesWritten;
    }
    sizeBytes += bytes.length;
  };
  await write(Buffer.concat([localHeader(record, date), salt, aes.check]));
  const memory = Buffer.allocUnsafeSlow(pieceBytes);
  for (let at = 0; at < total;) {
    signal.throwIfAborted();
    const piece = memory.subarray(0, Math.min(pieceBytes, total - at));
    await readWhole(handle, piece, at, file);
    aes.encrypt(piece);
    await write(piece);
    at += piece.length;
    onProgress({ done: at, total, label: entryName });
  }
  signal.throwIfAborted();
  await write(aes.code());
  const directory = directoryRecord(record, date);
  await write(Buffer.concat([directory, endRecords(1, sizeBytes, directory.length)]));
  return { sizeBytes };
}

async function readWhole(handle: FileHandle, into: Buffer, at: number, file: LocalFile): Promise<void> {
  for (let got = 0; got < into.length;) {
    const { bytesRead } = await handle
      .read(into, got, into.length - got, at + got)
      .catch((error: unknown) => {
        throw readFailure(error, file.name);
      });
    if (bytesRead === 0) throw new Error(`${file.absolutePath} was cut short while it was encrypted`);
    got += bytesRead;
  }
}
