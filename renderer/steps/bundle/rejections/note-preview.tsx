import { Button } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useSession } from '../../../dossier/session-context.tsx';
import { useAnswer } from '../../../dossier/use-answer.ts';
import { useText } from '../../../text/use-text.ts';

/** The resubmission note as the next export would write it, to read and to paste. `exports` counts what was exported here. */
export function NotePreview({ exports }: { readonly exports: number }) {
  const t = useText('history');
  const session = useSession();
  const [isShown, setShown] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const answer = useAnswer('rejections.note', isShown ? { dossier: session.id } : null, [exports]);
  const text = (answer.data?.text ?? '').replace('\ufeff', '');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <div className="stack-tight">
      <div className="row">
        <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'hideNote' : 'showNote')}
        </Button>
        {isShown && text !== '' ? (
          <Button onClick={() => void copy()}>{t(copied === text ? 'copied' : 'copyNote')}</Button>
        ) : null}
      </div>
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {isShown && text !== '' ? (
        <>
          <p className="small soft">{t('noteLead')}</p>
          <pre className="note-preview" tabIndex={0}>
            {text}
          </pre>
        </>
      ) : null}
    </div>
  );
}
