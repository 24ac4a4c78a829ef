import { useState } from 'react';
import { useText } from '../text/use-text.ts';
import { useExplain } from './explain-panel.tsx';
import './clause-links.css';

interface ClauseLinksProps {
  readonly cites: readonly string[];
  /** How many are shown before the rest is folded away. */
  readonly atMost?: number;
}

/** Clause ids as buttons that open their explanation. */
export function ClauseLinks({ cites, atMost = 3 }: ClauseLinksProps) {
  const t = useText('parts');
  const explain = useExplain();
  const [isWhole, setWhole] = useState(false);
  if (cites.length === 0) return null;
  // Folding away a single one would save nothing.
  const isFolded = !isWhole && cites.length > atMost + 1;
  const shown = isFolded ? cites.slice(0, atMost) : cites;
  return (
    <span className="clause-links">
      <span className="clause-links-label">{t('cites.label')}</span>
      {shown.map((id) => (
        <button
          key={id}
          type="button"
          className="clause-link"
          aria-label={t('cites.explain', { id })}
          onClick={() => explain(id)}
        >
          {id}
        </button>
      ))}
      {isFolded ? (
        <button type="button" className="clause-link clause-link-more" onClick={() => setWhole(true)}>
          {t('cites.more', { count: cites.length - atMost })}
        </button>
      ) : null}
    </span>
  );
}
