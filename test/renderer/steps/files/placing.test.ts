import { describe, expect, test } from 'vitest';
import { placingEdits, unplacingEdits } from '../../../../renderer/steps/files/placing.ts';

const document = {
  app: { logo: 'assets/old.png', previews: { desktop: ['a.png'] } },
  documents: { licence: 'papers/1.jpg' },
};

describe('putting files where they belong', () => {
  test('a field of one file takes the new one, a list gets it at its end', () => {
    expect(
      placingEdits(
        [
          { path: 'files/new.png', field: 'app.logo' },
          { path: 'files/b.png', field: 'app.previews.desktop' },
          { path: 'files/c.png', field: 'app.previews.desktop' },
          { path: 'files/2.jpg', field: 'documents.licence' },
        ],
        document,
      ),
    ).toEqual([
      { path: ['app', 'logo'], value: 'files/new.png' },
      { path: ['app', 'previews', 'desktop'], value: ['a.png', 'files/b.png', 'files/c.png'] },
      { path: ['documents', 'licence'], value: ['papers/1.jpg', 'files/2.jpg'] },
    ]);
  });
  test('taken back, a field that was left alone holds what it held before', () => {
    const placed = [{ path: 'files/new.png', field: 'app.logo' }];
    const now = { ...document, app: { ...document.app, logo: 'files/new.png' } };
    expect(unplacingEdits(placed, document, now)).toEqual([
      { path: ['app', 'logo'], value: 'assets/old.png' },
    ]);
  });
  test('what was put there since by hand stays', () => {
    const placed = [{ path: 'files/b.png', field: 'app.previews.desktop' }];
    const now = { ...document, app: { previews: { desktop: ['a.png', 'files/b.png', 'later.png'] } } };
    expect(unplacingEdits(placed, document, now)).toEqual([
      { path: ['app', 'previews', 'desktop'], value: ['a.png', 'later.png'] },
    ]);
  });
});
