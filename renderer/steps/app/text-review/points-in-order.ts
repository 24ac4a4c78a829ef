import type { PointState, ReviewedItem, ReviewedText } from '../../../../main/contract/text-review.ts';

/** What somebody has something to do about. */
export const isToDo = (state: PointState): boolean =>
  state === 'missing' || state === 'unclear' || state === 'open' || state === 'not-checked';

/** How many points of a text stand how; advice that no clause asks for is not counted. */
export function countPoints({
  items,
}: ReviewedText): Readonly<Record<'found' | 'missing' | 'unclear' | 'open', number>> {
  const asked = items.flatMap(({ points }) => points).filter(({ advice }) => !advice);
  const count = (wanted: PointState): number => asked.filter(({ state }) => state === wanted).length;
  return {
    found: count('found'),
    missing: count('missing'),
    unclear: count('unclear'),
    open: count('open'),
  };
}

/** The items with something to do, each with only those points; an item's own findings keep it. */
export const itemsToDo = (items: readonly ReviewedItem[]): readonly ReviewedItem[] =>
  items
    .map((item) => ({ ...item, points: item.points.filter(({ state }) => isToDo(state)) }))
    .filter(({ points, findings }) => points.length > 0 || findings.length > 0);
