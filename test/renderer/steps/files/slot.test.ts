import { describe, expect, test } from 'vitest';
import { byteSize } from '../../../../renderer/steps/files/byte-size.ts';
import { editOf, filesOf } from '../../../../renderer/steps/files/slot.ts';

describe('what a field holds', () => {
  test('one path and a list of paths are both read as files, in order', () => {
    const document = { documents: { a: 'papers/a.pdf', b: ['papers/1.jpg', 'papers/2.jpg'] } };
    expect(filesOf(document, 'documents.a')).toEqual(['papers/a.pdf']);
    expect(filesOf(document, 'documents.b')).toEqual(['papers/1.jpg', 'papers/2.jpg']);
    expect(filesOf(document, 'app.logo')).toEqual([]);
  });
  test('a document with one file is written as a path, with several as a list, with none removed', () => {
    expect(editOf('documents.a', ['x.pdf'])).toEqual({ path: ['documents', 'a'], value: 'x.pdf' });
    expect(editOf('documents.a', ['x.pdf', 'y.pdf']).value).toEqual(['x.pdf', 'y.pdf']);
    expect(editOf('documents.a', []).value).toBeNull();
  });
  test('previews stay a list even with one picture, and a logo takes the newest', () => {
    expect(editOf('app.previews.desktop', ['d.png']).value).toEqual(['d.png']);
    expect(editOf('app.logo', ['old.png', 'new.png']).value).toBe('new.png');
  });
});

test('sizes are in thousands, without a needless decimal', () => {
  expect([0, 999, 1000, 20_004, 999_949, 999_950, 3_500_000].map(byteSize)).toEqual([
    '0 B',
    '999 B',
    '1 KB',
    '20 KB',
    '999.9 KB',
    '1 MB',
    '3.5 MB',
  ]);
});
