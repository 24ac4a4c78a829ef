import { randomBytes } from 'node:crypto';
import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isWriterGone, writerTag, writerTagPattern } from './writer-tag.ts';

const partialPattern = new RegExp(`^\\..{0,40}\\.(${writerTagPattern})-[0-9a-f]{12}\\.part$`, 'u');

/**
 * A hidden name for what is being written beside its target, short enough wherever the target's own is. It says whose it
 * is, so that what a killed process left is known from what another is writing now.
 */
export function partialName(target: string): string {
  const start = Array.from(target).slice(0, 20).join('');
  return `.${start}.${writerTag()}-${randomBytes(6).toString('hex')}.part`;
}

/**
 * Removes what processes left half written in a folder, files and folders alike, and down to `depth` folders below. What a
 * living process writes stays, as does everything without such a name. A folder that cannot be read has nothing to remove.
 */
export async function collectPartials(folder: string, depth = 0): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const tag = partialPattern.exec(entry.name)?.[1];
    if (tag === undefined) {
      const isEntered = depth > 0 && entry.isDirectory() && entry.name !== 'node_modules';
      if (isEntered) await collectPartials(path, depth - 1);
      continue;
    }
    try {
      const { mtimeMs } = await lstat(path);
      if (isWriterGone(tag, mtimeMs)) await rm(path, { recursive: true, force: true });
    } catch {
      // Another window collects too, or it may not be removed here: it is hidden and harmless, and tried again next time.
    }
  }
}

/** When each folder was last looked at for what killed processes left, and how deep. */
const lookedAt = new Map<string, number>();
const lookAgainMs = 60_000;

/** Does what {@link collectPartials} does, at most once a minute for a folder: a batch writes a hundred files into one. */
export async function collectAgain(folder: string, depth = 0): Promise<void> {
  const now = Date.now();
  const key = `${depth} ${folder}`;
  if (now - (lookedAt.get(key) ?? 0) < lookAgainMs) return;
  lookedAt.set(key, now);
  await collectPartials(folder, depth);
}
