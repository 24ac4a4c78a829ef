import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import process from 'node:process';

/** What is this long without a change has no writer any more, wherever it came from. */
const abandonedMs = 24 * 60 * 60 * 1000;

const hostTag = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);

/** Stands in the name of what this process is still writing: this computer and the process, 6 hex digits and the id. */
export const writerTag = (): string => `${hostTag}x${process.pid}`;

/** How {@link writerTag} looks, as a piece of a regular expression. */
export const writerTagPattern = '[0-9a-f]{6}x[0-9]{1,10}';

/**
 * Whether the process that a tag names can no longer finish what it wrote: it has ended, or its id was given to another
 * since. Of another computer's process (a shared drive), and where an id is in use, only a day without a change tells.
 */
export function isWriterGone(tag: string, modifiedMs: number): boolean {
  if (Date.now() - modifiedMs > abandonedMs) return true;
  const [host, id] = tag.split('x');
  if (host !== hostTag) return false;
  const pid = Number(id);
  // Our own id on what is older than we are: it was another's. A second allows for the clock of the file system.
  if (pid === process.pid) return modifiedMs < Date.now() - process.uptime() * 1000 - 1000;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it runs, as another user's.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
