import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInspector } from '../main/adapters/images/inspector.ts';

/** What looking at all files of a folder took. */
export interface FolderCost {
  readonly ms: number;
  /** The longest that the main thread was held up. */
  readonly heldMs: number;
  /** The most memory of the process, in bytes: itself, its threads and the program. */
  readonly peakBytes: number;
}

/** Looks at every file of a folder in a process of its own, which nothing else made large before. */
export function inspectFolder(folder: string, depth: 'picture' | 'scan', atOnce: number): FolderCost {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--no-warnings', join(import.meta.dirname, 'inspect-folder.ts'), folder, depth, `${atOnce}`],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  // Safe: the program below prints a FolderCost.
  return JSON.parse(stdout) as FolderCost;
}

async function look(folder: string, depth: 'picture' | 'scan', atOnce: number): Promise<FolderCost> {
  const inspector = createInspector();
  const names = readdirSync(folder);
  let [heldMs, last] = [0, performance.now()];
  const ticking = setInterval(() => {
    heldMs = Math.max(heldMs, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  const start = performance.now();
  const line = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const found = await inspector.inspect({ absolutePath: join(folder, name), name }, name, depth);
      if (found.problem !== undefined) throw new Error(`${name}: ${found.problem}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  clearInterval(ticking);
  return { ms: performance.now() - start, heldMs, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

if (import.meta.main) {
  const [folder = '', depth = '', atOnce = '1'] = process.argv.slice(2);
  const cost = await look(folder, depth === 'scan' ? 'scan' : 'picture', Number(atOnce));
  process.stdout.write(JSON.stringify(cost));
  process.exit(0);
}
