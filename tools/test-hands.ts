import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

// Goes each named journey by the hand that `npm test` does not use for it: mouse or keyboard alone. Build first.
const root = join(import.meta.dirname, '..');
const files = ['applications', 'letters-desk', 'resubmission'].map((name) => `test/journeys/${name}.test.ts`);
const { status } = spawnSync(
  join(root, 'node_modules', '.bin', 'vitest'),
  ['run', '--project', 'journeys', ...files, '-t', 'a bank|a generative|an individual|a lawyer|sent back'],
  {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, YINQI_HANDS: 'other' },
  },
);
process.exitCode = status ?? 1;
