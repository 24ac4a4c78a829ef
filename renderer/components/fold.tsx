import type { ReactNode } from 'react';
import './fold.css';

interface FoldProps {
  /** Unique on the page; the button is `fold-<id>`. */
  readonly id: string;
  readonly title: string;
  /** How far it has come, beside the title; read out with it. */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Drawn only while it is open. */
  readonly children: ReactNode;
}

/** A titled panel that opens and folds. While it is open its head stays in sight. */
export function Fold({ id, title, aside, level = 3, isOpen, onToggle, children }: FoldProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={isOpen ? 'fold fold-open' : 'fold'} aria-labelledby={`fold-${id}`}>
      <header className="fold-head">
        <Heading>
          <button
            type="button"
            id={`fold-${id}`}
            className="fold-button"
            aria-expanded={isOpen}
            aria-controls={`fold-${id}-body`}
            aria-describedby={aside === undefined ? undefined : `fold-${id}-aside`}
            onClick={onToggle}
          >
            <svg className="fold-sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
              <path d="M5.5 3l5 5-5 5" />
            </svg>
            {title}
          </button>
        </Heading>
        {aside === undefined ? null : (
          <span id={`fold-${id}-aside`} className="fold-aside">
            {aside}
          </span>
        )}
      </header>
      <div id={`fold-${id}-body`} className="fold-body" hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </section>
  );
}

/** Brings the head of a fold to the top of the window and gives it the focus. */
export function showFold(id: string): void {
  // After React has drawn what was just opened and folded.
  requestAnimationFrame(() => {
    const button = document.getElementById(`fold-${id}`);
    const fold = button?.closest('.fold');
    if (fold !== null && fold !== undefined)
      window.scrollTo({ top: window.scrollY + fold.getBoundingClientRect().top - 8 });
    button?.focus({ preventScroll: true });
  });
}

/**
 * Scrolls no further than needed until all of a fold stands above the lowest `coveredPx` of the window, asked for once what was just
 * opened is drawn; its head stays in sight before its end.
 */
export function keepFoldInSight(id: string, coveredPx: () => number): void {
  requestAnimationFrame(() => {
    const fold = document.getElementById(`fold-${id}`)?.closest('.fold');
    if (fold === null || fold === undefined) return;
    const { top, bottom } = fold.getBoundingClientRect();
    const belowPx = bottom + 8 - (window.innerHeight - coveredPx());
    const byPx = Math.min(Math.max(belowPx, 0), top - 8);
    if (top < 0 || byPx > 0) window.scrollBy({ top: top < 0 ? top - 8 : byPx });
  });
}
