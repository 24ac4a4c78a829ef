import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifierPage } from '../../tools/verifier-page.ts';

const committed = readFileSync(join(import.meta.dirname, '../../resources/verifier/verify.html'), 'utf8');

test('the page that goes into bundles is what its sources say (after a change: npm run verifier)', async () => {
  expect(committed === (await verifierPage())).toBe(true);
});

test('the page names no other place: nothing in it is fetched', () => {
  expect(committed).not.toMatch(/https?:\/\//);
  expect(committed).not.toMatch(/\b(fetch|XMLHttpRequest|WebSocket|importScripts|eval)\s*\(/);
  expect(committed).not.toMatch(/innerHTML|document\.write/);
});
