import { useRef, useState } from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { ClauseSummary } from '../../main/contract/clauses.ts';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useUndoNotice } from '../components/undo-notice.tsx';
import { useWork } from '../components/use-work.ts';
import { hrefOf } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { TemplateFaults } from './template-faults.tsx';
import { TemplateText, type TemplateTextHandle } from './template-text.tsx';
import { usePausedAnswer } from './use-paused-answer.ts';
import { VersionBar } from './version-bar.tsx';
import { versionToWrite, withVersion } from './version-line.ts';

interface ClauseEditorProps {
  readonly read: MethodOutput<'clauses.read'>;
  readonly users: ClauseSummary['letters'];
  readonly versions: ClauseSummary['versions'];
  /** What is being written and not saved; null where nothing was changed. */
  readonly draft: string | null;
  readonly onWrite: (text: string | null) => void;
  readonly onReadFrom: (version: string) => void;
  readonly onSaved: () => void;
}

/** The words of a shared clause being written, its faults, and the letters that would follow; a new version in the end. */
export function ClauseEditor({
  read,
  users,
  versions,
  draft,
  onWrite,
  onReadFrom,
  onSaved,
}: ClauseEditorProps) {
  const t = useText('templates');
  const client = useClient();
  const tellUndo = useUndoNotice();
  const text = draft ?? read.text;
  const area = useRef<TemplateTextHandle>(null);
  const [typedVersion, setTypedVersion] = useState<string | null>(null);
  const version = typedVersion ?? versionToWrite(text, versions);
  const [saved, setSaved] = useState<string | null>(null);
  const work = useWork();
  const isChanged = draft !== null && draft !== read.text;
  // As it would be saved: a version that is there already is no fault of the words.
  const looked = usePausedAnswer('clauses.check', {
    text: isChanged ? withVersion(text, version.trim()) : text,
    fileName: read.fileName,
  });
  const faults = looked.data?.faults ?? [];

  const save = (): Promise<void> =>
    work.run(async ({ signal }) => {
      setSaved(null);
      const ref = await client.call('clauses.save', { text: withVersion(text, version.trim()) }, { signal });
      setTypedVersion(null);
      setSaved(ref.version);
      onSaved();
    });
  const discard = (): void => {
    const before = draft;
    onWrite(null);
    tellUndo({ message: t('edit.discarded'), undo: () => onWrite(before) });
  };
  return (
    <div className="template-desk">
      <div className="template-write">
        <VersionBar
          read={read}
          versions={versions}
          version={version}
          isChanged={isChanged}
          canSave={looked.isCurrent && faults.length === 0 && work.progress === null}
          saved={saved}
          lead={t('clauses.lead')}
          onFrom={onReadFrom}
          onVersion={setTypedVersion}
          onSave={() => void save()}
          onDiscard={discard}
        />
        {work.error === null ? null : <FailureNotice error={work.error} />}
        {looked.error === null ? null : <FailureNotice error={looked.error} />}
        <TemplateFaults
          faults={faults}
          isCurrent={looked.isCurrent}
          onGo={(line) => area.current?.goTo(line)}
        />
        <div className="template-scroll clause-scroll">
          <TemplateText
            ref={area}
            value={text}
            faults={faults}
            label={t('clauses.text')}
            describedBy="template-faults"
            onChange={onWrite}
          />
        </div>
      </div>
      <section className="template-side stack-tight" aria-labelledby="clause-users">
        <h2 id="clause-users">{t('clauses.users', { count: users.length })}</h2>
        <p className="small soft">{t('clauses.usersLead')}</p>
        <ul className="stack-tight">
          {users.map(({ letter, title }) => (
            <li key={letter}>
              <a href={hrefOf({ page: 'templates', letter })}>{title}</a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
