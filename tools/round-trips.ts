import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

/** Every round trip (test files named so) on 500 generated dossiers, or as many as `YINQI_TRIES` says; the day is printed with the outcome. */
const root = join(import.meta.dirname, '..');
const tries = process.env['YINQI_TRIES'] ?? '500';
process.stdout.write(`${new Date().toISOString()}: round trips on ${tries} generated dossiers each\n`);
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    'unit',
    'round-trip',
    'import-bundle',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, YINQI_TRIES: tries } },
);
process.exit(status ?? 1);
