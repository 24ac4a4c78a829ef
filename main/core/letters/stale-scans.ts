import type { DossierDocument } from '../../contract/dossier.ts';
import type { ScanPage } from '../../contract/files.ts';
import type { LetterState } from './letter-state.ts';
import { staleReasons, type LocalizedStaleReason } from './stale-reasons.ts';

/** Why the scanned pages of a letter are out of date, or should be looked at again; empty where nothing changed or it cannot be compared. */
export function staleReasonsOfPages(
  state: LetterState,
  document: DossierDocument,
  pages: readonly ScanPage[],
): readonly LocalizedStaleReason[] {
  const { ingredients, revision } = state;
  if (ingredients === undefined || revision === null) return [];
  const revisions = new Set(
    pages.flatMap(({ code }) =>
      code?.letter === state.letter && code.dossier === state.dossier ? [code.revision] : [],
    ),
  );
  const found = [...revisions].flatMap((one) =>
    staleReasons(document.letters?.[state.letter]?.made?.[one], ingredients, one === revision),
  );
  // Pages of several old prints differ for much the same reasons.
  return found.filter(({ text }, index) => found.findIndex((one) => one.text.zh === text.zh) === index);
}
