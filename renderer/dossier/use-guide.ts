import { useState } from 'react';
import { useMatches } from '../components/use-matches.ts';
import type { Step } from '../shell/routes.ts';

const storageKey = 'yinqi.guide';
/** Beside the step where there is room for three columns, else in a drawer over it. */
const isWideQuery = '(min-width: 1200px)';
/** Room enough that nobody has to ask for it. */
const isRoomyQuery = '(min-width: 1440px)';

/** Steps that keep the place beside them for a list of their own. */
const stepsWithAside: readonly Step[] = ['category'];

function remembered(): boolean {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === null ? window.matchMedia(isRoomyQuery).matches : kept === 'open';
  } catch {
    // A page without storage begins each time as the window allows.
    return window.matchMedia(isRoomyQuery).matches;
  }
}

/** Whether the guide is open, and whether it stands beside the step. */
export interface Guide {
  readonly isOpen: boolean;
  readonly isBeside: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

/** The guide: beside the step it stays as it was left, over it (in a drawer) it opens only when asked for. */
export function useGuide(step: Step): Guide {
  const isWide = useMatches(isWideQuery);
  const isBeside = isWide && !stepsWithAside.includes(step);
  const [isWanted, setWanted] = useState(remembered);
  const [isDrawn, setDrawn] = useState(false);
  // A drawer does not come back when the window is made small again, nor from one step in another.
  if (isBeside && isDrawn) setDrawn(false);
  return {
    isBeside,
    isOpen: isBeside ? isWanted : isDrawn,
    setOpen(isOpen) {
      if (!isBeside) {
        setDrawn(isOpen);
        return;
      }
      setWanted(isOpen);
      try {
        localStorage.setItem(storageKey, isOpen ? 'open' : 'closed');
      } catch {
        // Without storage the choice holds until the page is closed.
      }
    },
  };
}
