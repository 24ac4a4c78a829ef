import type { UnpackedEntry } from '../main/core/bundle/difference.ts';
import { isReadWhole } from '../main/core/bundle/judge-bag.ts';
import type { ReadFiles } from './read-zip.ts';
import { createSha256 } from './sha256.ts';

/** A file of a folder that was chosen or dropped; its path begins with the folder's name. */
export interface FolderFile {
  readonly path: string;
  readonly file: Blob;
}

const maxKeptBytes = 4_000_000;
/** What Windows and macOS leave in folders that were looked into. */
const leftBySystem = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|__MACOSX\/.*)$/i;

/**
 * Reads every file of a folder once. What operating systems leave in folders is passed over and named in `ignored`; a folder that holds
 * only the bundle's folder is taken for it.
 */
export async function readFolder(
  files: readonly FolderFile[],
  onBytes: (done: number, total: number) => void,
): Promise<ReadFiles & { readonly ignored: readonly string[] }> {
  const depth = depthOfBag(files.map(({ path }) => path));
  const own = files.filter(({ path }) => !leftBySystem.test(path));
  const total = own.reduce((sum, { file }) => sum + file.size, 0);
  let done = 0;
  const entries: UnpackedEntry[] = [];
  const kept = new Map<string, Uint8Array>();
  for (const { path, file } of own) {
    const name = path.split('/').slice(depth).join('/');
    const hash = createSha256();
    const reader = file.stream().getReader();
    for (;;) {
      const { done: isOver, value } = await reader.read();
      if (isOver) break;
      hash.update(value);
      done += value.length;
      onBytes(done, total);
    }
    entries.push({ name, sizeBytes: file.size, sha256: hash.hex(), refused: null });
    if (isReadWhole(name) && file.size <= maxKeptBytes) {
      kept.set(name, new Uint8Array(await file.arrayBuffer()));
    }
  }
  return { entries, kept, ignored: files.map(({ path }) => path).filter((path) => leftBySystem.test(path)) };
}

/** How many folders stand above the bundle's own: where bagit.txt is nearest to the top. */
function depthOfBag(paths: readonly string[]): number {
  const depths = paths
    .filter((path) => path.endsWith('/bagit.txt'))
    .map((path) => path.split('/').length - 2);
  return depths.length === 0 ? 0 : Math.min(...depths);
}
