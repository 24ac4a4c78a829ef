import type { HistoryEntry } from '../../contract/history.ts';
import { maskIdentityNumbers, privateValues } from '../bundle/mask-private.ts';
import { parseDossier } from '../dossier/parse-dossier.ts';

/** The hashes of the texts of a history that people's numbers can stand in: the dossier as it was, and the words of letters. */
export const privateTextsOf = (entries: readonly HistoryEntry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap(({ kept, letters }) => [kept.dossier, ...letters.flatMap(({ text }) => text ?? [])]),
  );

/**
 * The texts of a history that hold identity numbers, by their hashes, with these numbers masked: those that any dossier.yaml among them has in
 * its fields, in all of them, and whatever looks like a resident's number. Throws what parseDossier throws.
 */
export function maskHistory(
  entries: readonly HistoryEntry[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const dossiers = [...new Set(entries.map(({ kept }) => kept.dossier))];
  const values = dossiers
    .flatMap((sha256) => texts.get(sha256) ?? [])
    .flatMap((text) => privateValues(parseDossier(text, 'dossier.yaml')))
    // What was masked before is no number any more.
    .filter(({ kind, value }) => kind === 'identity-number' && !value.includes('*'))
    .toSorted((one, other) => other.value.length - one.value.length);
  const masked = [...privateTextsOf(entries)].flatMap((sha256) => {
    const text = texts.get(sha256);
    if (text === undefined) return [];
    const without = maskIdentityNumbers(text, values);
    return without === text ? [] : [[sha256, without] as const];
  });
  return new Map(masked);
}
