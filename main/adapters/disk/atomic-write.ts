import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFailure } from './disk-failure.ts';

/**
 * Gives `write` a path beside `target`, then flushes what it wrote and renames it: `target` is the old file or
 * the new one, never half. Throws `disk-full`, `not-writable`, `folder-missing`; the partial file is removed.
 */
export async function replaceFile<T>(target: string, write: (partial: string) => Promise<T>): Promise<T> {
  const partial = join(
    dirname(target),
    `.${basename(target).slice(0, 40)}.${randomBytes(6).toString('hex')}.part`,
  );
  try {
    const result = await write(partial);
    const file = await open(partial, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
    await syncFolder(dirname(target));
    return result;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw writeFailure(error, target);
  }
}

/** Writes bytes under `target` whole or not at all. */
export async function writeAtomically(target: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(target, async (partial) => {
    const file = await open(partial, 'wx');
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
  });
}

/** Makes a rename durable where the system can (not on Windows, where folders cannot be opened). */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
