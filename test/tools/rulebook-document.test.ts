import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulebookDocument } from '../../tools/rulebook-document.ts';
import { loadRulebook } from '../rulebook/load-rulebook.ts';

const rulebooks = [await loadRulebook('tencent-meeting'), await loadRulebook('tencent-open-platform')];

test('docs/rulebook.md is current: run npm run rulebook where it is not', () => {
  const committed = readFileSync(new URL('../../docs/rulebook.md', import.meta.url), 'utf8');
  // Whole texts compared line by line would print thousands of lines; the first difference is enough.
  const wanted = rulebookDocument(rulebooks).split('\n');
  const at = committed.split('\n').findIndex((line, index) => line !== wanted[index]);
  expect(at < 0 ? 'current' : `line ${at + 1}: ${committed.split('\n')[at]}`).toBe('current');
  expect(committed.split('\n').length).toBe(wanted.length);
});

test('every rule, question and conflict stands in it', () => {
  const text = rulebookDocument(rulebooks);
  for (const { rules, facts, conflicts } of rulebooks) {
    const ids = [...rules, ...facts, ...conflicts].map((one) => one.id);
    expect(ids.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  }
});
