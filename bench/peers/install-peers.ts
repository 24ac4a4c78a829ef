import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../letters/table.ts';

/**
 * The folder of the programs that we are measured against, installed by the lock file where `packageName` is not there yet. `npm install`
 * and not `npm ci`, which refuses one of them for builds of other platforms that its registry entry names and does not have.
 */
export function installPeers(root: string, packageName: string): string {
  const folder = join(root, 'bench', 'peers');
  if (existsSync(join(folder, 'node_modules', packageName))) return folder;
  say('Installing what is measured beside ours into bench/peers (npm install) …');
  const { status } = spawnSync('npm', ['install'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('bench/peers could not be installed');
  return folder;
}
