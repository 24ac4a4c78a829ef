import type { FileInspection } from '../../contract/files.ts';
import type { LetterSummary } from '../../contract/letters.ts';
import type { LetterState } from './letter-state.ts';

/**
 * What the scans on file are of a letter as it would be printed now, by their page codes: `current` only when every
 * page is there and of this revision, `outdated` when one is of an older, `unrecognised` where the codes do not say.
 */
export function scanStateOf(state: LetterState, scans: readonly FileInspection[]): LetterSummary['scan'] {
  if (scans.length === 0) return 'none';
  const codes = scans
    .flatMap(({ pages }) => pages ?? [])
    .flatMap(({ code }) => (code === undefined ? [] : [code]))
    .filter((code) => code.letter === state.letter && code.dossier === state.dossier);
  if (codes.length === 0 || state.revision === null || state.pages === null) return 'unrecognised';
  if (codes.some((code) => code.revision !== state.revision)) return 'outdated';
  const there = new Set(codes.map(({ page }) => page));
  return there.size >= state.pages ? 'current' : 'unrecognised';
}
