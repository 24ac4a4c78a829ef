import { Button, Modal } from 'antd';
import type { MethodOutput } from '../../main/contract/api.ts';
import { DialogBody } from '../components/dialog-body.tsx';
import { useFocusReturn } from '../components/use-focus-return.ts';
import { useText } from '../text/use-text.ts';

interface ImportResultProps {
  readonly result: MethodOutput<'dossiers.importBundle'>;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Says what of a bundle came back and what did not, file by file, and why; leads to the dossier. */
export function ImportResult({ result, onOpen, onClose }: ImportResultProps) {
  const t = useText('bundle');
  useFocusReturn();
  const { restored, exportedOn, draft, notInBundle, leftOut, notTaken } = result;
  const missing = notInBundle.filter((path) => !leftOut.includes(path));
  const parts = [
    { key: 'importMissing', paths: missing },
    { key: 'importLeftOut', paths: leftOut },
    { key: 'importNotTaken', paths: notTaken },
  ] as const;
  return (
    <Modal
      open
      width={680}
      title={t('importDone')}
      onCancel={onClose}
      closable={{ 'aria-label': t('importClose') }}
      footer={
        <Button type="primary" autoFocus onClick={onOpen}>
          {t('importOpen')}
        </Button>
      }
    >
      <DialogBody label={t('importDone')}>
        <p role="status">
          {t(draft ? 'importRestoredDraft' : 'importRestored', { count: restored, date: exportedOn })}
        </p>
        {notInBundle.length === 0 ? <p>{t('importNothingLacks')}</p> : null}
        {parts.map(({ key, paths }) =>
          paths.length === 0 ? null : (
            <section key={key} className="import-part" aria-label={t(key, { count: paths.length })}>
              <h3>{t(key, { count: paths.length })}</h3>
              <p className="small soft">{t(`${key}Why`)}</p>
              <ul className="small">
                {paths.map((path) => (
                  <li key={path} className="break">
                    {path}
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
        <p className="small soft">{t('importNoHistory')}</p>
      </DialogBody>
    </Modal>
  );
}
