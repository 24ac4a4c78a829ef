import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { safeFileName } from '../../core/dossier/safe-file-name.ts';
import type { Artifacts } from '../../world/exchange.ts';
import type { LocalFile } from '../../world/local-file.ts';
import { writeAtomically } from '../disk/atomic-write.ts';
import { writeFailure } from '../disk/disk-failure.ts';

/**
 * Things made for the user, each in a folder of its own below the scratch folder, so that it keeps its name. The caller
 * removes the scratch folder when the program ends.
 */
export function createArtifacts(scratchFolder: string): Artifacts {
  const kept = new Map<string, LocalFile & { readonly mediaType: string }>();
  const reserve = async (name: string, mediaType: string) => {
    const artifact = randomBytes(16).toString('hex');
    const folder = join(scratchFolder, artifact);
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw writeFailure(error, folder);
    });
    const absolutePath = join(folder, safeFileName(name));
    kept.set(artifact, { absolutePath, name, mediaType });
    return { artifact, absolutePath };
  };
  return {
    reserve,
    async keep(bytes, name, mediaType) {
      const { artifact, absolutePath } = await reserve(name, mediaType);
      await writeAtomically(absolutePath, bytes);
      return artifact;
    },
    async inPrivate(work) {
      const folder = await mkdir(scratchFolder, { recursive: true })
        .then(() => mkdtemp(join(scratchFolder, 'private-')))
        .catch((error: unknown) => {
          throw writeFailure(error, scratchFolder);
        });
      try {
        return await work(folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    resolve(artifact) {
      const file = kept.get(artifact);
      if (file !== undefined) return file;
      throw new Failure(
        'unknown-artifact',
        { zh: '这份生成的文件已不在了', en: 'This generated file is no longer there' },
        { zh: '请重新生成', en: 'Make it again' },
      );
    },
  };
}
