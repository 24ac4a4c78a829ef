import { Button } from 'antd';
import { useState } from 'react';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';

/** Saves what is waiting and has everything judged anew. */
export function CheckAgain() {
  const t = useText('review');
  const session = useSession();
  const { report, reportError } = useSessionState();
  /** What was known when it was asked: anything newer is the answer. */
  const [asked, setAsked] = useState<{ readonly report: unknown; readonly error: unknown } | null>(null);
  const isChecking = asked !== null && asked.report === report && asked.error === reportError;
  const check = async (): Promise<void> => {
    setAsked({ report, error: reportError });
    await session.flush();
    session.refreshReport();
  };
  return (
    <Button loading={isChecking} onClick={() => void check()}>
      {t('checkAgain')}
    </Button>
  );
}
