import { describe, expect, test } from 'vitest';
import { maskText, maskValue } from '../../../main/core/bundle/mask-private.ts';

const nothing = new Set<string>();
const mask = (text: string, kept: ReadonlySet<string> = nothing) => maskText(text, [], kept, () => undefined);

describe('masking', () => {
  test('leaves the ends of a number', () => {
    expect(maskValue({ kind: 'identity-number', value: '440102198001011234' })).toBe('440***********1234');
    expect(maskValue({ kind: 'phone', value: '13800138000' })).toBe('138****8000');
    expect(maskValue({ kind: 'identity-number', value: 'E12345678' })).toBe('E1*****78');
    expect(maskValue({ kind: 'email', value: 'li.si@example.com' })).toBe('l***@example.com');
  });

  test('finds numbers by their form in any text', () => {
    expect(mask('身份证号440102198001011234。电话：138 0013 8000')).toBe(
      '身份证号440***********1234。电话：138******8000',
    );
  });

  test('leaves hashes, credit codes, dates and longer numbers alone', () => {
    const sha256 = 'a13800138000f440102198001011234b13800138000c13800138000d1380013e';
    for (const text of [sha256, '91440300MA5EXAMPLA', '2026-11-22', '1380013800012', '0755-12345678']) {
      expect(mask(text)).toBe(text);
    }
  });

  test('keeps the public numbers that it is told of', () => {
    expect(mask('13800138000', new Set(['13800138000']))).toBe('13800138000');
  });
});
