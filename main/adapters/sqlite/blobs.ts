import { chmodSync, existsSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile } from '../../world/local-file.ts';
import { syncFolder } from '../disk/atomic-write.ts';
import { copyContent, type Copied } from '../disk/copy-content.ts';
import { readFailure, writeFailure } from '../disk/disk-failure.ts';
import { hashFile } from '../disk/hash-file.ts';
import { partialName } from '../disk/partial-files.ts';

/** The largest file that is imported. */
const maxFileBytes = 2_000_000_000;
/** Nothing younger is collected: another process may be about to refer to it. */
const collectAfterMs = 24 * 60 * 60 * 1000;

/** Files by their content: `blobs/ab/abcdef…`, read-only, never altered. */
export interface Blobs {
  pathOf(sha256: string): string;
  has(sha256: string): boolean;
  /** Copies bytes in and verifies them on disk. Throws `file-too-large` and what reading and writing throw. */
  store(source: LocalFile | Uint8Array): Promise<Copied>;
  /** Every blob and left-over of a broken import that is old enough to be collected. */
  listOld(): Promise<readonly { readonly sha256: string | null; readonly absolutePath: string }[]>;
  /** Removes one of those at once, while the caller keeps others from referring to it. */
  removeOld(absolutePath: string): void;
}

/** The blobs of a data folder. */
export function createBlobs(dataFolder: string): Blobs {
  const root = join(dataFolder, 'blobs');
  const incoming = join(root, 'incoming');
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256);
  return {
    pathOf,
    has: (sha256) => existsSync(pathOf(sha256)),
    async store(source) {
      await requireSize(source);
      const partial = join(incoming, partialName(''));
      try {
        await mkdir(incoming, { recursive: true });
        const copied = await copyContent(source, partial);
        const onDisk = await hashFile(partial);
        if (onDisk.sha256 !== copied.sha256) throw miswritten(partial);
        await placeBlob(partial, pathOf(copied.sha256), copied.sha256);
        return copied;
      } catch (error) {
        // The first error is the one to hear of; what is left behind is collected later.
        await rm(partial, { force: true }).catch(() => undefined);
        throw writeFailure(error, partial);
      }
    },
    async listOld() {
      const found: { sha256: string | null; absolutePath: string }[] = [];
      for (const folder of await namesIn(root)) {
        for (const name of await namesIn(join(root, folder))) {
          const absolutePath = join(root, folder, name);
          const isBlob = /^[0-9a-f]{64}$/.test(name) && name.startsWith(folder);
          if (!isBlob && folder !== 'incoming') continue;
          if (await isOld(absolutePath)) found.push({ sha256: isBlob ? name : null, absolutePath });
        }
      }
      return found;
    },
    removeOld(absolutePath) {
      try {
        // A blob that was taken up again in the meantime is young again.
        if (Date.now() - statSync(absolutePath).mtimeMs <= collectAfterMs) return;
        // Windows removes no file that is read-only.
        chmodSync(absolutePath, 0o644);
        rmSync(absolutePath, { force: true });
      } catch (error) {
        // Another window collects too.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
        throw writeFailure(error, absolutePath);
      }
    },
  };
}

/** Puts a finished copy under its hash, unless the same bytes are there unharmed. */
async function placeBlob(partial: string, target: string, sha256: string): Promise<void> {
  if (existsSync(target) && (await hashFile(target)).sha256 === sha256) {
    const now = new Date();
    await utimes(target, now, now);
    await rm(partial);
    return;
  }
  const file = await open(partial, 'r+');
  try {
    await file.sync();
    await file.chmod(0o444);
  } finally {
    await file.close();
  }
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  await rename(partial, target);
  await syncFolder(folder);
}

async function requireSize(source: LocalFile | Uint8Array): Promise<void> {
  if (source instanceof Uint8Array) return;
  const facts = await stat(source.absolutePath).catch((error: unknown) => {
    throw readFailure(error, source.absolutePath);
  });
  if (!facts.isFile()) {
    throw readFailure(Object.assign(new Error('not a file'), { code: 'EISDIR' }), source.absolutePath);
  }
  if (facts.size <= maxFileBytes) return;
  throw new Failure(
    'file-too-large',
    {
      zh: `文件「${source.name}」有 ${(facts.size / 1e9).toFixed(1)} GB，最大可导入 2 GB`,
      en: `The file “${source.name}” has ${(facts.size / 1e9).toFixed(1)} GB; at most 2 GB can be imported`,
    },
    {
      zh: '请压缩或拆分后再导入。超过 100 MB 的图片和 PDF 即使导入了也不会检查',
      en: 'Make it smaller or split it first. Pictures and PDFs over 100 MB are not looked at even when they are imported',
    },
  );
}

const miswritten = (path: string): Failure =>
  new Failure(
    'disk-error',
    {
      zh: `写入磁盘的内容与原文件不一致：「${path}」`,
      en: `What was written to disk differs from the original: “${path}”`,
    },
    {
      zh: '磁盘可能有故障，请换一个位置重试；原文件没有改动',
      en: 'The disk may be failing: try another place; the original was not touched',
    },
  );

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw readFailure(error, folder);
  }
}

async function isOld(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > collectAfterMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw readFailure(error, path);
  }
}
