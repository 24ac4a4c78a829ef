import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileKernels } from '../../tools/compile-kernels.ts';

test('what pictures are measured with is what its sources say (after a change: npm run kernels)', async () => {
  const committed = readFileSync(
    join(import.meta.dirname, '../../main/adapters/images/pixel-kernels-module.ts'),
    'utf8',
  );
  expect(committed === (await compileKernels())).toBe(true);
});
