import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { readFailure } from './disk-failure.ts';

/** A regular file below a folder: its path from there with forward slashes, and its size. */
export interface ListedFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/**
 * Every regular file below a folder, sorted by path. Hidden files and folders, node_modules and links are left out.
 * Throws `bad-file-name` for a name that is not UTF-8, and what {@link readFailure} makes of a folder that cannot be read.
 */
export async function listFiles(folder: string): Promise<readonly ListedFile[]> {
  const found: ListedFile[] = [];
  const visit = async (below: string): Promise<void> => {
    const absolute = join(folder, below);
    const entries = await readdir(absolute, { withFileTypes: true }).catch((error: unknown) => {
      throw readFailure(error, absolute);
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile()) {
        const sizeBytes = await sizeOf(join(folder, path));
        if (sizeBytes !== null) found.push({ path, sizeBytes });
        else if (entry.name.includes('\uFFFD')) throw undecodableName(path);
      }
    }
  };
  await visit('');
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Null for a file that went away since its folder was read. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw readFailure(error, path);
  }
}

const undecodableName = (path: string): Failure =>
  new Failure(
    'bad-file-name',
    {
      zh: `文件名「${path}」不是 UTF-8 编码，无法打开`,
      en: `The name of the file “${path}” is not UTF-8; it cannot be opened`,
    },
    {
      zh: '请给它改名（常见于在 Linux 上解压 Windows 的压缩包）',
      en: 'Rename it (this happens when a zip from Windows is unpacked on Linux)',
    },
  );
