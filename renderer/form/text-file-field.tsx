import { Button } from 'antd';
import { useRef, useState } from 'react';
import { pathOf, valueAt } from '../client/field-path.ts';
import { DropZone } from '../components/drop-zone.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useUndoNotice } from '../components/undo-notice.tsx';
import { useFieldTitle } from '../dossier/field-title.ts';
import { useSession, useSessionState } from '../dossier/session-context.tsx';
import { useText } from '../text/use-text.ts';
import { FieldFrame, partsOfField } from './field-frame.tsx';
import { useFieldFindings } from './field-findings.ts';
import { useFieldNeed } from './field-need.ts';
import './text-file-field.css';

interface TextFileFieldProps {
  readonly field: 'app.privacyPolicy' | 'app.terms';
  readonly hint: string;
}

/** One text file of the dossier: imported by copy into its field; the original stays where it is. */
export function TextFileField({ field, hint }: TextFileFieldProps) {
  const t = useText('form');
  const session = useSession();
  const { data } = useSessionState();
  const titleOf = useFieldTitle();
  const tellUndo = useUndoNotice();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const need = useFieldNeed(field);
  const saved = valueAt(data.document, pathOf(field));
  const path = typeof saved === 'string' ? saved : null;
  const findings = useFieldFindings(path === null ? [field] : [field, path], {
    isFocused: false,
    isChanged: isBusy,
  });
  /** Files are taken in one after the other; the last one stays. */
  const earlier = useRef(Promise.resolve());
  const put = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    setError(null);
    try {
      const grant = await session.client.grantFile(file);
      await session.perform('files.import', { dossier: session.id, file: grant, slot: field });
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    } finally {
      setBusy(false);
    }
  };
  const remove = (): void => {
    session.edit(pathOf(field), null);
    void session.flush();
    tellUndo({
      message: t('file.removed', { name: path ?? '' }),
      undo: () => {
        session.edit(pathOf(field), path);
        return session.flush();
      },
    });
  };
  const label = titleOf(field);
  return (
    <FieldFrame field={`${field}.group`} label={label} need={need} findings={findings} isGroup>
      {path === null ? null : (
        <p className="text-file">
          <span className="break">{path}</span>
          <Button size="small" aria-label={`${t('file.remove')} ${label}`} onClick={remove}>
            {t('file.remove')}
          </Button>
        </p>
      )}
      <DropZone
        id={partsOfField(field).control}
        label={path === null ? label : `${t('file.replace')} · ${label}`}
        hint={hint}
        busy={isBusy}
        onFiles={(files) => {
          earlier.current = earlier.current.then(() => put(files));
        }}
      />
      {error === null ? null : <FailureNotice error={error} />}
    </FieldFrame>
  );
}
