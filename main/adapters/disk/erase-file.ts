import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { writeFailure } from './disk-failure.ts';

const pieceBytes = 1 << 20;

/**
 * Overwrites a file with random bytes, flushes it and removes it; one that is not there is fine. What a disk that writes elsewhere keeps of the
 * old bytes (flash memory, snapshots, copies on write, backups) is beyond any program. Throws `not-writable`.
 */
export function eraseFile(path: string): void {
  try {
    chmodSync(path, 0o600);
    const { size } = statSync(path);
    const file = openSync(path, 'r+');
    try {
      for (let at = 0; at < size;) {
        at += writeSync(file, randomBytes(Math.min(pieceBytes, size - at)), 0, undefined, at);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    rmSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw writeFailure(error, path);
  }
}
