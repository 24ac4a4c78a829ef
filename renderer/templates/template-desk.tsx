import { Radio } from 'antd';
import { useState } from 'react';
import type { TemplateSummary } from '../../main/contract/templates.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import { keepDraft, keptDraft } from './template-draft.ts';
import { TemplateCompare } from './template-compare.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateWord } from './template-word.tsx';

interface TemplateDeskProps {
  readonly summary: TemplateSummary;
  readonly onSaved: () => void;
}

const views = ['edit', 'compare', 'word'] as const;
type View = (typeof views)[number];

/** One letter's wording: written, compared with its other versions, sent to a lawyer and taken back. */
export function TemplateDesk({ summary, onSaved }: TemplateDeskProps) {
  const t = useText('templates');
  const { letter, title, inUse, versions } = summary;
  const [view, setView] = useState<View>('edit');
  const [from, setFrom] = useState<string | null>(null);
  const answer = useAnswer('templates.read', {
    letter,
    ...(from === null ? {} : { version: from }),
  });
  const [draft, setDraft] = useState<string | null>(() => keptDraft(letter));
  const write = (text: string | null): void => {
    keepDraft(letter, text);
    setDraft(text);
  };
  const read = answer.data;
  return (
    <>
      <PageHeading
        title={title}
        lead={
          <>
            <a href="#/templates">{t('back')}</a>
            <span className="template-desk-origin">
              {inUse === null ? t('list.unusable') : t(`origin.${inUse.origin}`, { version: inUse.version })}
            </span>
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
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {read === null ? (
        answer.error === null ? (
          <p className="soft">{t('loading')}</p>
        ) : null
      ) : view === 'edit' ? (
        <TemplateEditor
          read={read}
          versions={versions}
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
            onSaved();
          }}
        />
      ) : view === 'compare' ? (
        <TemplateCompare of={{ letter }} versions={versions} />
      ) : (
        <TemplateWord
          letter={letter}
          onTake={(text) => {
            write(text);
            setView('edit');
          }}
        />
      )}
    </>
  );
}
