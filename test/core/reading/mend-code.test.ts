import { array, assert, constantFrom, property, string, stringMatching, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  creditCodeAlphabet,
  creditCodeCheckCharacter,
  isCreditCode,
} from '../../../main/core/company/credit-code.ts';
import { findIdentityNumber, mendCreditCode } from '../../../main/core/reading/mend-code.ts';

const codes = tuple(
  constantFrom('91', '92', '93', '51', '12'),
  stringMatching(/^\d{6}$/),
  array(constantFrom(...creditCodeAlphabet), { minLength: 9, maxLength: 9 }),
).map(([kind, region, rest]) => {
  const first17 = `${kind}${region}${rest.join('')}`;
  return `${first17}${creditCodeCheckCharacter(first17) ?? ''}`;
});

describe('a credit code that a machine read', () => {
  test('comes back as it is when its check character fits, with spaces and full-width digits taken out', () => {
    assert(
      property(codes, (code) => {
        expect(mendCreditCode(code)).toEqual({ code, asRead: true });
        expect(mendCreditCode(`${code.slice(0, 8)} ${code.slice(8)}`)?.code).toBe(code);
      }),
    );
  });

  test('is never answered with a code whose check character does not fit', () => {
    assert(
      property(string({ minLength: 15, maxLength: 24 }), codes, (noise, code) => {
        for (const text of [noise, code.slice(0, 9) + noise.slice(0, 2) + code.slice(9)]) {
          const mended = mendCreditCode(text);
          if (mended !== null) expect(isCreditCode(mended.code)).toBe(true);
        }
      }),
    );
  });

  test.each([
    ['91440300MA5YANGLIVW', '91440300MA5YANGL1W', 'a 1 read as I and V'],
    ['91110108MAO1ABCD2H', '91110108MA01ABCD2H', 'a 0 read as O'],
    ['91110108MA0O1ABCD2H[', '91110108MA01ABCD2H', 'a stray O and a bracket'],
    ['91310115MAIK3XYT7N', '91310115MA1K3XYT7N', 'a 1 read as I'],
  ])('%s is mended to %s: %s', (read, code) => {
    expect(mendCreditCode(read)).toEqual({ code, asRead: false });
  });

  test('stays unknown where two codes are as likely', () => {
    // One of nineteen characters is a stray; without the 0, and without the C, a code remains that verifies.
    for (const likely of ['91440300RLTJCAGB4T', '91440300RLT0JAGB4T'])
      expect(isCreditCode(likely)).toBe(true);
    expect(mendCreditCode('91440300RLT0JCAGB4T')).toBeNull();
  });

  test('stays unknown where it is too short, too long or beyond mending', () => {
    for (const read of ['', '91440300', '9144030000000000000000000', '深圳市样例科技有限公司'])
      expect(mendCreditCode(read)).toBeNull();
  });
});

test('an identity number is taken only with its check character', () => {
  expect(findIdentityNumber('公民身份号码 110105 19900101 0045')).toBe('110105199001010045');
  expect(findIdentityNumber('110105199001010046')).toBeNull();
});
