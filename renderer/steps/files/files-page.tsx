import { Radio } from 'antd';
import { useMemo, useState } from 'react';
import type { Requirement } from '../../../main/contract/report.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { useFocusField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { hrefOf } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { RepairsPanel } from './repairs-panel.tsx';
import { RequirementCard } from './requirement-card.tsx';
import { slotsOf } from './slot.ts';
import { UnusedFiles } from './unused-files.tsx';
import { useInspections } from './use-inspections.ts';
import './files.css';

type Filter = 'all' | 'todo';

const sections = ['asset', 'document', 'letter'] as const;
const sectionTitles = { asset: 'assetsTitle', document: 'documentsTitle', letter: 'lettersTitle' } as const;

/** The step where every paper and picture is put in its place. */
export function FilesPage() {
  const t = useText('files');
  const session = useSession();
  const { data, report } = useSessionState();
  const titleOf = useFieldTitle();
  const inspections = useInspections();
  const [filter, setFilter] = useState<Filter>('all');
  useFocusField();
  const requirements = useMemo(() => report?.requirements ?? [], [report]);
  const byId = useMemo(() => new Map(requirements.map((one) => [one.id, one])), [requirements]);
  const cards = requirements.filter((one) => one.partOf === undefined && isOfFiles(one));
  const due = cards.filter(({ optional }) => !optional);
  const done = due.filter(({ status }) => status === 'ok').length;
  const shown =
    filter === 'all' ? cards : cards.filter(({ status, optional }) => status !== 'ok' && !optional);
  const unused = data.files.filter(({ usedBy }) => usedBy.length === 0);

  return (
    <div className="files-page">
      <PageHeading
        title={t('title')}
        lead={t('lead')}
        actions={
          <Radio.Group
            aria-label={t('filterLabel')}
            optionType="button"
            value={filter}
            onChange={(event) => setFilter(event.target.value === 'todo' ? 'todo' : 'all')}
            options={[
              { value: 'all', label: t('filterAll') },
              { value: 'todo', label: t('filterTodo') },
            ]}
          />
        }
      />
      {report === null ? <p className="soft">{t('loading')}</p> : null}
      {report === null ? null : (
        <p className="files-progress" role="status">
          {t('progressSummary', { total: due.length, done })}
        </p>
      )}
      {inspections.progress === null || inspections.progress.total === 0 ? null : (
        <WorkProgress progress={inspections.progress} />
      )}
      {inspections.error === null ? null : (
        <FailureNotice error={inspections.error} onRetry={inspections.reload} />
      )}
      <RepairsPanel />
      {report !== null && shown.length === 0 ? <p>{t('allDone')}</p> : null}
      {sections.map((kind) => {
        const ofKind = shown.filter((one) => one.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} className="files-section" aria-labelledby={`files-${kind}`}>
            <h2 id={`files-${kind}`}>{t(sectionTitles[kind])}</h2>
            {ofKind.map((requirement) => (
              <RequirementCard
                key={requirement.id}
                requirement={requirement}
                byId={byId}
                inspections={inspections}
                {...(kind === 'letter' ? { aside: <LettersLink dossier={session.id} /> } : {})}
              />
            ))}
          </section>
        );
      })}
      <UnusedFiles
        files={unused}
        slots={slotsOf(requirements, data.document, titleOf)}
        inspections={inspections}
      />
    </div>
  );
}

const isOfFiles = ({ kind }: Requirement): boolean =>
  kind === 'asset' || kind === 'document' || kind === 'letter';

function LettersLink({ dossier }: { readonly dossier: string }) {
  const t = useText('files');
  return (
    <p className="small">
      <a href={hrefOf({ page: 'dossier', dossier, step: 'letters' })}>{t('lettersGo')}</a>
    </p>
  );
}
