import { useEffect, useLayoutEffect, useReducer, useRef, useState, type RefObject } from 'react';
import { confirmBarHeightPx } from './confirm-bar.tsx';
import { cutScreens, gridHeightPx, type ScreenSpan } from './cut-screens.ts';

/** Left free above and below, with room for what the bar says when something is missing, in px. */
const sparePx = 44;
/** In a window lower than all that stands around them, statements still get so much, in px. */
const leastPx = 200;

interface Cut {
  /** What was cut, and when: anything else is measured anew. */
  readonly of: object;
  readonly occasion: number;
  readonly spans: readonly ScreenSpan[];
  readonly tallestPx: number;
}

/** The screens of one topic. */
export interface StatementScreens {
  readonly listRef: RefObject<HTMLUListElement | null>;
  /** Null while all statements are drawn to be measured, which nobody sees. */
  readonly spans: readonly ScreenSpan[] | null;
  /** The height of the highest screen, so that what stands below stays where it is. */
  readonly tallestPx: number;
}

/** How high a statement is with its explanation folded, in px. */
function foldedHeightPx(item: HTMLElement): number {
  const why = item.querySelector('details[open]');
  if (why === null) return item.offsetHeight;
  const summary = why.querySelector('summary');
  const openPx = why.getBoundingClientRect().height - (summary?.getBoundingClientRect().height ?? 0);
  return item.offsetHeight - openPx;
}

/**
 * Cuts the statements of a topic into screens that fit the window together with the head of the topic, what stands below them and the
 * bar that confirms: by what they measure as they are drawn, anew when the window or the fonts change, or `drawn` is another object.
 */
export function useStatementScreens(drawn: object): StatementScreens {
  const listRef = useRef<HTMLUListElement>(null);
  const [occasion, measureAgain] = useReducer((count: number) => count + 1, 0);
  const [cut, setCut] = useState<Cut | null>(null);
  const isCurrent = cut?.of === drawn && cut.occasion === occasion;

  useLayoutEffect(() => {
    const list = listRef.current;
    const fold = list?.closest<HTMLElement>('.fold');
    if (isCurrent || list === null || fold === undefined || fold === null) return;
    const heights = [...list.querySelectorAll<HTMLElement>('.statement')].map(foldedHeightPx);
    const columns = getComputedStyle(list).gridTemplateColumns.split(' ').length;
    const aroundPx = fold.offsetHeight - list.offsetHeight + confirmBarHeightPx() + sparePx;
    const spans = cutScreens(heights, columns, Math.max(window.innerHeight - aroundPx, leastPx));
    const tallestPx = Math.max(
      0,
      ...spans.map(([start, end]) => gridHeightPx(heights.slice(start, end), columns)),
    );
    setCut({ of: drawn, occasion, spans, tallestPx });
  }, [drawn, occasion, isCurrent]);

  useEffect(() => {
    const list = listRef.current;
    if (list === null) return undefined;
    let widthPx = list.offsetWidth;
    const watcher = new ResizeObserver(() => {
      if (list.offsetWidth === widthPx) return;
      widthPx = list.offsetWidth;
      measureAgain();
    });
    watcher.observe(list);
    window.addEventListener('resize', measureAgain);
    document.fonts.addEventListener('loadingdone', measureAgain);
    return () => {
      watcher.disconnect();
      window.removeEventListener('resize', measureAgain);
      document.fonts.removeEventListener('loadingdone', measureAgain);
    };
  }, []);

  return { listRef, spans: isCurrent ? cut.spans : null, tallestPx: isCurrent ? cut.tallestPx : 0 };
}
