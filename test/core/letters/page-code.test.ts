import { expect, test } from 'vitest';
import { dossierCode, formatPageCode, parsePageCode } from '../../../main/core/letters/page-code.ts';
import { sampleOf } from './shipped-letters.ts';

const code = { dossier: 'abc123', letter: 'a-letter', revision: '0a1b2c3d', page: 2, pages: 3 };

test('a page code reads back as what was written', () => {
  expect(formatPageCode(code)).toBe('YINQI1/abc123/a-letter/0a1b2c3d/2/3');
  expect(parsePageCode(formatPageCode(code))).toEqual(code);
});

test.each([
  'https://example.com',
  'YINQI1/a/b/0a1b2c3d/3/2',
  'YINQI1/a/b/0a1b2c3d/0/2',
  'YINQI2/a/b/0a1b2c3d/1/2',
  '',
])('“%s” is no page code', (text) => {
  expect(parsePageCode(text)).toBeNull();
});

test('a dossier without an id is named after its company and app', () => {
  const { id: _, ...document } = sampleOf('publishing-commitment');
  expect(dossierCode(document)).toMatch(/^[0-9a-f]{10}$/);
  expect(dossierCode({ ...document, app: { name: '别的' } })).not.toBe(dossierCode(document));
  expect(dossierCode({ ...document, id: 'yangli-sample' })).toBe('yangli-sam');
});
