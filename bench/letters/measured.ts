import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/** Runs a program of Node to its end; its exit code 1 says only that something was left out. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
}

/** The peak of memory (resident set) of a program of Node, workers included, in MiB. */
export function peakMiB(args: readonly string[], scratch: string): number {
  const file = join(scratch, 'memory');
  const preload = pathToFileURL(join(import.meta.dirname, 'report-memory.mjs')).href;
  runNode(['--import', preload, ...args], { BENCH_MEMORY_FILE: file });
  const kib = Number(readFileSync(file, 'utf8'));
  rmSync(file);
  return kib / 1024;
}
