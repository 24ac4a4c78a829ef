import { timingSafeEqual } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Entry, FileEntry, ZipReader } from '@zip.js/zip.js';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Zip } from '../../world/zip.ts';
import { replaceFile } from '../disk/atomic-write.ts';
import { readFailure } from '../disk/disk-failure.ts';
import { aesPieces, aesSizes, checkBytes, codeBytes } from './aes-pieces.ts';

const pieceBytes = 1 << 18;

/** See {@link Zip.decrypt}. An entry that was compressed before it was encrypted is not ours and is refused: it could be a bomb. */
export const decryptFile: Zip['decrypt'] = async (file, target, passphrase, context) =>
  withReader(file, async (zip, handle) => {
    const entry = encryptedEntry(await entriesOf(zip, file));
    if (entry === null) throw notEncrypted(file);
    if (passphrase === '') throw wrongPassphrase(file);
    const total = entry.uncompressedSize;
    await replaceFile(target, async (partial) => {
      const written = await open(partial, 'wx');
      try {
        await decryptInto(written, { handle, file, entry }, passphrase, context);
      } finally {
        await written.close();
      }
    });
    return { entryName: entry.filename, sizeBytes: total };
  });

/** Where the bytes of an entry begin, by its own local header (APPNOTE.TXT 4.3.7), which must say what the directory says. */
async function dataPlace({ handle, file, entry }: Encrypted): Promise<number> {
  const header = Buffer.alloc(30);
  await readWhole(handle, header, entry.offset, file);
  const nameBytes = header.readUInt16LE(26);
  const rest = Buffer.alloc(nameBytes + header.readUInt16LE(28));
  await readWhole(handle, rest, entry.offset + header.length, file);
  const isSame =
    header.readUInt32LE(0) === 0x04034b50 &&
    header.readUInt16LE(8) === 99 &&
    rest.subarray(0, nameBytes).equals(entry.rawFilename) &&
    aesField(rest.subarray(nameBytes)).equals(aesField(Buffer.from(entry.rawExtraField)));
  if (!isSame) throw damaged(file);
  return entry.offset + header.length + rest.length;
}

/** The field of WinZip's AES among the extra fields of a header; empty where there is none. */
function aesField(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 0x9901) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return Buffer.alloc(0);
}

interface Encrypted {
  readonly handle: FileHandle;
  readonly file: LocalFile;
  readonly entry: FileEntry;
}

/** Writes what an entry holds; only when this ends well is it what was encrypted. */
async function decryptInto(
  target: FileHandle,
  source: Encrypted,
  passphrase: string,
  { signal, onProgress }: Parameters<Zip['decrypt']>[3],
): Promise<void> {
  const { handle, file, entry } = source;
  const strength = entry.extraFieldAES?.strength;
  if (strength !== 1 && strength !== 2 && strength !== 3) throw damaged(file);
  const { saltBytes } = aesSizes(strength);
  const total = entry.uncompressedSize;
  if (entry.compressedSize !== saltBytes + checkBytes + total + codeBytes) throw damaged(file);
  const begin = await dataPlace(source);
  const start = Buffer.alloc(saltBytes + checkBytes);
  await readWhole(handle, start, begin, file);
  const aes = await aesPieces(passphrase, start.subarray(0, saltBytes), strength, pieceBytes);
  if (!aes.check.equals(start.subarray(saltBytes))) throw wrongPassphrase(file);
  const memory = Buffer.allocUnsafeSlow(pieceBytes);
  const from = begin + start.length;
  for (let at = 0; at < total;) {
    signal.throwIfAborted();
    const piece = memory.subarray(0, Math.min(pieceBytes, total - at));
    await readWhole(handle, piece, from + at, file);
    aes.decrypt(piece);
    for (let done = 0; done < piece.length;) {
      done += (await target.write(piece, done, piece.length - done, at + done)).bytesWritten;
    }
    at += piece.length;
    onProgress({ done: at, total, label: file.name });
  }
  const code = Buffer.alloc(codeBytes);
  await readWhole(handle, code, from + total, file);
  if (!timingSafeEqual(aes.code(), code)) throw damaged(file);
}

async function readWhole(handle: FileHandle, into: Buffer, at: number, file: LocalFile): Promise<void> {
  for (let got = 0; got < into.length;) {
    const { bytesRead } = await handle
      .read(into, got, into.length - got, at + got)
      .catch((error: unknown) => {
        throw readFailure(error, file.name);
      });
    if (bytesRead === 0) throw damaged(file);
    got += bytesRead;
  }
}

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

async function withReader<T>(
  file: LocalFile,
  use: (zip: ZipReader<FileHandle>, handle: FileHandle) => Promise<T>,
): Promise<T> {
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
    return await use(new ZipReader(new HandleReader(handle), { useWebWorkers: false }), handle);
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

const damaged = (file: LocalFile): Failure =>
  new Failure(
    'encrypted-damaged',
    {
      zh: `「${file.name}」无法解密：文件已损坏或被改动，或者口令不对`,
      en: `“${file.name}” cannot be decrypted: it is damaged or was altered, or the passphrase is another one`,
    },
    {
      zh: '请核对口令；口令无误时，请让对方重新发送该文件',
      en: 'Check the passphrase; if it is right, have the file sent again',
    },
  );

const notEncrypted = (file: LocalFile): Failure =>
  new Failure(
    'not-encrypted',
    {
      zh: `「${file.name}」不是印齐加密的文件：其中应只有一个以 AES 加密的条目`,
      en: `“${file.name}” was not encrypted by Yinqi: it should hold one entry, encrypted by AES`,
    },
    { zh: '没有加密的文件请不要提供口令', en: 'Give no passphrase for a file that is not encrypted' },
  );

function wrongPassphrase(file: LocalFile): Failure {
  return new Failure(
    'passphrase-wrong',
    { zh: `打开「${file.name}」的口令不对`, en: `The passphrase does not open “${file.name}”` },
    {
      zh: '请检查大小写、空格和输入法是否为英文半角；口令无法找回',
      en: 'Check capitals, blanks and the keyboard’s layout; a passphrase cannot be recovered',
    },
  );
}
