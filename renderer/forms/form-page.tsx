import { Button, Select } from 'antd';
import { useState } from 'react';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useUndoNotice } from '../components/undo-notice.tsx';
import { useWork } from '../components/use-work.ts';
import { useAnswer } from '../dossier/use-answer.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useText } from '../text/use-text.ts';
import { FormDesk } from './form-desk.tsx';
import { FormImport } from './form-import.tsx';
import './form-page.css';

/** The platform's own form of one letter: imported once, its places set once. */
export function FormPage({ letter }: { readonly letter: string }) {
  const t = useText('forms');
  const client = useClient();
  const tellUndo = useUndoNotice();
  const list = useAnswer('forms.list', {});
  const known = list.data?.forms.find((one) => one.letter === letter);
  const versions = known?.versions ?? [];
  const [chosen, setChosen] = useState<number | null>(null);
  const version = chosen ?? known?.inUse ?? versions[0]?.version;
  const open = useAnswer('forms.open', version === undefined ? null : { letter, version });
  const work = useWork();
  const title = known?.title ?? letter;
  usePageTitle(t('title', { title }));
  const reload = (): void => {
    list.reload();
    open.reload();
  };
  const remove = (which: number): Promise<void> =>
    work.run(async () => {
      await client.call('forms.remove', { letter, version: which });
      setChosen(null);
      list.reload();
      tellUndo({
        message: t('version.removed', { version: which }),
        undo: async () => {
          await client.call('forms.restore', { letter, version: which });
          list.reload();
        },
      });
    });
  const importing = (
    <FormImport
      letter={letter}
      hasEarlier={versions.length > 0}
      onImported={(imported) => {
        setChosen(imported);
        list.reload();
      }}
    />
  );
  if (list.error !== null) return <FailureNotice error={list.error} onRetry={list.reload} />;
  if (list.data === null) return <p className="soft">{t('making')}</p>;
  return (
    <>
      <PageHeading
        title={t('title', { title })}
        lead={t('lead')}
        actions={<Button onClick={() => window.history.back()}>{t('goBack')}</Button>}
      />
      <div className="stack-wide">
        {versions.length === 0 ? (
          importing
        ) : (
          <details>
            <summary>{t('import.newer')}</summary>
            <div className="form-import">{importing}</div>
          </details>
        )}
        {version === undefined ? null : (
          <div className="row">
            <label htmlFor="form-version">{t('version.label')}</label>
            <Select
              id="form-version"
              className="form-version"
              value={version}
              onChange={setChosen}
              options={versions.map((one) => ({
                value: one.version,
                label: t(one.version === known?.inUse ? 'version.inUse' : 'version.other', {
                  version: one.version,
                  name: one.fileName,
                  date: one.importedOn,
                }),
              }))}
            />
            <Button disabled={work.progress !== null} onClick={() => void remove(version)}>
              {t('version.remove')}
            </Button>
          </div>
        )}
        {work.error === null ? null : <FailureNotice error={work.error} />}
        {open.error === null ? null : <FailureNotice error={open.error} onRetry={open.reload} />}
        {open.data === null || open.data.version !== version ? null : (
          <>
            {open.data.faults.map((fault) => (
              <p key={fault} className="letter-fault">
                {fault}
              </p>
            ))}
            <FormDesk key={`${version} ${open.data.revision}`} open={open.data} onSaved={reload} />
          </>
        )}
      </div>
    </>
  );
}
