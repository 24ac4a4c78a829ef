import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'main', 'core', 'arrows-trial');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cruise = (path: string) =>
  spawnSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', path],
    { cwd: root, encoding: 'utf8' },
  );

test('the arrows tool refuses a core file that imports the world, even as a type only', () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'trial.ts'),
    "import type { World } from '../../world.ts';\nexport type Trial = World;\n",
  );
  const result = cruise('main/core/arrows-trial');
  expect(result.stdout).toContain('core-is-pure: main/core/arrows-trial/trial.ts → main/world.ts');
  expect(result.status).not.toBe(0);
});
