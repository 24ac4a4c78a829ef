import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const folder = join(import.meta.dirname, '..', 'node_modules', 'electron');

/** A download of about 120 MB; on a line that is slower the browser is the better start. */
const downloadLimitMs = 180_000;

/** Electron's program where its runtime is installed; undefined where it is not. */
export function findElectron(): string | undefined {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'),
    readFileSync(pathFile, 'utf8').trim(),
  );
  return existsSync(program) ? program : undefined;
}

/** Fetches the runtime with Electron's own installer, quietly and for a limited time; undefined when that fails. */
export function downloadElectron(): string | undefined {
  const installer = join(folder, 'install.js');
  if (!existsSync(installer)) return undefined;
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: downloadLimitMs });
  return findElectron();
}
