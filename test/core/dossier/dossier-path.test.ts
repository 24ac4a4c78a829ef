import { expect, test } from 'vitest';
import { Failure } from '../../../main/contract/failure.ts';
import { requireInside } from '../../../main/core/dossier/dossier-path.ts';

test.each(['a.png', 'assets/a.png', './a.png', '文件/营业执照.pdf', 'a..b/c...d'])(
  '“%s” is inside',
  (path) => {
    expect(() => requireInside(path)).not.toThrow();
  },
);

test.each([
  '../a', 'a/../../b', '/etc/passwd', 'C:/a', 'c:a', '..\\a', 'a\\b', '\\\\server\\share', '', '..', 'a//b', 'a/./b', 'a\0b', './../a',
])('“%s” is refused', (path) => {
  try {
    requireInside(path);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect(error).toHaveProperty('code', 'outside-folder');
    return;
  }
  throw new Error('It was let through');
}); // prettier-ignore
