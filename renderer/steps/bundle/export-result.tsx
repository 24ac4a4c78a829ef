import { Button } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useSession, useSavedRevision } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { byteSize } from '../files/byte-size.ts';
import type { Exported } from './use-export.ts';
import { VerificationView } from './verification-view.tsx';

/** What was written: name, size, fingerprint, and how it verified. */
export function ExportResult({ exported }: { readonly exported: Exported }) {
  const t = useText('bundle');
  const ofHistory = useText('history');
  const session = useSession();
  const revision = useSavedRevision();
  const { result, verification, verificationError } = exported;
  const { artifact, fileName, fingerprint } = result;
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(fingerprint);
    setCopied(true);
  };
  return (
    <div className="export-result" role="status">
      <h3>{t(result.draft ? 'resultTitleDraft' : 'resultTitle')}</h3>
      <p>
        {artifact === undefined ? t('resultSaved', { name: fileName }) : t('resultDownloaded')}{' '}
        {artifact === undefined ? null : (
          <a href={session.client.bridge.artifactUrl(artifact, true)} download={fileName}>
            {t('downloadAgain')}
          </a>
        )}
      </p>
      <dl className="export-facts">
        <dt>{t('fileName')}</dt>
        <dd className="break">{fileName}</dd>
        <dt>{t('size')}</dt>
        <dd>{byteSize(result.sizeBytes)}</dd>
        <dt>{t('fileCount')}</dt>
        <dd>{result.files}</dd>
        <dt>{t('fingerprint')}</dt>
        <dd className="row">
          <code className="break">{fingerprint}</code>
          <Button size="small" aria-label={t('copyFingerprint')} onClick={() => void copy()}>
            {t(isCopied ? 'copied' : 'copy')}
          </Button>
        </dd>
      </dl>
      {result.resubmission === true ? <p>{ofHistory('resubmissionIn')}</p> : null}
      {result.notKept === undefined ? null : (
        <p className="export-stale">{ofHistory('notKept', { why: result.notKept })}</p>
      )}
      {revision === exported.revision ? null : <p className="export-stale">{t('stale')}</p>}
      {verification === null ? null : (
        <>
          <p className="soft">{t('verifyAuto')}</p>
          <VerificationView verification={verification} />
        </>
      )}
      {verificationError === null ? null : <FailureNotice error={verificationError} />}
    </div>
  );
}
