import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';

/** A file system of its own in memory, that can be filled up and made read-only. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes every byte that is left. */
  fill(): void;
  /** Frees them. */
  empty(): void;
  /** Nothing can be written any more; no file may be open for writing. */
  makeReadOnly(): void;
  makeWritable(): void;
}

/** Mounts one of so many bytes for the running test; null, and said so, where this computer does not let us. */
export function mountSmallDisk(sizeBytes: number): SmallDisk | null {
  const folder = join(temporaryFolder(), '小盘');
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    process.stdout.write('Not run here: full and read-only disks (a small tmpfs cannot be mounted)\n');
    return null;
  }
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  const filler = join(folder, '.filler');
  const remount = (how: 'ro' | 'rw'): void => {
    const run = spawnSync('mount', ['-o', `remount,${how}`, folder]);
    if (run.status !== 0) throw new Error(`cannot remount: ${String(run.stderr)}`);
  };
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      try {
        for (const size of [65_536, 4096]) writeUntilFull(file, Buffer.alloc(size));
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(filler),
    makeReadOnly: () => remount('ro'),
    makeWritable: () => remount('rw'),
  };
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(file, bytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
