import { Button } from 'antd';
import { WorkProgress } from '../components/work-progress.tsx';
import { useText } from '../text/use-text.ts';
import { useSession, useSessionState } from './session-context.tsx';
import { useCheckProgress } from './use-check-progress.ts';

/** How far a check that takes long has come, with a way to stop it; once stopped, a way to start it again. */
export function CheckProgress() {
  const t = useText('dossier');
  const session = useSession();
  const { isCheckStopped } = useSessionState();
  const progress = useCheckProgress();
  if (isCheckStopped) {
    return (
      <div className="row-between check-stopped" role="status">
        <p className="soft">{t('checkStopped')}</p>
        <Button onClick={session.refreshReport}>{t('checkOn')}</Button>
      </div>
    );
  }
  return progress === null ? null : <WorkProgress progress={progress} onCancel={session.check.stop} />;
}
