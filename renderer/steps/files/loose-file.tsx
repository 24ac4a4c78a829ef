import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import type { DossierFile } from '../../../main/contract/open-dossier.ts';
import type { FileInspection, SuggestedPlace } from '../../../main/contract/files.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { FileThumbnail } from './file-thumbnail.tsx';
import { measuresOf } from './measures.ts';
import { nameOfPath, type Slot } from './slot.ts';

const reasons = { code: 'byCode', name: 'byName', print: 'byPrint', size: 'bySize' } as const;

interface LooseFileProps {
  readonly file: DossierFile;
  readonly slots: readonly Slot[];
  readonly suggested: SuggestedPlace | undefined;
  readonly inspection: FileInspection | undefined;
  readonly onPlace: (field: string) => void;
}

/** A file that is in no place: where it seems to belong and why, any other place, and a way to delete it. */
export function LooseFile({ file, slots, suggested, inspection, onPlace }: LooseFileProps) {
  const t = useText('files');
  const session = useSession();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [error, setError] = useState<Error | null>(null);
  const name = nameOfPath(file.path);
  const field = chosen ?? suggested?.field;
  const title = slots.find((slot) => slot.field === suggested?.field)?.title;

  const discard = async (): Promise<void> => {
    try {
      await session.perform('files.remove', { dossier: session.id, path: file.path });
      document.getElementById('any-files')?.focus();
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    }
  };

  return (
    <li className="file-row">
      <FileThumbnail path={file.path} inspection={inspection} />
      <div className="file-row-body">
        <p className="file-row-name break">{name}</p>
        {inspection === undefined ? null : (
          <p className="small soft">{measuresOf(inspection, t).join(' · ')}</p>
        )}
        {suggested === undefined || title === undefined || chosen !== undefined ? null : (
          <p className="small">{t(reasons[suggested.because], { title })}</p>
        )}
        {error === null ? null : <FailureNotice error={error} />}
        <div className="row">
          <Select
            className="unused-select"
            aria-label={t('unusedAssignOf', { name })}
            placeholder={t('unusedChoose')}
            value={field ?? null}
            onChange={(next: string | null) => setChosen(next ?? undefined)}
            options={slots.map((slot) => ({ value: slot.field, label: slot.title }))}
          />
          <Button
            disabled={field === undefined}
            aria-label={t('unusedPutOf', { name })}
            onClick={() => (field === undefined ? undefined : onPlace(field))}
          >
            {t('unusedPut')}
          </Button>
        </div>
      </div>
      <div className="file-row-actions">
        <Popconfirm
          title={t('unusedDeleteAsk', { name })}
          description={t('unusedDeleteNote')}
          okText={t('deleteYes')}
          cancelText={t('deleteNo')}
          onConfirm={() => void discard()}
        >
          <Button size="small" aria-label={t('unusedDeleteOf', { name })}>
            {t('unusedDelete')}
          </Button>
        </Popconfirm>
      </div>
    </li>
  );
}
