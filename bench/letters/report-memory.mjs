// Preloaded into a process whose memory is measured: writes the peak of its resident set, in KiB, to a file when it ends.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

/** What the system counts for this program alone; elsewhere than on Linux with what its parent had when it was started. */
function peakKib() {
  const status = '/proc/self/status';
  const line = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : null;
  return line?.[1] ?? String(process.resourceUsage().maxRSS);
}

if (isMainThread) process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY_FILE, peakKib()));
