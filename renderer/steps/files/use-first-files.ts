import { useState } from 'react';
import { useRoute } from '../../shell/routes.ts';

/** So many rows of files are drawn at first, and each time more are asked for: each has a picture, findings and buttons of its own. */
const atATime = 20;

/** How many of a list's files are shown, the one that the address names among them, and a way to show more. */
export function useFirstFiles(paths: readonly string[]): {
  readonly count: number;
  /** How many more the next step shows; 0 where all are. */
  readonly more: number;
  readonly showMore: () => void;
} {
  const [asked, setAsked] = useState(atATime);
  const route = useRoute();
  const focus = route.page === 'dossier' ? route.focus : undefined;
  const wanted = Math.max(asked, focus === undefined ? 0 : paths.indexOf(focus) + 1);
  // A button for one row is no shorter than the row.
  const count = paths.length <= wanted + 1 ? paths.length : wanted;
  return {
    count,
    more: Math.min(atATime, paths.length - count),
    showMore: () => setAsked(count + atATime),
  };
}
