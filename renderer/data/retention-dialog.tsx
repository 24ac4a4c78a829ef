import { Button, Checkbox, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import type { FieldEdit, RetainedKind } from '../../main/contract/dossier.ts';
import type { DossierRetention } from '../../main/contract/retention.ts';
import { useClient } from '../client/client-context.tsx';
import { DialogBody } from '../components/dialog-body.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { DateField } from '../form/date-field.tsx';
import { useText } from '../text/use-text.ts';

interface RetentionDialogProps {
  readonly dossier: string;
  readonly title: string;
  readonly retention: DossierRetention | null;
  readonly onClose: (isChanged: boolean) => void;
}

const kinds = ['id-copies', 'scans'] as const;

/** Records the day of acceptance and sets what is erased how long after it. */
export function RetentionDialog({ dossier, title, retention, onClose }: RetentionDialogProps) {
  const t = useText('data');
  const client = useClient();
  const id = useId();
  const [acceptedOn, setAcceptedOn] = useState(retention?.acceptedOn ?? '');
  const [days, setDays] = useState(String(retention?.setting?.days ?? 30));
  const [what, setWhat] = useState<readonly RetainedKind[]>(retention?.setting?.what ?? ['id-copies']);
  const [when, setWhen] = useState(retention?.setting?.when ?? 'on-confirmation');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const isFit = what.length > 0 && /^\d{1,5}$/.test(days) && Number(days) <= 36_500;

  const save = async (setting: object | null): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { revision } = await client.call('dossiers.open', { dossier });
      const edits: FieldEdit[] = [
        { path: ['acceptance'], value: acceptedOn === '' ? null : { on: acceptedOn } },
        { path: ['retention'], value: setting },
      ];
      await client.call('dossiers.edit', { dossier, baseRevision: revision, edits });
      onClose(true);
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('set.title', { title })}
      onCancel={() => onClose(false)}
      footer={
        <div className="row data-dialog-actions">
          {(retention?.setting ?? null) === null ? null : (
            <Button disabled={isBusy} onClick={() => void save(null)}>
              {t('set.clear')}
            </Button>
          )}
          <Button onClick={() => onClose(false)}>{t('set.cancel')}</Button>
          <Button
            type="primary"
            loading={isBusy}
            disabled={!isFit}
            onClick={() =>
              void save({ days: Number(days), what: kinds.filter((kind) => what.includes(kind)), when })
            }
          >
            {t('set.save')}
          </Button>
        </div>
      }
    >
      <DialogBody label={t('set.title', { title })}>
        <div className="data-form">
          <label htmlFor={`${id}-on`}>{t('set.accepted')}</label>
          <DateField id={`${id}-on`} value={acceptedOn} onChange={setAcceptedOn} />
          <label htmlFor={`${id}-days`}>{t('set.days')}</label>
          <Input
            id={`${id}-days`}
            inputMode="numeric"
            value={days}
            status={isFit ? '' : 'error'}
            aria-describedby={isFit ? undefined : `${id}-needs`}
            onChange={(event) => setDays(event.target.value.trim())}
          />
          <fieldset>
            <legend>{t('set.what')}</legend>
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                checked={what.includes(kind)}
                onChange={({ target }) =>
                  setWhat(target.checked ? [...what, kind] : what.filter((one) => one !== kind))
                }
              >
                {t(`kind.${kind}`)}
              </Checkbox>
            ))}
          </fieldset>
          <fieldset>
            <legend>{t('set.when')}</legend>
            <Radio.Group
              className="data-radios"
              name={`${id}-when`}
              value={when}
              onChange={({ target }) => setWhen(target.value === 'at-start' ? 'at-start' : 'on-confirmation')}
              options={[
                { value: 'on-confirmation', label: t('set.ask') },
                { value: 'at-start', label: t('set.start') },
              ]}
            />
          </fieldset>
          {isFit ? null : (
            <p id={`${id}-needs`} className="data-fault" role="alert">
              {t('set.needs')}
            </p>
          )}
          {error === null ? null : <FailureNotice error={error} />}
        </div>
      </DialogBody>
    </Modal>
  );
}
