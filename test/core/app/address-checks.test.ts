import { expect, test } from 'vitest';
import { checkRegistry } from '../../../main/core/review/check-registry.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';

const run = (name: string, value: string, parameters: object = {}, termsUrl?: string) =>
  checkRegistry.get(name)!.run({ kind: 'field', field: 'app.privacyPolicyUrl', value }, parameters, {
    document: dossierWith(termsUrl === undefined ? {} : { app: { termsUrl } }),
    rulebook: { wordLists: new Map() },
    inspections: new Map(),
    today: '2026-07-01',
  })[0]!.outcome;

test.each([
  ['https://e.cn/legal', 'http://www.e.cn/legal/', 'needs-person'],
  ['https://e.cn/legal#privacy', 'https://e.cn/legal#terms', 'needs-person'],
  ['https://e.cn/legal/index.html', 'https://e.cn/legal', 'needs-person'],
  ['https://E.cn/legal', 'https://e.cn/legal', 'needs-person'],
  ['https://e.cn/#/privacy', 'https://e.cn/#/terms', 'pass'],
  ['https://e.cn/?p=1', 'https://e.cn/?p=2', 'pass'],
  ['https://e.cn/Legal', 'https://e.cn/legal', 'pass'],
  ['https://e.cn/privacy', '', 'pass'],
])('%s and %s: %s', (one, other, outcome) => {
  expect(run('separate-address', one, { other: 'app.termsUrl' }, other)).toBe(outcome);
});

test('http is mentioned, and an address with a fault is left to its own rule', () => {
  expect(run('secure-address', 'http://www.example.com')).toBe('needs-person');
  expect(run('secure-address', 'HTTPS://www.example.com')).toBe('pass');
  expect(run('secure-address', 'www.example.com')).toBe('not-applicable');
});
