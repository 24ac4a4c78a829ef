import { useRef, useState } from 'react';
import type { MethodOutput } from '../../main/contract/api.ts';
import type { TemplateSummary } from '../../main/contract/templates.ts';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useUndoNotice } from '../components/undo-notice.tsx';
import { useWork } from '../components/use-work.ts';
import { useText } from '../text/use-text.ts';
import { InsertList } from './insert-list.tsx';
import { TemplateFaults } from './template-faults.tsx';
import { TemplatePages } from './template-pages.tsx';
import { TemplateText, type TemplateTextHandle } from './template-text.tsx';
import { useTemplatePreview } from './use-template-preview.ts';
import { VersionBar } from './version-bar.tsx';
import { versionToWrite, withVersion } from './version-line.ts';

interface TemplateEditorProps {
  readonly read: MethodOutput<'templates.read'>;
  readonly versions: TemplateSummary['versions'];
  /** What is being written and not saved; null where nothing was changed. */
  readonly draft: string | null;
  readonly onWrite: (text: string | null) => void;
  readonly onReadFrom: (version: string) => void;
  readonly onSaved: () => void;
}

/** A wording being written, the pages that it makes beside it, its faults below it, and a new version in the end. */
export function TemplateEditor({ read, versions, draft, onWrite, onReadFrom, onSaved }: TemplateEditorProps) {
  const t = useText('templates');
  const client = useClient();
  const tellUndo = useUndoNotice();
  const text = draft ?? read.text;
  const area = useRef<TemplateTextHandle>(null);
  const [page, setPage] = useState(0);
  const [dossier, setDossier] = useState<string | null>(null);
  const [typedVersion, setTypedVersion] = useState<string | null>(null);
  const version = typedVersion ?? versionToWrite(text, versions);
  const [saved, setSaved] = useState<string | null>(null);
  const work = useWork();
  const live = useTemplatePreview({
    text,
    page,
    ...(dossier === null ? (read.sample === undefined ? {} : { sample: read.sample }) : { dossier }),
  });
  const isChanged = draft !== null && draft !== read.text;

  const save = (): Promise<void> =>
    work.run(async ({ signal }) => {
      setSaved(null);
      const ref = await client.call(
        'templates.save',
        {
          text: withVersion(text, version.trim()),
          ...(read.sample === undefined ? {} : { sample: read.sample }),
        },
        { signal },
      );
      setTypedVersion(null);
      setSaved(ref.version);
      onSaved();
    });
  const discard = (): void => {
    const before = draft;
    onWrite(null);
    tellUndo({ message: t('edit.discarded'), undo: () => onWrite(before) });
  };
  const pick = (field: string): void => {
    const lines = text.split('\n');
    const asked = field.replace(/^letters\.[^.]+\.(fields\.)?/, 'letter.');
    const line = lines.findIndex((one) => one.includes(`{{ ${asked}`) || one.includes(`{{${asked}`));
    if (line >= 0) area.current?.goTo(line + 1);
  };
  return (
    <div className="template-desk">
      <div className="template-write">
        <VersionBar
          read={read}
          versions={versions}
          version={version}
          isChanged={isChanged}
          canSave={live.faults.length === 0 && work.progress === null}
          saved={saved}
          lead={t('edit.lead')}
          onFrom={onReadFrom}
          onVersion={setTypedVersion}
          onSave={() => void save()}
          onDiscard={discard}
        />
        {work.error === null ? null : <FailureNotice error={work.error} />}
        <TemplateFaults
          faults={live.faults}
          isCurrent={live.isCurrent}
          onGo={(line) => area.current?.goTo(line)}
        />
        <div className="template-scroll">
          <TemplateText
            ref={area}
            value={text}
            faults={live.faults}
            label={t('edit.text')}
            describedBy="template-faults"
            onChange={onWrite}
          />
        </div>
      </div>
      <div className="template-side">
        <TemplatePages
          live={live}
          page={page}
          onPage={setPage}
          dossier={dossier}
          hasSample={read.sample !== undefined}
          onDossier={setDossier}
          onPick={pick}
        />
        <InsertList
          onInsert={(words) => area.current?.insert(words)}
          onInsertLine={(line) => area.current?.insertLine(line)}
        />
      </div>
    </div>
  );
}
