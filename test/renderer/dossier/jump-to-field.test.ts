import { expect, test } from 'vitest';
import { hrefForField, stepOfField } from '../../../renderer/dossier/jump-to-field.ts';

test.each([
  ['platform', 'category'],
  ['track', 'category'],
  ['categories', 'category'],
  ['applicant.kind', 'category'],
  ['facts.networked', 'category'],
  ['company.uscc', 'company'],
  ['company.agent.phone', 'company'],
  ['parties.0.identifier', 'company'],
  ['company.logo', 'files'],
  ['app.name', 'app'],
  ['app.permissions.1.purpose', 'app'],
  ['app.privacyPolicyUrl', 'app'],
  ['app.privacyPolicy', 'app'],
  ['app.terms', 'app'],
  ['app.logo', 'files'],
  ['app.previews.desktop', 'files'],
  ['documents.business-licence', 'files'],
  ['papers/business-licence.jpg', 'files'],
  ['letters.authorisation-letter.validFrom', 'letters'],
  ['attestations.rights-cleared', 'review'],
] as const)('%s is edited in the step %s', (field, step) => {
  expect(stepOfField(field)).toBe(step);
});

test('the address of a field carries the focus', () => {
  expect(hrefForField('a1', 'app.name')).toBe('#/dossier/a1/app?focus=app.name');
});
