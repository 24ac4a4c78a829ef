import { expect, test } from 'vitest';
import { nearNames } from '../../../main/core/rulebook/near-name.ts';

const names = ['business-licence', 'icp-licence', 'icp-filing', 'app-logo', 'company-logo'];

test('a typo, a swap and a missing letter find the name that was meant', () => {
  expect(nearNames('busines-licence', names)[0]).toBe('business-licence');
  expect(nearNames('app-lgoo', names)[0]).toBe('app-logo');
  expect(nearNames('ICP-FILING', names)[0]).toBe('icp-filing');
});

test('part of a name finds those that hold it', () => {
  expect(nearNames('logo', names)).toEqual(['app-logo', 'company-logo']);
});

test('a word unlike any finds none, and neither does the name itself', () => {
  expect(nearNames('zzzzzzzz', names)).toEqual([]);
  expect(nearNames('app-logo', ['app-logo'])).toEqual([]);
  expect(nearNames('x'.repeat(10_000), names)).toEqual([]);
});
