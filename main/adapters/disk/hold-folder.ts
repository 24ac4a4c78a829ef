import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { Failure } from '../../contract/failure.ts';
import { writeFailure } from './disk-failure.ts';
import { partialName } from './partial-files.ts';
import { isWriterGone, writerTag } from './writer-tag.ts';

/** What is done while a folder is held takes moments: a holder this long at it, on whatever computer, is none any more. */
const abandonedMs = 10 * 60 * 1000;
const longestWaitMs = 30_000;

/**
 * Does `work` while no other process holds `folder/<name>`, waiting up to half a minute for its turn. A killed process holds nothing: the
 * lock is a folder with one file in it, named by the process that holds it, and whoever waits takes that file away when the process is
 * gone. Only a folder that holds nothing can be replaced or removed, so that two can never have taken it. Throws `folder-busy`.
 */
export async function holdFolder<T>(folder: string, name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, name);
  const holder = `${writerTag()}-${randomBytes(6).toString('hex')}`;
  const ready = join(folder, partialName(name));
  try {
    await mkdir(ready);
    await writeFile(join(ready, holder), '');
    await take(ready, lock);
  } catch (error) {
    await rm(ready, { recursive: true, force: true }).catch(() => undefined);
    throw writeFailure(error, lock);
  }
  try {
    return await work();
  } finally {
    // What cannot be removed now is taken away by whoever comes next, as of a process that is gone.
    await unlink(join(lock, holder)).catch(() => undefined);
    await rmdir(lock).catch(() => undefined);
  }
}

async function take(ready: string, lock: string): Promise<void> {
  const until = Date.now() + longestWaitMs;
  for (;;) {
    try {
      await rename(ready, lock);
      return;
    } catch (error) {
      // POSIX says that the lock is not empty, Windows only that it may not be replaced.
      if (!taken.has(codeOf(error)) || !(await isHeld(lock, error))) throw error;
    }
    if (Date.now() > until) throw busy(lock);
    await setTimeout(2 + Math.random() * 20);
  }
}

const taken: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']);

/** Whether there is a lock, or was one when `refusal` came; takes away what processes that are gone hold of it. */
async function isHeld(lock: string, refusal: unknown): Promise<boolean> {
  const holders = await readdir(lock).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (holders === null)
    return ['ENOTEMPTY', 'EEXIST'].includes(codeOf(refusal)) || process.platform === 'win32';
  for (const holder of holders) {
    const path = join(lock, holder);
    const facts = await stat(path).catch(() => null);
    if (facts === null) continue;
    const [tag = ''] = holder.split('-');
    if (Date.now() - facts.mtimeMs > abandonedMs || isWriterGone(tag, facts.mtimeMs)) {
      await unlink(path).catch(() => undefined);
    }
  }
  // Windows puts nothing in the place of a folder, not even of one that is empty.
  await rmdir(lock).catch(() => undefined);
  return true;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const busy = (lock: string): Failure =>
  new Failure(
    'folder-busy',
    {
      zh: `另一个程序一直占用着「${lock}」，等了半分钟`,
      en: `Another program has held “${lock}” for half a minute`,
    },
    {
      zh: '请等另一个印齐做完再试；如果没有别的印齐在运行，可以删除这个隐藏文件夹',
      en: 'Try again when the other Yinqi is done; where none is running the hidden folder can be removed',
    },
  );
