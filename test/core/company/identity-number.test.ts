import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityCheckCharacter, identityFault } from '../../../main/core/company/identity-number.ts';
import { identityMessage } from '../../../main/core/company/identity-message.ts';

const today = '2026-07-01';
const kindOf = (number: string): string | undefined => identityFault(number, today)?.kind;
const numberOf = (region: string, date: string, serial: string): string => {
  const body = `${region}${date}${serial}`;
  return body + identityCheckCharacter(body);
};

test('the example of the standard verifies, in either case of its X', () => {
  expect(identityFault('11010519491231002X', today)).toBeNull();
  expect(identityFault('11010519491231002x', today)).toBeNull();
});

test('each of the eleven check characters is right for some number and wrong for every other', () => {
  const seen = new Set<string>();
  for (let serial = 1; serial < 60; serial += 1) {
    const number = numberOf('110105', '19491231', String(serial).padStart(3, '0'));
    seen.add(number.slice(17));
    expect(identityFault(number, today)).toBeNull();
    for (const other of '0123456789X') {
      if (other !== number[17]) expect(kindOf(number.slice(0, 17) + other)).toBe('check-character');
    }
  }
  expect(seen.size).toBe(11);
});

test('one digit changed is always found', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const number = '11010519491231002X';
      const changed = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
      expect(identityFault(changed, today)).not.toBeNull();
    }),
  );
});

test.each([
  ['29 February of a common year', numberOf('110105', '20250229', '001'), 'date'],
  ['29 February of 1900, which was no leap year', numberOf('110105', '19000229', '001'), 'date'],
  ['the thirteenth month', numberOf('110105', '20251301', '001'), 'date'],
  ['a birthday after today', numberOf('110105', '20260702', '001'), 'future'],
  ['a region that does not exist', numberOf('990105', '19491231', '001'), 'region'],
  ['fifteen digits', '110105491231002', 'first-generation'],
  ['seventeen characters', '1101051949123100X', 'length'],
  ['a letter inside', '1101O519491231002X', 'letters'],
  ['full-width digits', '１１0105194912310020', 'letters'],
] as const)('%s is told', (_what, number, kind) => {
  const fault = identityFault(number, today)!;
  expect(fault.kind).toBe(kind);
  expect(identityMessage(fault).zh).toMatch(/请/);
  expect(identityMessage(fault).zh).not.toContain(number);
});

test('a birthday today and 29 February of a leap year exist', () => {
  expect(kindOf(numberOf('110105', '20260701', '001'))).toBeUndefined();
  expect(kindOf(numberOf('440305', '20000229', '001'))).toBeUndefined();
});
