import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import './stale-mark.css';

/** Says on a dossier's card that the rulebook changed since it was last exported or printed; nothing otherwise. */
export function StaleMark({ dossier }: { readonly dossier: string }) {
  const t = useText('history');
  const { data } = useAnswer('history.stale', { dossier });
  const stale = data?.dossier ?? null;
  if (stale === null) return null;
  const count = stale.concerning.length;
  return <p className="stale-mark small">{count === 0 ? t('staleMark') : t('staleMarkMore', { count })}</p>;
}
