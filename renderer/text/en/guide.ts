import type { Translated } from '../area.ts';
import type { guide as zh } from '../zh/guide.ts';

export const guide: Translated<typeof zh> = {
  title: 'The rules on this',
  open: 'Rules',
  'open.keys': 'Open or close the rules on what has the focus (F1)',
  close: 'Close',
  nothing: 'Move to a field, a paper or a finding, and the rules behind it are explained here.',
  none: 'No rule is about this alone; letters or other papers may use it.',
  more: '{{count}} other rules look at this',
  more_one: 'One other rule looks at this',
  loading: 'Looking it up…',
  cites: 'Rests on',
  dated: 'as of {{date}}',
  undated: 'undated',
};
