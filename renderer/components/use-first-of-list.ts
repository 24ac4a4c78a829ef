import { useState } from 'react';

/** How much of a long list is shown, and a way to show more. */
export interface FirstOfList {
  /** How many are shown. */
  readonly shown: number;
  /** How many more the next step shows; 0 where all are. */
  readonly more: number;
  readonly showMore: () => void;
}

/** The first of a list of `count`: `atFirst`, and `atATime` more each time they are asked for, but `least` in any case. */
export function useFirstOfList(
  count: number,
  {
    atFirst,
    atATime,
    least = 0,
  }: { readonly atFirst: number; readonly atATime: number; readonly least?: number },
): FirstOfList {
  const [asked, setAsked] = useState(atFirst);
  const wanted = Math.max(asked, least);
  // A button for a single one is no shorter than that one.
  const shown = count <= wanted + 1 ? count : wanted;
  return { shown, more: Math.min(atATime, count - shown), showMore: () => setAsked(shown + atATime) };
}
