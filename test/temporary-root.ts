import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** What names the system's folder for temporary files, on Unix and on Windows. */
const names = ['TMPDIR', 'TMP', 'TEMP'] as const;
const mark = 'YINQI_TEST_TEMPORARY';

/**
 * Gives a run of the tests, with every program and browser that it starts, a folder for temporary files of its own, and removes it at the end with
 * all that was left there. The projects of a run share one. `YINQI_KEEP=1` keeps it.
 */
export function setup(): (() => void) | undefined {
  if (process.env[mark] !== undefined) return undefined;
  // The corpus is made once for many runs.
  process.env['YINQI_CORPUS'] ??= join(tmpdir(), 'yinqi-corpus');
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'yinqi-tests-'));
  for (const name of [...names, mark]) process.env[name] = root;
  return () => {
    if (process.env['YINQI_KEEP'] === '1') process.stdout.write(`Kept: ${root}\n`);
    else rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  };
}
