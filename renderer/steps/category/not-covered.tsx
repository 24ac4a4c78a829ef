import { useText } from '../../text/use-text.ts';

/** Says beside a choice why it cannot be made: this version's rules do not cover it. */
export function NotCovered() {
  const t = useText('category');
  return (
    <span className="not-covered" title={t('notCovered')}>
      {t('notCovered.short')}
    </span>
  );
}
