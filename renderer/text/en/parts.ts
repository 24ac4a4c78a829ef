import type { Translated } from '../area.ts';
import type { parts as zh } from '../zh/parts.ts';

/** Texts of the building blocks that every page uses. */
export const parts: Translated<typeof zh> = {
  'level.error': 'Error',
  'level.warning': 'Warning',
  'level.notice': 'Notice',
  'level.needs-person': 'Needs a person',
  'level.not-checked': 'Not checked',
  'status.open': 'Undecided',
  'status.missing': 'Missing',
  'status.invalid': 'Has problems',
  'status.ok': 'Complete',
  'finding.fix': 'Can be repaired: {{summary}}',
  'finding.jumpTo': 'Go to: {{field}}',
  'finding.none': 'No problems found',
  'cites.label': 'Clauses',
  'cites.explain': 'Explain clause {{id}}',
  'cites.more': 'Show {{count}} more',
  'explain.title': 'Explanation',
  'explain.kind.rule': 'Rule',
  'explain.kind.clause': 'Clause',
  'explain.cites': 'Rests on',
  'explain.citedBy': 'Rules that cite it',
  'explain.dated': 'as of {{date}}',
  'explain.back': 'Back',
  'explain.close': 'Close the explanation',
  'explain.loading': 'Looking it up…',
  'failure.title': 'That did not work',
  'failure.bug':
    'The program made a mistake; you did nothing wrong. It is in the log as {{id}}: quote this when you report it.',
  'failure.lost':
    'Yinqi’s background program does not answer. It may have been closed; this page recovers by itself once Yinqi runs again.',
  'failure.refused':
    'This page is no longer signed in. Open it again from the address that Yinqi printed at its start.',
  'failure.cancelled': 'Cancelled.',
  'failure.retry': 'Try again',
  'drop.choose': 'Choose files',
  'drop.busy': 'Reading…',
  'progress.cancel': 'Cancel',
  'folds.openAll': 'Open all',
  'folds.foldAll': 'Fold all',
  'undo.do': 'Undo',
  'undo.close': 'Got it',
};
