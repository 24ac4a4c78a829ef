import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
} from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { DossierSummary } from '../../main/contract/dossier-summary.ts';
import { useLanguage } from '../shell/language-context.tsx';
import { useText } from '../text/use-text.ts';
import { cardAfterKey } from './card-moves.ts';
import { DossierCard, type CardActions } from './dossier-card.tsx';
import { rememberedView, rememberScroll } from './remembered-view.ts';
import { useNow } from './use-now.ts';

const cardHeightPx = 284;
const gapPx = 20;
const leastCardWidthPx = 300;

/** Lets the page put the focus on a card, in sight or not. */
export interface CardFocus {
  focusCard(index: number): void;
}

interface DossierListProps {
  readonly dossiers: readonly DossierSummary[];
  readonly platforms: MethodOutput<'rulebook.platforms'>['platforms'];
  readonly actions: CardActions;
  readonly ref: Ref<CardFocus>;
}

/**
 * Cards of which only those in sight are drawn, and the one with the focus. Screen readers hear how many there are; arrow keys, Home
 * and End lead from card to card.
 */
export function DossierList({ dossiers, platforms, actions, ref }: DossierListProps) {
  const t = useText('home');
  const { language } = useLanguage();
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  const [columns, setColumns] = useState(1);
  const [topPx, setTopPx] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const wanted = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => {
      setColumns(Math.max(1, Math.floor((element.clientWidth + gapPx) / (leastCardWidthPx + gapPx))));
      setTopPx(element.getBoundingClientRect().top + window.scrollY);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // What stands above the list may grow too.
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  const focusedRow = focused === null ? null : Math.floor(focused / columns);
  const rowCount = Math.ceil(dossiers.length / columns);
  // The list is drawn anew with every scroll on purpose: it is not to be memoized.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useWindowVirtualizer({
    count: rowCount,
    estimateSize: () => cardHeightPx,
    gap: gapPx,
    overscan: 3,
    // Frames of a scroll need not wait for the cards: three rows beyond what is seen are there.
    useFlushSync: false,
    scrollMargin: topPx,
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range);
        // The card with the focus stays, however far it was scrolled away.
        const isOut = focusedRow !== null && focusedRow < range.count && !seen.includes(focusedRow);
        return isOut ? [...seen, focusedRow].toSorted((a, b) => a - b) : seen;
      },
      [focusedRow],
    ),
  });

  useEffect(() => {
    // Once the cards are there the page is as long as it was when it was left.
    window.scrollTo({ top: rememberedView().scrollPx });
    const remember = (): void => rememberScroll(window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, []);

  const focusCard = useCallback(
    (index: number) => {
      setFocused(index);
      wanted.current = index;
      rows.scrollToIndex(Math.floor(index / columns), { align: 'auto' });
    },
    [rows, columns],
  );
  useImperativeHandle(ref, () => ({ focusCard }), [focusCard]);
  useEffect(() => {
    if (wanted.current === null) return;
    const link = list.current?.querySelector<HTMLElement>(`[aria-posinset="${wanted.current + 1}"] h2 a`);
    if (link === null || link === undefined) return;
    link.focus();
    wanted.current = null;
  });

  const move = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || focused === null) return;
    // Within a card only its title leads on, so that keys on buttons keep their meaning.
    if (!(event.target instanceof HTMLAnchorElement)) return;
    const next = cardAfterKey(event.key, focused, columns, dossiers.length);
    if (next === null) return;
    event.preventDefault();
    focusCard(next);
  };
  const style: CSSProperties & Readonly<Record<`--${string}`, number>> = {
    height: rows.getTotalSize(),
    '--columns': columns,
  };
  return (
    <ul
      ref={list}
      className="dossier-cards"
      aria-label={t('list.label')}
      style={style}
      onKeyDown={move}
      onBlur={() => setFocused(null)}
    >
      {rows
        .getVirtualItems()
        .flatMap((row) =>
          dossiers
            .slice(row.index * columns, (row.index + 1) * columns)
            .map((summary, column) => (
              <DossierCard
                key={summary.dossier}
                summary={summary}
                platforms={platforms}
                actions={actions}
                now={now}
                t={t}
                language={language}
                index={row.index * columns + column}
                count={dossiers.length}
                column={column}
                topPx={row.start - topPx}
                onFocus={setFocused}
              />
            )),
        )}
    </ul>
  );
}
