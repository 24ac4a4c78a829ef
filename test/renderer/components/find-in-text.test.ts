import { describe, expect, test } from 'vitest';
import { isFoundIn } from '../../../renderer/components/find-in-text.ts';

describe('a search in the texts of a list', () => {
  test('finds every word, in whichever text it stands', () => {
    expect(isFoundIn('执照 4.1', ['营业执照', 'compliance/4.1'])).toBe(true);
    expect(isFoundIn('执照 5.1', ['营业执照', 'compliance/4.1'])).toBe(false);
  });

  test('minds neither case nor width', () => {
    expect(isFoundIn('ｉｃｐ', ['ICP 备案'])).toBe(true);
    expect(isFoundIn('icp　备案', ['ICP 备案'])).toBe(true);
  });

  test('finds all while nothing is typed', () => {
    expect(isFoundIn('  ', [undefined])).toBe(true);
    expect(isFoundIn('x', [undefined])).toBe(false);
  });
});
