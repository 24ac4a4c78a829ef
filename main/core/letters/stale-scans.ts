import type { DossierDocument } from '../../contract/dossier.ts';
import type { ScanPage } from '../../contract/files.ts';
import type { Ingredients } from './letter-origin.ts';
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
  if (revisions.size === 0 && pages.length > 0) return reasonsWithoutCode(state, ingredients, document);
  const found = [...revisions].flatMap((one) =>
    staleReasons(document.letters?.[state.letter]?.made?.[one], ingredients, one === revision),
  );
  // Pages of several old prints differ for much the same reasons.
  return found.filter(({ text }, index) => found.findIndex((one) => one.text.zh === text.zh) === index);
}

/**
 * A print on the platform's form says nothing of itself: a scan is held against the latest that was written down of this
 * letter, where that was on a form.
 */
function reasonsWithoutCode(
  { letter, revision }: LetterState,
  ingredients: Ingredients,
  document: DossierDocument,
): readonly LocalizedStaleReason[] {
  const prints = Object.entries(document.letters?.[letter]?.made ?? {});
  const last = prints
    .toSorted(([, one], [, other]) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    .at(-1);
  if (last?.[1].form === undefined) return [];
  return staleReasons(last[1], ingredients, last[0] === revision);
}
