import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { DossierRetention, Erasure } from '../../main/contract/retention.ts';
import { useClient } from '../client/client-context.tsx';
import { DialogBody } from '../components/dialog-body.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { byteSize } from '../steps/files/byte-size.ts';
import { useText } from '../text/use-text.ts';

interface EraseDialogProps {
  readonly title: string;
  readonly retention: DossierRetention;
  /** Null when nothing was erased. */
  readonly onClose: (erasure: Erasure | null) => void;
}

/** Names every file that would go, and erases them only when that is confirmed. */
export function EraseDialog({ title, retention, onClose }: EraseDialogProps) {
  const t = useText('data');
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const { dossier, papers, historyTexts } = retention;
  const erase = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onClose(await client.call('retention.erase', { dossier }));
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('erase.title')}
      width={680}
      onCancel={() => onClose(null)}
      footer={
        <div className="row data-dialog-actions">
          <Button onClick={() => onClose(null)}>{t('erase.cancel')}</Button>
          <Button danger type="primary" loading={isBusy} onClick={() => void erase()}>
            {t('erase.confirm', { count: papers.length })}
          </Button>
        </div>
      }
    >
      <DialogBody label={t('erase.title')}>
        <p>{t('erase.lead', { title })}</p>
        <ul className="data-files">
          {papers.map(({ path, kind, sizeBytes }) => (
            <li key={path}>
              <span className="break">{path}</span>
              <span className="small faint data-nowrap">
                {t(`kind.${kind}`)} · {byteSize(sizeBytes)}
              </span>
            </li>
          ))}
        </ul>
        {historyTexts === 0 ? null : <p>{t('erase.history', { count: historyTexts })}</p>}
        <p className="small soft">{t('erase.stays')}</p>
        {error === null ? null : <FailureNotice error={error} />}
      </DialogBody>
    </Modal>
  );
}
