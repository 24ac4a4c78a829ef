import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';

const module = join(import.meta.dirname, '../../tools/system-programs.ts');
const folder = mkdtempSync(join(tmpdir(), 'yinqi-programs-'));
const program = (name: string): string => {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
};

/** Runs an expression over the module in a process of its own, with this environment and no installer in reach. */
function evaluate(expression: string, env: NodeJS.ProcessEnv) {
  const script = `import * as programs from ${JSON.stringify(module)};
    try { console.log(await (${expression})); } catch (error) { console.error(error.message); process.exitCode = 1; }`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: '', HOME: folder, PLAYWRIGHT_BROWSERS_PATH: join(folder, 'none'), ...env },
  });
}

test('CHROMIUM_PATH comes first, and naming what cannot be run is said', () => {
  const named = program('my-chromium');
  expect(evaluate('programs.findChromium()', { CHROMIUM_PATH: named }).stdout.trim()).toBe(named);
  const wrong = evaluate('programs.findChromium()', { CHROMIUM_PATH: join(folder, 'nothing') });
  expect(wrong.stderr).toContain('CHROMIUM_PATH');
  expect(wrong.status).toBe(1);
});

test('the system’s own Chromium is found on PATH', () => {
  const own = program('chromium');
  const found = evaluate('programs.findChromium()', { PATH: ['/nowhere', folder].join(delimiter) });
  expect(found.stdout.trim()).toBe(own);
});

test('without any Chromium and without an installer it fails and says what to do', () => {
  const result = evaluate('programs.requireChromium()', {});
  expect(result.status).toBe(1);
  expect(result.stderr).toMatch(/No Chromium.*apt-get install chromium.*CHROMIUM_PATH/);
});

test('missing witnesses are named with the packages that bring them', () => {
  const result = evaluate('programs.requireWitnesses()', {});
  expect(result.status).toBe(1);
  expect(result.stderr).toMatch(/pdftotext.*qpdf.*apt-get install.*poppler-utils/);
});
