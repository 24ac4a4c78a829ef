import type { Translated } from '../area.ts';
import type { home as zh } from '../zh/home.ts';

/** Texts of the page with all dossiers. */
export const home: Translated<typeof zh> = {
  title: 'Dossiers',
  lead: 'A dossier is one application to list an app: company and app data, letters and scans live in it, typed once and used throughout.',
  create: 'New dossier',
  sample: 'Open the sample dossier',
  import: 'Import a folder',
  'list.label': 'All dossiers',
  'empty.title': 'Applying for the first time? Start here',
  'empty.lead':
    'Yinqi turns the platform’s demands into one list and helps you complete it. Everything stays on this computer.',
  'empty.step1.title': 'Choose a category, answer a few questions',
  'empty.step1.text': 'See at once which papers are needed, why, and which clause says so.',
  'empty.step2.title': 'Fill in once, print and stamp',
  'empty.step2.text':
    'Company and app are typed once, the letters set themselves. Print, sign, stamp, and scan them back in.',
  'empty.step3.title': 'Check everything, export the bundle',
  'empty.step3.text':
    'Sizes, numbers and missing pages are checked; the exported folders follow the order of the upload form.',
  'empty.sample':
    'Want to see a finished one first? The sample is of a fictitious company; change what you like.',
  'card.app': 'Unnamed app',
  'card.company': 'Company not named yet',
  'card.noCategory': 'no category yet',
  'card.open': 'Open the dossier {{title}}',
  'card.changed': 'Changed {{when}}',
  'card.remove': 'Remove',
  'card.removeOf': 'Remove the dossier {{title}}',
  removed: 'The dossier “{{title}}” was removed.',
  'working.create': 'Creating…',
  'working.sample': 'Preparing the sample…',
  'working.import': 'Importing…',
  'when.now': 'just now',
  'when.today': 'today at {{time}}',
  'when.yesterday': 'yesterday at {{time}}',
  'when.date': 'on {{date}}',
};
