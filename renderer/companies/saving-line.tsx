import { FailureNotice } from '../components/failure-notice.tsx';
import { useText } from '../text/use-text.ts';
import type { DraftSaving } from './kept-draft.ts';

interface SavingLineProps {
  readonly saving: DraftSaving;
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** Whether what was typed is saved; why not, when it is not. */
export function SavingLine({ saving, error, onRetry }: SavingLineProps) {
  const t = useText('companies');
  return (
    <>
      <p className="faint small saving-line" role="status">
        {t(`saved.${saving}`)}
      </p>
      {error === null ? null : <FailureNotice error={error} onRetry={onRetry} />}
    </>
  );
}
