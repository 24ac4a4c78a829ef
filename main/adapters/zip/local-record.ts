import type { FileHandle } from 'node:fs/promises';
import type { Entry, ZipFile } from 'yauzl';
import type { Localized } from '../../contract/language.ts';
import { newestZipVersion } from '../../core/bundle/refuse-entry.ts';

/**
 * Compares what stands before and behind an entry's bytes with the directory: programs that read a zip front to back
 * see only that, so a difference would show them another file. Null when both agree. Throws for a broken record.
 */
export async function localRecordFault(
  zip: ZipFile,
  handle: FileHandle,
  entry: Entry,
): Promise<Localized | null> {
  const header = await zip.readLocalFileHeaderPromise(entry);
  const differs = (zh: string, en: string): Localized => ({
    zh: `文件头与目录中的${zh}不一致，已损坏或被改动`,
    en: `its header and the directory disagree on its ${en}: it is damaged or was altered`,
  });
  if (!header.fileName.equals(entry.fileNameRaw)) return differs('名称', 'name');
  if (header.generalPurposeBitFlag !== entry.generalPurposeBitFlag) return differs('标志', 'flags');
  if (header.compressionMethod !== entry.compressionMethod) return differs('压缩方式', 'compression method');
  if (header.versionNeededToExtract > newestZipVersion) return differs('版本', 'version');
  const sizesFollow = (entry.generalPurposeBitFlag & 0x8) !== 0;
  // 0xffffffff: the size stands in a zip64 field instead; 0: the sizes follow behind the bytes.
  const agrees = (local: number, directory: number): boolean =>
    local === directory || local === 0xffffffff || (sizesFollow && local === 0);
  const isSame =
    (header.crc32 === entry.crc32 || (sizesFollow && header.crc32 === 0)) &&
    agrees(header.compressedSize, entry.compressedSize) &&
    agrees(header.uncompressedSize, entry.uncompressedSize);
  const descriptorAt = header.fileDataStart + entry.compressedSize;
  return isSame && (!sizesFollow || (await isDescriptor(handle, descriptorAt, entry)))
    ? null
    : differs('大小或校验值', 'size or checksum');
}

/** Whether a data descriptor with the directory's values stands there: with or without signature, 32 or 64 bits. */
async function isDescriptor(handle: FileHandle, at: number, entry: Entry): Promise<boolean> {
  const bytes = Buffer.alloc(24);
  const { bytesRead } = await handle.read(bytes, 0, 24, at);
  const found = bytes.subarray(0, bytesRead);
  return [true, false].some((isLong) => {
    const width = isLong ? 8 : 4;
    if (!isLong && Math.max(entry.compressedSize, entry.uncompressedSize) > 0xffffffff) return false;
    const wanted = Buffer.alloc(8 + 2 * width);
    wanted.writeUInt32LE(0x08074b50, 0);
    wanted.writeUInt32LE(entry.crc32, 4);
    for (const [index, size] of [entry.compressedSize, entry.uncompressedSize].entries()) {
      if (isLong) wanted.writeBigUInt64LE(BigInt(size), 8 + index * width);
      else wanted.writeUInt32LE(size, 8 + index * width);
    }
    return [wanted, wanted.subarray(4)].some((form) => found.subarray(0, form.length).equals(form));
  });
}
