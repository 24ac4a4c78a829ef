import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';
import { inspectFile } from './inspect-dossier.ts';

/** A new file for the dossier, under a name close to this. */
export interface FileToAdd {
  readonly wanted: string;
  readonly content: Uint8Array | LocalFile;
}

/** A file that was added: its place, and its hash where the dossier did not hold it before. */
export interface AddedFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly newSha256: string | null;
}

/**
 * Adds files to a dossier and lets `edit` change its fields in their favour. Where that fails, the new files go again and
 * nothing is changed.
 */
export async function addMadeFiles(
  world: World,
  open: OpenDossier,
  files: readonly FileToAdd[],
  context: CallContext,
  edit: (added: readonly AddedFile[], revision: number) => Promise<OpenDossier>,
): Promise<OpenDossier> {
  const before = new Set(open.files.map(({ path }) => path));
  const added: AddedFile[] = [];
  let { revision } = open;
  try {
    for (const { wanted, content } of files) {
      context.signal.throwIfAborted();
      const { path, dossier } = await world.dossiers.addFile(open.ref, wanted, content);
      revision = dossier.revision;
      const isNew = !before.has(path);
      // Noted before it is looked at, so that it goes again if that fails.
      added.push({ path, sizeBytes: 0, newSha256: isNew ? '' : null });
      const { sha256 = '', sizeBytes } = await inspectFile(
        world,
        open.ref,
        path,
        ['identity'],
        context.signal,
      );
      added[added.length - 1] = { path, sizeBytes, newSha256: isNew ? sha256 : null };
    }
    return await edit(added, revision);
  } catch (error) {
    const made = new Set(added.filter(({ newSha256 }) => newSha256 !== null).map(({ path }) => path));
    for (const path of made) await world.dossiers.removeFile(open.ref, path);
    throw error;
  }
}

/** What a record says of new files. */
export const madeOf = (added: readonly AddedFile[]): Record<string, string> =>
  Object.fromEntries(added.flatMap(({ path, newSha256 }) => (newSha256 === null ? [] : [[path, newSha256]])));
