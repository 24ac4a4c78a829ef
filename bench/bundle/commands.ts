import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { BundleFile } from './bundle-files.ts';

/** How long something took in milliseconds, of the clock and of the processor where that is known, and its most memory. */
export interface PackTime {
  readonly ms: number;
  /** The processor's time, all threads and processes together; Node's own start left out. */
  readonly cpuMs: number;
  /** Part of `ms`: waiting until what was written is on the disk. */
  readonly flushMs: number;
  readonly peakBytes: number | null;
}

/** Packs in a process of Node: what `pack-once.ts` prints. */
export function packInNode(
  program: string,
  who: string,
  place: {
    readonly root: string;
    readonly peersFolder: string;
    readonly list: string;
    readonly target: string;
  },
): PackTime {
  const { root, peersFolder, list, target } = place;
  const run = spawnSync(process.execPath, [program, root, peersFolder, who, list, target], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${who} failed: ${run.stderr}`);
  // Safe: pack-once.ts prints this shape.
  return JSON.parse(run.stdout) as PackTime;
}

/** Runs a packing command in the folder of the files, then `sha256sum` over each of them. */
export function packByCommand(
  program: string,
  args: readonly string[],
  folder: string,
  files: readonly BundleFile[],
): PackTime {
  const names = files.map(({ absolutePath }) => absolutePath.slice(folder.length + 1));
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const before = endedChildrenMs();
  const start = performance.now();
  const packed = spawnSync(program, [...args, ...names], { cwd: folder, env, encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(`${program} failed: ${packed.error?.message ?? packed.stderr}`);
  const hashed = spawnSync('sha256sum', names, { cwd: folder, encoding: 'utf8' });
  const ms = performance.now() - start;
  if (hashed.stdout.trim().split('\n').length !== files.length) throw new Error('sha256sum left files out');
  return { ms, cpuMs: endedChildrenMs() - before, flushMs: 0, peakBytes: null };
}

/** The processor's time of all children that have ended, as Linux counts it: in hundredths of a second. */
function endedChildrenMs(): number {
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

/** The commands that bundles are measured beside, each storing what it is given. */
export const commands: Readonly<
  Record<string, (target: string) => readonly [program: string, ...args: string[]]>
> = {
  'zip -0': (target) => ['zip', '-0', '-q', target],
  '7z -mx=0': (target) => ['7z', 'a', '-tzip', '-mx=0', '-bso0', '-bsp0', target],
};

/** Where one of them writes to, free before it does. */
export function freeTarget(scratch: string, who: string): string {
  const target = join(scratch, `${who.replaceAll(/[^a-z0-9]/g, '_')}.zip`);
  rmSync(target, { force: true });
  return target;
}
