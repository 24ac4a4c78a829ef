import { expect, test } from 'vitest';
import { nearName } from '../../../main/core/dossier/near-name.ts';

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
