import { Button, Progress as Bar } from 'antd';
import type { Progress } from '../../main/contract/api.ts';
import { useText } from '../text/use-text.ts';
import './work-progress.css';

interface WorkProgressProps {
  /** Null while nothing was reported yet. */
  readonly progress: Progress | null;
  readonly onCancel?: () => void;
}

/** How far long work has come, and a way to stop it. */
export function WorkProgress({ progress, onCancel }: WorkProgressProps) {
  const t = useText('parts');
  const total = progress?.total ?? 0;
  const percent = total > 0 ? Math.min(100, Math.round(((progress?.done ?? 0) / total) * 100)) : 0;
  const label = progress === null || progress.label === '' ? t('drop.busy') : progress.label;
  return (
    <div className="work-progress">
      <div className="grow">
        <p className="small break" aria-live="polite">
          {label}
        </p>
        <Bar percent={percent} showInfo={false} size="small" aria-label={label} />
      </div>
      {onCancel === undefined ? null : <Button onClick={onCancel}>{t('progress.cancel')}</Button>}
    </div>
  );
}
