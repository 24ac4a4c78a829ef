import { expect, test } from 'vitest';
import type { FileInspection } from '../../../main/contract/files.ts';
import { scanStateOf } from '../../../main/core/letters/scan-state.ts';

const state = { letter: 'a-letter', requirement: 'a-letter', revision: 'aaaa1111', pages: 2, dossier: 'd' };
const measure = {
  widthPx: 1, heightPx: 1, frames: 1, hasAlpha: false, pixelSha256: '', colouredShare: 0, redShare: 0, contrast: 0,
}; // prettier-ignore
const scan = (
  ...codes: readonly { readonly revision?: string; readonly page?: number; readonly letter?: string }[]
): FileInspection => ({
  path: 'a.pdf',
  sizeBytes: 1,
  type: 'pdf',
  pages: codes.map(({ revision = 'aaaa1111', page = 1, letter = 'a-letter' }, index) => ({
    index,
    hasText: false,
    measure,
    code: { dossier: 'd', letter, revision, page, pages: 2 },
  })),
});

test.each([
  ['none without a file', [], 'none'],
  ['current with every page, in one file or two', [scan({ page: 1 }), scan({ page: 2 })], 'current'],
  ['unrecognised with a page missing', [scan({ page: 1 })], 'unrecognised'],
  [
    'outdated with a page of another revision',
    [scan({ page: 1 }, { page: 2, revision: 'bbbb2222' })],
    'outdated',
  ],
  ['unrecognised with only another letter', [scan({ letter: 'b-letter' })], 'unrecognised'],
  ['unrecognised without codes', [{ path: 'a.jpg', sizeBytes: 1, type: 'jpeg' as const }], 'unrecognised'],
])('a letter’s scan is %s', (_, scans, expected) => {
  expect(scanStateOf(state, scans)).toBe(expected);
});

test('no scan is current while the letter cannot be printed', () => {
  expect(scanStateOf({ ...state, revision: null, pages: null }, [scan({}, { page: 2 })])).toBe(
    'unrecognised',
  );
});
