import { useEffect, useState } from 'react';
import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import './stale-mark.css';

/** In milliseconds: a card that is scrolled past is not asked about. */
const pauseMs = 250;

/** Says on a dossier's card that the rulebook changed since it was last exported or printed; nothing otherwise. */
export function StaleMark({ dossier }: { readonly dossier: string }) {
  const t = useText('history');
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setStill(true), pauseMs);
    return () => window.clearTimeout(timer);
  }, []);
  const { data } = useAnswer('history.stale', isStill ? { dossier } : null);
  const stale = data?.dossier ?? null;
  if (stale === null) return null;
  const count = stale.concerning.length;
  return <p className="stale-mark small">{count === 0 ? t('staleMark') : t('staleMarkMore', { count })}</p>;
}
