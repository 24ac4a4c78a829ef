import type { LetterSummary } from '../../../main/contract/letters.ts';

/** Why a letter is offered, chosen or not, for a print pack. */
export type PackState = 'print' | 'again' | 'extra' | 'held';

/** How a letter stands to a pack: to be printed; printed again though its scan is there; not demanded; not ready. */
export function packStateOf({ state, unprintable, need, scan }: LetterSummary): PackState {
  if (state === 'missing-data' || unprintable.length > 0) return 'held';
  if (need !== 'required') return 'extra';
  return scan === 'current' ? 'again' : 'print';
}

/** What the pack is asked for: letters named besides the required ones, and required ones that are left out. */
export function packRequest(
  letters: readonly LetterSummary[],
  chosen: ReadonlySet<string>,
): { readonly letters?: string[]; readonly leaveOut?: string[] } {
  const named = letters.filter(
    (one) => ['again', 'extra'].includes(packStateOf(one)) && chosen.has(one.letter),
  );
  const left = letters.filter((one) => packStateOf(one) === 'print' && !chosen.has(one.letter));
  return {
    ...(named.length === 0 ? {} : { letters: named.map(({ letter }) => letter) }),
    ...(left.length === 0 ? {} : { leaveOut: left.map(({ letter }) => letter) }),
  };
}
