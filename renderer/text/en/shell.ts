import type { Translated } from '../area.ts';
import type { shell as zh } from '../zh/shell.ts';

/** Texts of the frame around every page. */
export const shell: Translated<typeof zh> = {
  brand: '印齐',
  'brand.home': 'Back to all dossiers',
  'brand.claim': 'Yinqi: every paper stamped, nothing missing',
  skip: 'Skip to the content',
  'nav.label': 'Pages',
  'nav.dossiers': 'All dossiers',
  'nav.companies': 'Companies',
  'nav.templates': 'Letter templates',
  'nav.data': 'Data and hand-over',
  'appearance.label': 'Appearance',
  'appearance.system': 'As the system',
  'appearance.light': 'Light',
  'appearance.dark': 'Dark',
  'appearance.contrast': 'High contrast',
  'language.label': 'Language',
  'language.zh': '中文',
  'language.en': 'English',
  'keys.open': 'Keyboard shortcuts (?)',
  'keys.title': 'Keyboard shortcuts',
  'keys.dismiss': 'Close the list of shortcuts',
  'keys.save': 'Save now',
  'keys.undo': 'Undo the last change',
  'keys.redo': 'Redo',
  'keys.find': 'Find on this page: categories, papers, findings',
  'keys.print': 'Print the letter or the report in view',
  'keys.steps': 'Go to step 1 to 8',
  'keys.pages': 'Previous and next page of questions',
  'keys.explain': 'Explain what has the focus',
  'keys.close': 'Close a dialog or an explanation',
  'keys.help': 'Open this list',
  'keys.to': 'to',
  'keys.composing': 'While an input method is choosing characters, all of these keys belong to it.',
  'connection.lost':
    'Yinqi’s background program does not answer; trying again. What you type stays on this page and is saved as soon as it is back.',
  'connection.refused':
    'This page is no longer signed in. Open it again from the address that Yinqi printed at its start; what is not saved yet comes back.',
  'crash.title': 'This page broke',
  'crash.text':
    'This is a fault of the program; what was saved is safe. Loading the page again usually helps. If it keeps happening, report it with the text below.',
  'crash.reload': 'Load again',
  'crash.home': 'All dossiers',
  'unknown.title': 'There is no such page',
  'unknown.text': 'The address may be incomplete, or the name of the step is wrong.',
  loading: 'Opening…',
  title: 'Yinqi',
  'title.with': '{{page}} · Yinqi',
  footnote:
    'Everything stays on this computer. The platform’s reviewer decides; Yinqi never promises that something will pass.',
};
