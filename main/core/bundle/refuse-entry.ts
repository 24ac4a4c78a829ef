import type { Localized } from '../../contract/language.ts';
import type { UnpackedEntry } from './difference.ts';
import { foldedName, unsafeNameReason } from './unsafe-name.ts';

/** What a zip's directory says of one entry, zip64 fields taken in (APPNOTE 4.3.12). */
export interface ZipRecord {
  readonly fileNameRaw: Uint8Array;
  readonly generalPurposeBitFlag: number;
  readonly externalFileAttributes: number;
  readonly versionNeededToExtract: number;
  readonly compressionMethod: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
}

/** Why an entry is not unpacked. */
export interface Refusal {
  readonly fault: 'unsafe' | 'damaged';
  readonly why: Localized;
}

const unsafe = (zh: string, en: string): Refusal => ({ fault: 'unsafe', why: { zh, en } });
const damaged = (zh: string, en: string): Refusal => ({ fault: 'damaged', why: { zh, en } });

/** More than this in one zip is refused whole. */
export const maxEntries = 10_000;
const maxTotalBytes = 8_000_000_000;
const bombBytes = 10_000_000;
const bombRatio = 200;
/** The newest version of the zip format, 6.3: what claims to need more is not read by other programs. */
export const newestZipVersion = 63;

/** What stands for a zip that claims more entries than {@link maxEntries}: nothing of it is unpacked. */
export const tooManyEntries = (name: string, count: number): UnpackedEntry => ({
  name,
  sizeBytes: 0,
  sha256: null,
  refused: {
    zh: `压缩包含 ${count} 个条目，超过上限 ${maxEntries} 个，未解压任何内容`,
    en: `it holds ${count} entries, more than the limit of ${maxEntries}; nothing was unpacked`,
  },
  fault: 'unsafe',
});

/** An entry with its decoded name and what speaks against it. */
export interface JudgedEntry<R extends ZipRecord> {
  readonly entry: R;
  readonly name: string;
  readonly isFolder: boolean;
  readonly refusal: Refusal | null;
}

/** Judges every entry by the directory alone, before a byte is unpacked. `decodeName` is null where bytes are no text. */
export function judgeEntries<R extends ZipRecord>(
  entries: readonly R[],
  decodeName: (entry: R) => string | null,
): readonly JudgedEntry<R>[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  let totalBytes = 0;
  const judged = entries.map((entry): JudgedEntry<R> => {
    const decoded = decodeName(entry);
    const name = decoded ?? String.fromCharCode(...entry.fileNameRaw);
    const isFolder = name.endsWith('/');
    const folded = foldedName(isFolder ? name.slice(0, -1) : name);
    totalBytes += entry.uncompressedSize;
    const refusal =
      decoded === null
        ? damaged('名称不是有效的文字编码', 'its name is not validly encoded text')
        : (refuseName(name) ??
          refuseKind(entry, isFolder) ??
          (seen.has(folded) ? unsafe('名称与另一个文件重复', 'another entry has the same name') : null) ??
          refuseSize(entry, isFolder, totalBytes));
    seen.add(folded);
    if (!isFolder) files.add(folded);
    return { entry, name, isFolder, refusal };
  });
  return judged.map((one) =>
    one.refusal === null && isInsideFile(one.name, files)
      ? { ...one, refusal: unsafe('上级名称是一个文件', 'the folder it lies in is a file') }
      : one,
  );
}

function refuseName(name: string): Refusal | null {
  const why = unsafeNameReason(name);
  return why === null ? null : { fault: 'unsafe', why };
}

function refuseKind(entry: ZipRecord, isFolder: boolean): Refusal | null {
  // Bit 0: encrypted; 6: strong encryption; 13: encrypted directory.
  if ((entry.generalPurposeBitFlag & 0x2041) !== 0) return unsafe('已加密', 'it is encrypted');
  const unixType = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (unixType !== 0 && unixType !== (isFolder ? 0o040000 : 0o100000)) {
    return unixType === 0o120000
      ? unsafe('是符号链接', 'it is a symbolic link')
      : unsafe('不是普通文件', 'it is not a regular file');
  }
  if (entry.versionNeededToExtract > newestZipVersion) {
    return damaged('要求不存在的 zip 版本', 'it asks for a version of zip that does not exist');
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return damaged(
      `使用了不支持的压缩方式 ${entry.compressionMethod}`,
      `it is compressed by the unsupported method ${entry.compressionMethod}`,
    );
  }
  return null;
}

function refuseSize(entry: ZipRecord, isFolder: boolean, totalBytes: number): Refusal | null {
  const { compressedSize, uncompressedSize } = entry;
  if (isFolder && (compressedSize !== 0 || uncompressedSize !== 0)) {
    return unsafe('文件夹条目带有内容', 'it is a folder that holds bytes');
  }
  if (totalBytes > maxTotalBytes) {
    return unsafe('解压后总大小超过 8 GB', 'the archive unpacks to more than 8 GB');
  }
  if (uncompressedSize > bombBytes && uncompressedSize > compressedSize * bombRatio) {
    return unsafe(
      `压缩率超过 ${bombRatio} 倍，疑似压缩炸弹`,
      `it unpacks to more than ${bombRatio} times its size, as a zip bomb does`,
    );
  }
  if (entry.compressionMethod === 0 && compressedSize !== uncompressedSize) {
    return damaged('目录中的两个大小互相矛盾', 'its two sizes in the directory contradict each other');
  }
  return null;
}

function isInsideFile(name: string, files: ReadonlySet<string>): boolean {
  const steps = foldedName(name).split('/');
  return steps.some((_, index) => index > 0 && files.has(steps.slice(0, index).join('/')));
}
