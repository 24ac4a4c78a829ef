import type { Requirement } from '../../../main/contract/report.ts';

/** A question without an answer, and what hangs on it. */
export interface OpenQuestion<R> {
  readonly fact: string;
  readonly requirements: readonly R[];
}

/**
 * Open requirements under the questions that decide them, in the order of the questions; what hangs on several stands
 * under the first of them alone, as that one is answered first.
 */
export function byOpenQuestion<R extends Pick<Requirement, 'facts'>>(
  open: readonly R[],
  questions: readonly string[],
): readonly OpenQuestion<R>[] {
  const placeOf = (fact: string): number => {
    const place = questions.indexOf(fact);
    return place === -1 ? questions.length : place;
  };
  const found = new Map<string, R[]>();
  for (const one of open) {
    const [first] = (one.facts ?? []).toSorted((a, b) => placeOf(a) - placeOf(b));
    if (first === undefined) continue;
    found.set(first, [...(found.get(first) ?? []), one]);
  }
  return [...found]
    .map(([fact, requirements]) => ({ fact, requirements }))
    .toSorted((a, b) => placeOf(a.fact) - placeOf(b.fact));
}
