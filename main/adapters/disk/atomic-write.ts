import { link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFailure } from './disk-failure.ts';
import { collectAgain, partialName } from './partial-files.ts';

/**
 * Gives `write` a path beside `target`, then flushes what it wrote and renames it: `target` is the old file or
 * the new one, never half. Throws `disk-full`, `not-writable`, `folder-missing`; the partial file is removed.
 */
export async function replaceFile<T>(target: string, write: (partial: string) => Promise<T>): Promise<T> {
  return throughPartial(target, write, async (partial) => {
    await rename(partial, target);
    return true;
  }).then(({ result }) => result);
}

/**
 * Like {@link replaceFile} for a name that must be free: answers false, and leaves what is there alone, when some
 * file has the name already.
 */
export async function createFile(
  target: string,
  write: (partial: string) => Promise<void>,
): Promise<boolean> {
  return throughPartial(target, write, async (partial) => {
    const isNew = await takeName(partial, target);
    await rm(partial, { force: true });
    return isNew;
  }).then(({ placed }) => placed);
}

/** Writes bytes under `target` whole or not at all. */
export async function writeAtomically(target: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(target, (partial) => writeBytes(partial, bytes));
}

/** Writes bytes to a file that must not exist yet; `flush` waits until they are on the disk. */
export async function writeBytes(
  path: string,
  bytes: Uint8Array,
  { flush = false }: { readonly flush?: boolean } = {},
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    if (flush) await file.sync();
  } finally {
    await file.close();
  }
}

/** So many files are on their way to the disk at once: as many as Node has threads for them. */
const atOnce = 4;

/**
 * Like {@link replaceFile} for several files: all are written beside their names, and flushed by their `write`, before the first
 * takes its name, and each folder is flushed once. Every one of them is the old file or the new one, never half; where one cannot be written,
 * none is replaced.
 */
export async function replaceFiles(
  files: readonly { readonly target: string; readonly write: (partial: string) => Promise<unknown> }[],
): Promise<void> {
  const partials = files.map(({ target }) => join(dirname(target), partialName(basename(target))));
  const folders = new Set(files.map(({ target }) => dirname(target)));
  for (const folder of folders) await collectAgain(folder);
  try {
    await inTurn(files, async ({ target, write }, index) => {
      const partial = partials[index] ?? '';
      try {
        await write(partial);
      } catch (error) {
        throw writeFailure(error, target);
      }
    });
    await inTurn(files, async ({ target }, index) => {
      await rename(partials[index] ?? '', target).catch((error: unknown) => {
        throw writeFailure(error, target);
      });
    });
    for (const folder of folders) {
      await syncFolder(folder).catch((error: unknown) => {
        throw writeFailure(error, folder);
      });
    }
  } catch (error) {
    // The first error is the one to hear of; a partial file that cannot be removed is hidden and harmless.
    for (const partial of partials) await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Does something with each, several at once. The first error is thrown when all that was begun has ended. */
async function inTurn<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const left = items.entries();
  const errors: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const [index, item] of left) {
      if (errors.length > 0) return;
      await work(item, index).catch((error: unknown) => void errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (errors.length > 0) throw errors[0];
}

async function throughPartial<T>(
  target: string,
  write: (partial: string) => Promise<T>,
  place: (partial: string) => Promise<boolean>,
): Promise<{ readonly result: T; readonly placed: boolean }> {
  const partial = join(dirname(target), partialName(basename(target)));
  await collectAgain(dirname(target));
  try {
    const result = await write(partial);
    await syncFile(partial);
    const placed = await place(partial);
    await syncFolder(dirname(target));
    return { result, placed };
  } catch (error) {
    // The first error is the one to hear of; a partial file that cannot be removed is hidden and harmless.
    await rm(partial, { force: true }).catch(() => undefined);
    throw writeFailure(error, target);
  }
}

/** Gives a finished file a name that is free; false when it is taken. Both names exist afterwards, or only the new. */
async function takeName(partial: string, target: string): Promise<boolean> {
  try {
    await link(partial, target);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return false;
    // File systems without hard links (exFAT, some network drives): hold the name, then put the file there.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
  }
  try {
    await (await open(target, 'wx')).close();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  await rename(partial, target);
  return true;
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename durable where the system can (not on Windows, where folders cannot be opened). */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
