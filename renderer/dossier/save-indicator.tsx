import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useShortcut } from '../shell/shortcut-stack.ts';
import { useText } from '../text/use-text.ts';
import { useSession, useSessionState } from './session-context.tsx';

/** How long it is said that a save which was asked for is done. */
const confirmedMs = 4000;

/** Says whether what is on the screen is saved; a failed save can be tried at once. */
export function SaveIndicator() {
  const t = useText('dossier');
  const session = useSession();
  const { saving } = useSessionState();
  const [isConfirmed, setConfirmed] = useState(false);
  useShortcut(
    'save',
    () => {
      void session.flush().then(() => setConfirmed(true));
    },
    { worksInDialogs: true },
  );
  useEffect(() => {
    if (!isConfirmed) return undefined;
    const timer = window.setTimeout(() => setConfirmed(false), confirmedMs);
    return () => window.clearTimeout(timer);
  }, [isConfirmed]);
  const words =
    isConfirmed && saving.kind === 'saved'
      ? t('save.confirmed')
      : saving.kind === 'failed'
        ? t(`save.failed.${saving.reason}`, { message: saving.message })
        : t(`save.${saving.kind}`);
  return (
    <div
      className={`save-indicator save-indicator-${saving.kind}${isConfirmed ? ' save-indicator-confirmed' : ''}`}
    >
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
