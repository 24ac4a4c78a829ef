import { createHash } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { numberedPath, safeFilePath, sameFileKey } from '../../core/dossier/safe-file-name.ts';
import type { LocalFile } from '../../world/local-file.ts';
import { createFile } from '../disk/atomic-write.ts';
import { copyContent } from '../disk/copy-content.ts';
import { readFailure, writeFailure } from '../disk/disk-failure.ts';
import { requireRealInside } from '../disk/real-inside.ts';
import { hashFile } from '../disk/hash-file.ts';

/**
 * Copies a file into a dossier folder under a free name close to the wanted one and answers its path. Where the same
 * bytes are there under that name already, nothing is copied. Throws Failures of reading and writing.
 */
export async function copyUnderFreeName(
  folder: string,
  wantedPath: string,
  source: LocalFile | Uint8Array,
  files: readonly { readonly path: string; readonly sizeBytes: number }[],
): Promise<string> {
  const wanted = safeFilePath(wantedPath);
  const content = await factsOf(source);
  const taken = new Map(files.map((file) => [sameFileKey(file.path), file]));
  await mkdir(dirname(join(folder, wanted)), { recursive: true }).catch((error: unknown) => {
    throw writeFailure(error, dirname(join(folder, wanted)));
  });
  await requireRealInside(folder, dirname(join(folder, wanted)), wanted);
  for (let number = 1; ; number += 1) {
    const path = numberedPath(wanted, number);
    const there = taken.get(sameFileKey(path));
    if (there !== undefined) {
      if (there.sizeBytes !== content.sizeBytes) continue;
      const { sha256 } = await hashFile(join(folder, there.path));
      if (sha256 === content.sha256) return there.path;
      continue;
    }
    const target = join(folder, path);
    const isNew = await createFile(target, async (partial) => {
      await copyContent(source, partial);
    });
    if (isNew) return path;
  }
}

async function factsOf(
  source: LocalFile | Uint8Array,
): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
  if (source instanceof Uint8Array) {
    return { sha256: createHash('sha256').update(source).digest('hex'), sizeBytes: source.length };
  }
  try {
    if (!(await stat(source.absolutePath)).isFile()) {
      throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
    }
    return await hashFile(source.absolutePath);
  } catch (error) {
    throw readFailure(error, source.absolutePath);
  }
}
