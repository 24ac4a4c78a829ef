import { writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hashFile } from '../../../main/adapters/disk/hash-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A file that takes several reads. */
function longFile(): string {
  const path = join(temporaryFolder(), 'long');
  writeFileSync(path, Buffer.alloc(3_500_000));
  return path;
}

test('a file is not read where nobody waits for its hash any more', async () => {
  const reason = new Error('cancelled');
  await expect(hashFile(longFile(), AbortSignal.abort(reason))).rejects.toBe(reason);
});

test('a long file is read no further once it is cancelled', async () => {
  const path = longFile();
  const reason = new Error('cancelled');
  const controller = new AbortController();
  const handle = await open(path);
  // Safe: every handle of Node's has the same prototype, whose `read` is the one of its type.
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const { read } = prototype;
  const spy = vi.spyOn(prototype, 'read').mockImplementation(function (
    this: FileHandle,
    ...given: unknown[]
  ) {
    controller.abort(reason);
    // Safe: it is called as it was, and answers what it answers.
    return Reflect.apply(read, this, given) as ReturnType<FileHandle['read']>;
  });
  onTestFinished(() => spy.mockRestore());
  await expect(hashFile(path, controller.signal)).rejects.toBe(reason);
  expect(spy).toHaveBeenCalledOnce();
});
