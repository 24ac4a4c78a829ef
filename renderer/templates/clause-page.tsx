import { Radio } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useText } from '../text/use-text.ts';
import { ClauseEditor } from './clause-editor.tsx';
import { TemplateCompare } from './template-compare.tsx';
import { keepDraft, keptDraft } from './template-draft.ts';
import './templates.css';

const views = ['edit', 'compare'] as const;
type View = (typeof views)[number];

/** One of the clauses that letters share: written as the team's own, and compared with its other versions. */
export function ClausePage({ clause }: { readonly clause: string }) {
  const t = useText('templates');
  const list = useAnswer('clauses.list', {});
  const summary = list.data?.clauses.find((one) => one.clause === clause);
  const [view, setView] = useState<View>('edit');
  const [from, setFrom] = useState<string | null>(null);
  const answer = useAnswer(
    'clauses.read',
    summary === undefined ? null : { clause, ...(from === null ? {} : { version: from }) },
  );
  const draftName = `clause.${clause}`;
  const [draft, setDraft] = useState<string | null>(() => keptDraft(draftName));
  const write = (text: string | null): void => {
    keepDraft(draftName, text);
    setDraft(text);
  };
  usePageTitle(summary?.title ?? t('clauses.title'));
  const error = list.error ?? answer.error;
  if (list.data !== null && summary === undefined) {
    return (
      <>
        <PageHeading title={t('clauses.unknown')} lead={t('clauses.unknownLead', { clause })} />
        <a href="#/templates">{t('back')}</a>
      </>
    );
  }
  const read = answer.data;
  return (
    <>
      <PageHeading
        title={summary?.title ?? t('clauses.title')}
        lead={
          <>
            <a href="#/templates">{t('back')}</a>
            {summary === undefined ? null : (
              <span className="template-desk-origin">
                {summary.inUse === null
                  ? t('list.unusable')
                  : t(`origin.${summary.inUse.origin}`, { version: summary.inUse.version })}
              </span>
            )}
          </>
        }
        actions={
          <Radio.Group
            aria-label={t('views')}
            value={view}
            optionType="button"
            // Safe: the options are the views.
            onChange={(event) => setView(event.target.value as View)}
            options={views.map((one) => ({ value: one, label: t(`view.${one}`) }))}
          />
        }
      />
      {error === null ? null : (
        <FailureNotice error={error} onRetry={list.error === null ? answer.reload : list.reload} />
      )}
      {summary === undefined || read === null ? (
        error === null ? (
          <p className="soft">{t('clauses.loading')}</p>
        ) : null
      ) : view === 'edit' ? (
        <ClauseEditor
          read={read}
          users={summary.letters}
          versions={summary.versions}
          draft={draft}
          onWrite={write}
          onReadFrom={(version) => {
            setFrom(version);
            write(null);
          }}
          onSaved={() => {
            write(null);
            setFrom(null);
            answer.reload();
            list.reload();
          }}
        />
      ) : (
        <TemplateCompare of={{ clause }} versions={summary.versions} />
      )}
    </>
  );
}
