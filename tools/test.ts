import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { requireChromium, requireWitnesses, versionLine } from './system-programs.ts';

const root = join(import.meta.dirname, '..');

/** Runs one step of the test command with the project's own tools; ends the program when it fails. */
function step(title: string, program: string, ...args: readonly string[]): void {
  process.stdout.write(`\n── ${title}\n`);
  const command = program === 'node' ? process.execPath : join(root, 'node_modules', '.bin', program);
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stdout.write(
      `\nFailed: ${title}${result.error === undefined ? '' : ` (${result.error.message})`}\n`,
    );
    process.exit(result.status ?? 1);
  }
}

step('Format', 'prettier', '--check', '--log-level', 'warn', '.');
step('Lint', 'oxlint', '--deny-warnings');
step('Types', 'tsc', '--noEmit', '-p', 'tsconfig.json');
step(
  'Arrows',
  'depcruise',
  '--config',
  '.dependency-cruiser.mjs',
  'main',
  'renderer',
  'tools',
  'test',
  'bench',
);
step('Build', 'node', 'tools/build.ts');

process.stdout.write('\n── Programs to test with\n');
try {
  requireWitnesses();
  process.env['CHROMIUM_PATH'] = await requireChromium();
  process.stdout.write(`${versionLine(process.env['CHROMIUM_PATH'])}\n`);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

step('Tests', 'vitest', 'run', ...process.argv.slice(2));
