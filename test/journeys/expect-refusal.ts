import { expect } from 'vitest';
import type { Run } from './run-yinqi.ts';

/** One clear error: exit 2, nothing on stdout, no stack, and these words. */
export function expectRefusal(result: Run, ...words: readonly (string | RegExp)[]): void {
  expect(result.status).toBe(2);
  expect(result.stdout).toBe('');
  expect(result.stderr).not.toMatch(/\n\s+at .+:\d+:\d+/);
  for (const word of words) expect(result.stderr).toMatch(word);
}
