import type { Translated } from '../area.ts';
import type { companyForm as zh } from '../zh/company-form.ts';

/** Texts of the step 公司信息. */
export const companyForm: Translated<typeof zh> = {
  title: 'Company',
  lead: 'Copy it from the business licence and identity documents, once: letters and checks use it from here. It stays on this computer.',
  'basics.title': 'As on the business licence',
  'basics.lead': 'Character by character, brackets included.',
  'name.hint': 'The full name on the business licence.',
  'uscc.hint': '18 characters, at the top right of the licence; its check digit is verified.',
  'address.hint': 'The registered address on the licence; it goes into the authorisation letter.',
  'contact.title': 'What users see',
  'contact.lead': 'Shown on the app’s details page.',
  'phone.hint': 'A mobile, a landline with area code or a 400 number that someone answers.',
  'website.hint': 'A whole address such as https://www.example.com.',
  'icpNumber.hint': 'Such as 粤ICP备00000000号-1, as the registry shows it.',
  'legal.title': 'Legal representative',
  'legal.lead': 'As on the business licence; for the authorisation letter.',
  'agent.title': 'Agent',
  'agent.lead':
    'Who applies on the company’s behalf; for the authorisation letter. The platform uses this phone and email.',
  'person.idNumber.hint': 'The check digit of a resident identity number is verified.',
  'agent.phone.hint': 'The agent’s own mobile.',
  'parties.title': 'Other parties',
  'parties.lead':
    'Only where papers come from another company or person, such as the licensor of the software copyright or an affiliate that holds the ICP filing.',
  'parties.none': 'No other parties.',
  'parties.add': 'Add a party',
  party: 'Party {{number}}',
  'party.role': 'Role',
  'party.role.licensor': 'Licensor (copyright owner)',
  'party.role.affiliate': 'Affiliate',
  'party.role.technology-provider': 'Technology provider',
  'party.role.assessor': 'Assessor',
  'party.kind': 'Kind',
  'party.kind.company': 'Company',
  'party.kind.individual': 'Individual',
  'party.name': 'Name',
  'party.identifier': 'Credit code or document number',
  'party.representative': 'Legal representative',
  'party.removed': '{{party}} was deleted.',
};
