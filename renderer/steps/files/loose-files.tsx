import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { DossierFile } from '../../../main/contract/open-dossier.ts';
import type { FieldEdit } from '../../../main/contract/dossier.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useLongAnswer } from '../../dossier/use-long-answer.ts';
import { useText } from '../../text/use-text.ts';
import { ImportZone } from './import-zone.tsx';
import { LooseFile } from './loose-file.tsx';
import { placingEdits, unplacingEdits } from './placing.ts';
import type { Slot } from './slot.ts';
import { useFirstFiles } from './use-first-files.ts';
import type { Inspections } from './use-inspections.ts';

interface LooseFilesProps {
  readonly files: readonly DossierFile[];
  readonly slots: readonly Slot[];
  readonly inspections: Inspections;
}

/** One place to drop everything: each file with the slot that it seems to belong to, put there only when a person says so. */
export function LooseFiles({ files, slots, inspections }: LooseFilesProps) {
  const t = useText('files');
  const session = useSession();
  const { data, isCheckStopped } = useSessionState();
  const tellUndo = useUndoNotice();
  const [isStopped, setStopped] = useState(false);
  const { document: shown } = data;
  const answer = useLongAnswer(
    'files.suggestPlaces',
    files.length > 0 && !isStopped && !isCheckStopped ? { dossier: session.id } : null,
    JSON.stringify([files.map(({ path }) => path), shown.documents, shown.app, shown.company]),
  );
  const first = useFirstFiles(useMemo(() => files.map(({ path }) => path), [files]));
  const known = new Set(slots.map(({ field }) => field));
  const suggested = new Map(
    (files.length === 0 ? [] : (answer.data?.places ?? []))
      .filter(({ field }) => known.has(field))
      .map((one) => [one.path, one] as const),
  );
  const toPlace = files.flatMap(({ path }) => suggested.get(path) ?? []);

  const make = (edits: readonly FieldEdit[]): Promise<unknown> => {
    for (const { path, value } of edits) session.edit(path, value);
    return session.flush();
  };
  const place = (placed: readonly { readonly path: string; readonly field: string }[]): void => {
    const before = session.getState().data.document;
    void make(placingEdits(placed, before));
    // The rows are gone: what comes next is the list they stood in.
    document.getElementById('any-files')?.focus();
    tellUndo({
      message: t('placed', { count: placed.length }),
      undo: () => make(unplacingEdits(placed, before, session.getState().data.document)),
    });
  };

  return (
    <section className="files-section" aria-labelledby="files-loose">
      <h2 id="files-loose">{t('looseTitle')}</h2>
      <ImportZone
        field={null}
        label={t('looseDrop')}
        hint={t('looseHint')}
        onStart={() => setStopped(false)}
      />
      {files.length === 0 ? null : (
        <>
          {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
          {answer.isRunning && answer.progress !== null ? (
            <WorkProgress progress={answer.progress} onCancel={() => setStopped(true)} />
          ) : null}
          <div className="row-between">
            <p className="soft">{t('looseLead', { count: files.length })}</p>
            {toPlace.length < 2 ? null : (
              <Button onClick={() => place(toPlace)}>{t('placeAll', { count: toPlace.length })}</Button>
            )}
          </div>
          <ul className="file-list files-card">
            {files.slice(0, first.shown).map((file) => (
              <LooseFile
                key={file.path}
                file={file}
                slots={slots}
                suggested={suggested.get(file.path)}
                inspection={inspections.byPath.get(file.path)}
                onPlace={(field) => place([{ path: file.path, field }])}
              />
            ))}
          </ul>
          <ShowMore
            first={first}
            label={t('showMore', { more: first.more, shown: first.shown, count: files.length })}
          />
        </>
      )}
    </section>
  );
}
