import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import type { DossierFile } from '../../../main/contract/api.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { FileThumbnail } from './file-thumbnail.tsx';
import { measuresOf } from './measures.ts';
import { editOf, filesOf, holdsSeveral, nameOfPath, suggestSlot, type Slot } from './slot.ts';
import type { Inspections } from './use-inspections.ts';

interface UnusedFilesProps {
  readonly files: readonly DossierFile[];
  readonly slots: readonly Slot[];
  readonly inspections: Inspections;
}

/** Files of the dossier that are in no place: each can be put somewhere, or deleted. */
export function UnusedFiles({ files, slots, inspections }: UnusedFilesProps) {
  const t = useText('files');
  if (files.length === 0) return null;
  return (
    <section className="files-section" aria-labelledby="files-unused">
      <h2 id="files-unused">{t('unusedTitle')}</h2>
      <p className="soft">{t('unusedLead')}</p>
      <ul className="file-list files-card">
        {files.map((file) => (
          <UnusedFile key={file.path} file={file} slots={slots} inspections={inspections} />
        ))}
      </ul>
    </section>
  );
}

interface UnusedFileProps {
  readonly file: DossierFile;
  readonly slots: readonly Slot[];
  readonly inspections: Inspections;
}

function UnusedFile({ file, slots, inspections }: UnusedFileProps) {
  const t = useText('files');
  const session = useSession();
  const { data } = useSessionState();
  const suggested = suggestSlot(file.path, slots);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [error, setError] = useState<Error | null>(null);
  const name = nameOfPath(file.path);
  const inspection = inspections.byPath.get(file.path);
  const field = chosen ?? suggested?.field;

  const put = (): void => {
    if (field === undefined) return;
    const held = filesOf(data.document, field);
    const { path, value } = editOf(field, holdsSeveral(field) ? [...held, file.path] : [file.path]);
    session.edit(path, value);
    void session.flush();
  };
  const discard = async (): Promise<void> => {
    try {
      await session.perform('files.remove', { dossier: session.id, path: file.path });
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
        {suggested === undefined || chosen !== undefined ? null : (
          <p className="small">{t('unusedSuggested', { title: suggested.title })}</p>
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
          <Button disabled={field === undefined} aria-label={t('unusedPutOf', { name })} onClick={put}>
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
