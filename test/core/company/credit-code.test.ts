import { describe, expect, test } from 'vitest';
import {
  creditCodeAlphabet,
  creditCodeCheckCharacter,
  creditCodeFault,
  isCreditCode,
} from '../../../main/core/company/credit-code.ts';
import { creditCodeMessage } from '../../../main/core/company/credit-code-message.ts';

/** One code for each check character, worked out apart from this program (weights 3^i mod 31). */
const oneForEach = [...creditCodeAlphabet].map((wanted) => {
  for (let serial = 0; serial < 10_000; serial += 1) {
    const body = `91440300MA5${String(serial).padStart(4, '0')}X1`;
    let sum = 0;
    let weight = 1;
    for (const letter of body) {
      sum += creditCodeAlphabet.indexOf(letter) * weight;
      weight = (weight * 3) % 31;
    }
    const value = sum % 31 === 0 ? 0 : 31 - (sum % 31);
    if (creditCodeAlphabet[value] === wanted) return body + wanted;
  }
  throw new Error(`no code ends in ${wanted}`);
});

test('the example of the standard verifies', () => {
  expect(creditCodeCheckCharacter('91350100M000100Y4')).toBe('3');
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
});

describe('all 31 check characters', () => {
  test('there are 31 of them, 0 among them', () => {
    expect(new Set(oneForEach.map((code) => code.at(-1))).size).toBe(31);
    expect(oneForEach[0]!.at(-1)).toBe('0');
  });

  test.each(oneForEach)('%s verifies, and with any other check character it does not', (code) => {
    expect(creditCodeFault(code)).toBeNull();
    for (const other of creditCodeAlphabet) {
      if (other !== code.at(-1)) expect(isCreditCode(code.slice(0, 17) + other)).toBe(false);
    }
  });

  test.each(oneForEach)('%s with any one digit changed does not verify', (code) => {
    for (let at = 8; at < 17; at += 1) {
      const changed = code.slice(0, at) + (code[at] === '7' ? '8' : '7') + code.slice(at + 1);
      expect(isCreditCode(changed)).toBe(false);
    }
  });
});

test.each([
  ['lower-case letters', '91350100m000100y43', { kind: 'spelling', meant: '91350100M000100Y43' }],
  ['full-width digits', '９1350100M000100Y43', { kind: 'spelling', meant: '91350100M000100Y43' }],
  ['spaces', '9135 0100 M000 100Y 43', { kind: 'spelling', meant: '91350100M000100Y43' }],
  [
    'a letter O for a zero',
    '9135O100M000100Y43',
    { kind: 'letters', found: ['O'], meant: '91350100M000100Y43' },
  ],
  ['an I for a one, code wrong anyway', '9I350100M000100Y44', { kind: 'letters', found: ['I'] }],
  ['seventeen characters', '91350100M000100Y4', { kind: 'length', found: 17 }],
  ['nothing but a word', '无', { kind: 'length', found: 1 }],
  ['letters in the region', '91A50100M000100Y43', { kind: 'region', found: 'A50100' }],
  ['a wrong check character', '91350100M000100Y44', { kind: 'check-character' }],
  ['a swap of neighbours', '91350100M00010Y043', { kind: 'check-character' }],
] as const)('%s is told', (_what, code, fault) => {
  expect(creditCodeFault(code)).toEqual(fault);
  const message = creditCodeMessage(code, fault);
  expect(message.zh).toMatch(/请/);
  expect(message.en.length).toBeGreaterThan(20);
});
