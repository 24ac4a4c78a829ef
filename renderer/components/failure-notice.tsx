import { Button } from 'antd';
import { CallBug, CallCancelled, CallFailure, ConnectionLost } from '../client/call-error.ts';
import { useText, type Say } from '../text/use-text.ts';
import './failure-notice.css';

/** What to tell the user about an error: what was found, and what to do. */
export function wordsOf(error: Error, t: Say<'parts'>): { readonly message: string; readonly hint: string } {
  if (error instanceof CallFailure) return { message: error.message, hint: error.hint };
  if (error instanceof CallBug) return { message: t('failure.bug', { id: error.id }), hint: '' };
  if (error instanceof CallCancelled) return { message: t('failure.cancelled'), hint: '' };
  if (error instanceof ConnectionLost) {
    return { message: t(error.isRefused ? 'failure.refused' : 'failure.lost'), hint: '' };
  }
  return { message: error.message, hint: '' };
}

interface FailureNoticeProps {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** Says that a request could not be served, why, and what to do; announced to screen readers. */
export function FailureNotice({ error, onRetry }: FailureNoticeProps) {
  const t = useText('parts');
  const { message, hint } = wordsOf(error, t);
  return (
    <div className="failure-notice" role="alert">
      <p className="failure-notice-title">{t('failure.title')}</p>
      <p className="failure-notice-message">{message}</p>
      {hint === '' ? null : <p className="soft">{hint}</p>}
      {onRetry === undefined ? null : (
        <Button className="failure-notice-retry" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </div>
  );
}
