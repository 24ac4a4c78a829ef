import { Button } from 'antd';
import { useText } from '../text/use-text.ts';
import { useSession, useSessionState } from './session-context.tsx';

/** Says whether what is on the screen is saved; a failed save can be tried at once. */
export function SaveIndicator() {
  const t = useText('dossier');
  const session = useSession();
  const { saving } = useSessionState();
  const words =
    saving.kind === 'failed'
      ? t(`save.failed.${saving.reason}`, { message: saving.message })
      : t(`save.${saving.kind}`);
  return (
    <div className={`save-indicator save-indicator-${saving.kind}`}>
      <span role="status">
        {words}
        {saving.kind === 'failed' && saving.hint !== '' ? ` ${saving.hint}` : ''}
      </span>
      {saving.kind === 'failed' ? (
        <Button size="small" onClick={() => void session.flush()}>
          {t('save.retry')}
        </Button>
      ) : null}
    </div>
  );
}
