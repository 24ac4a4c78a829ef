import type { Translated } from '../area.ts';
import type { appForm as zh } from '../zh/app-form.ts';

/** Texts of the step 应用信息. */
export const appForm: Translated<typeof zh> = {
  title: 'App',
  lead: 'What the app’s details page says; letters use it too. Name and introduction must match the app itself and the copyright certificate.',
  'details.title': 'Name and introduction',
  'name.hint': 'The brand, or the brand and what it does.',
  'installedName.hint': 'Only where it differs from the app name.',
  'intro.hint': 'Its core function in one line.',
  'description.hint': 'What it does and when it is used.',
  'keywords.hint': 'Words that belong to the app. Type one and press Enter or “Add”.',
  'keywords.input': 'New keyword',
  'keywords.add': 'Add keyword',
  'keywords.none': 'No keywords yet.',
  'version.title': 'Version',
  'version.hint': 'Written like 1.0.0.',
  'releaseNotes.hint': 'What changed in this version.',
  'permissions.title': 'Permissions',
  'permissions.lead': 'Each open capability or piece of user data that the app uses, and what for.',
  'permissions.none': 'No permissions listed yet.',
  'permissions.add': 'Add permission',
  permission: 'Permission {{number}}',
  'permission.name': 'Permission',
  'permission.purpose': 'Purpose',
  'permission.removed': '{{permission}} was deleted.',
  'keyword.removed': 'The keyword “{{keyword}}” was deleted.',
  'agreements.title': 'Privacy policy and terms of use',
  'agreements.lead':
    'The addresses of the public pages, and the whole texts: checks read them, and the bundle carries a copy.',
  'privacyPolicyUrl.hint': 'The whole address of the privacy policy’s own page.',
  'termsUrl.hint': 'The whole address of the terms of use (user agreement).',
  'file.hint': 'txt, md, html, docx or pdf',
  'files.title': 'Logo and previews',
  'files.lead': 'The app’s logo and previews are put in at the step “Files”.',
  'files.go': 'Put in pictures',
};
