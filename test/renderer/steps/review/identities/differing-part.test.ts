import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  differingPart,
  visibleSpaces,
} from '../../../../../renderer/steps/review/identities/differing-part.ts';

test('what differs lies between the common beginning and end', () => {
  expect(differingPart('样例(深圳)公司', '样例（深圳）公司')).toEqual({
    before: '样例',
    part: '(深圳)',
    after: '公司',
  });
  expect(differingPart('样例 纪要', '样例纪要')).toEqual({ before: '样例', part: ' ', after: '纪要' });
});

test('a value that lacks something has an empty part where it is missing', () => {
  expect(differingPart('样例科技', '样例信息科技')).toEqual({ before: '样例', part: '', after: '科技' });
});

test('joined again the three are the value, and characters stay whole', () => {
  const text = fc.string({ unit: fc.constantFrom('样', '例', ' ', '　', '(', '𠮷', '😀') });
  fc.assert(
    fc.property(text, text, (value, reference) => {
      const { before, part, after } = differingPart(value, reference);
      expect(before + part + after).toBe(value);
      expect([before, part, after].every((one) => one.isWellFormed())).toBe(true);
      expect(reference.startsWith(before) && reference.endsWith(after)).toBe(true);
      if (value !== reference) expect(before.length + after.length).toBeLessThanOrEqual(reference.length);
    }),
  );
});

test('spaces can be seen, ordinary and full-width ones apart', () => {
  expect(visibleSpaces('a b\u3000c\u00a0d')).toBe('a␣b□c␣d');
});
