import { expect, test } from 'vitest';
import { nearName, nearNames } from '../../main/core/near-name.ts';

test.each([
  ['aplicant', ['applicant', 'app'], 'applicant'],
  ['platfrom', ['platform'], 'platform'],
  ['privacy_policy_url', ['privacyPolicy', 'privacyPolicyUrl'], 'privacyPolicyUrl'],
  ['Name', ['name'], 'name'],
  ['general/othr', ['general/other', 'ai/generative'], 'general/other'],
  ['colour', ['name', 'logo'], undefined],
  ['x', ['id'], undefined],
  ['', ['id'], undefined],
])('“%s” among %j means %s', (word, candidates, wanted) => {
  expect(nearName(word, candidates)).toBe(wanted);
});

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
