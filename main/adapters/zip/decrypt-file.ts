import { createWriteStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';
import type { Entry, FileEntry, ZipReader } from '@zip.js/zip.js';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Zip } from '../../world/zip.ts';
import { replaceFile } from '../disk/atomic-write.ts';
import { readFailure } from '../disk/disk-failure.ts';

/** See {@link Zip.decrypt}. An entry that was compressed before it was encrypted is not ours and is refused: it could be a bomb. */
export const decryptFile: Zip['decrypt'] = async (file, target, passphrase, context) =>
  withReader(file, async (zip) => {
    const entry = encryptedEntry(await entriesOf(zip, file));
    if (entry === null) throw notEncrypted(file);
    if (passphrase === '') throw wrongPassphrase(file);
    const total = entry.uncompressedSize;
    await replaceFile(target, async (partial) => {
      // Safe: Node's web streams are those of the browser, only their types are declared twice.
      const sink = Writable.toWeb(createWriteStream(partial, { flags: 'wx' })) as WritableStream<Uint8Array>;
      try {
        await entry.getData(sink, {
          password: passphrase,
          useWebWorkers: false,
          signal: context.signal,
          onprogress: (done) => {
            context.onProgress({ done, total, label: file.name });
            return undefined;
          },
        });
      } catch (error) {
        context.signal.throwIfAborted();
        throw await meaningOf(error, file);
      }
    });
    return { entryName: entry.filename, sizeBytes: total };
  });

/** See {@link Zip.isEncrypted}. Reads the directory alone. */
export const isEncryptedFile: Zip['isEncrypted'] = async (file) =>
  withReader(file, async (zip) => {
    try {
      return encryptedEntry(await entriesOf(zip, file)) !== null;
    } catch (error) {
      if (error instanceof Failure && error.code === 'not-a-zip') return false;
      throw error;
    }
  });

/** The one entry of a zip that was encrypted whole, stored and by AES; null for every other zip. */
function encryptedEntry(entries: readonly Entry[]): FileEntry | null {
  const [entry] = entries;
  if (entries.length !== 1 || entry === undefined || entry.directory) return null;
  return entry.encrypted && !entry.zipCrypto && entry.compressionMethod === 0 ? entry : null;
}

async function withReader<T>(file: LocalFile, use: (zip: ZipReader<FileHandle>) => Promise<T>): Promise<T> {
  const handle = await open(file.absolutePath, 'r').catch((error: unknown) => {
    throw readFailure(error, file.name);
  });
  try {
    const { Reader, ZipReader } = await import('@zip.js/zip.js');
    const { size } = await handle.stat().catch((error: unknown) => {
      throw readFailure(error, file.name);
    });
    class HandleReader extends Reader<FileHandle> {
      override size = size;
      override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - index)));
        let filled = 0;
        while (filled < bytes.length) {
          const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, index + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      }
    }
    return await use(new ZipReader(new HandleReader(handle), { useWebWorkers: false }));
  } finally {
    await handle.close();
  }
}

/** Reads the directory; a zip of more than one entry is none of ours, so that two are enough to tell. */
async function entriesOf(zip: ZipReader<FileHandle>, file: LocalFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > 1) break;
    }
  } catch (error) {
    throw new Failure(
      'not-a-zip',
      { zh: `「${file.name}」不是完整的 zip 文件`, en: `“${file.name}” is not a whole zip` },
      {
        zh: '请重新复制或下载该文件，或选择导出的 zip 文件',
        en: 'Copy or download it again, or choose the exported zip file',
      },
      { cause: error },
    );
  }
  return entries;
}

/** What an error of the library means; anything unknown stays what it was. */
async function meaningOf(error: unknown, file: LocalFile): Promise<unknown> {
  if (!(error instanceof Error)) return error;
  const {
    ERR_INVALID_PASSWORD,
    ERR_INVALID_AUTHENTICATION_CODE,
    ERR_LOCAL_FILE_HEADER_NOT_FOUND,
    ERR_ENTRY_DATA_OUT_OF_BOUNDS,
    ERR_AMBIGUOUS_ARCHIVE,
    ERR_INVALID_UNCOMPRESSED_SIZE,
  } = await import('@zip.js/zip.js');
  switch (error.message) {
    case ERR_INVALID_PASSWORD:
      return wrongPassphrase(file, error);
    case ERR_INVALID_AUTHENTICATION_CODE:
    case ERR_LOCAL_FILE_HEADER_NOT_FOUND:
    case ERR_ENTRY_DATA_OUT_OF_BOUNDS:
    case ERR_AMBIGUOUS_ARCHIVE:
    case ERR_INVALID_UNCOMPRESSED_SIZE:
      return new Failure(
        'encrypted-damaged',
        {
          zh: `「${file.name}」无法解密：文件已损坏或被改动，或者口令不对`,
          en: `“${file.name}” cannot be decrypted: it is damaged or was altered, or the passphrase is another one`,
        },
        {
          zh: '请核对口令；口令无误时，请让对方重新发送该文件',
          en: 'Check the passphrase; if it is right, have the file sent again',
        },
        { cause: error },
      );
    default:
      return error;
  }
}

const notEncrypted = (file: LocalFile): Failure =>
  new Failure(
    'not-encrypted',
    {
      zh: `「${file.name}」不是印齐加密的文件：其中应只有一个以 AES 加密的条目`,
      en: `“${file.name}” was not encrypted by Yinqi: it should hold one entry, encrypted by AES`,
    },
    { zh: '没有加密的文件请不要提供口令', en: 'Give no passphrase for a file that is not encrypted' },
  );

function wrongPassphrase(file: LocalFile, cause?: unknown): Failure {
  return new Failure(
    'passphrase-wrong',
    { zh: `打开「${file.name}」的口令不对`, en: `The passphrase does not open “${file.name}”` },
    {
      zh: '请检查大小写、空格和输入法是否为英文半角；口令无法找回',
      en: 'Check capitals, blanks and the keyboard’s layout; a passphrase cannot be recovered',
    },
    { cause },
  );
}
