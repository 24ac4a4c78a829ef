import { Radio } from 'antd';
import { useMemo, useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Fold } from '../../components/fold.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { useFolds } from '../../components/use-folds.ts';
import { WorkProgress } from '../../components/work-progress.tsx';
import { CheckProgress } from '../../dossier/check-progress.tsx';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { useFocusField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useRoute } from '../../shell/routes.ts';
import { useCheckProgress } from '../../dossier/use-check-progress.ts';
import { useText } from '../../text/use-text.ts';
import { OpenRequirements } from '../requirements/open-requirements.tsx';
import { cardsOf, countToLookAt, holdsPart } from './cards.ts';
import { LooseFiles } from './loose-files.tsx';
import { RepairsPanel } from './repairs-panel.tsx';
import { RequirementCard } from './requirement-card.tsx';
import { slotsOf } from './slot.ts';
import { useInspections } from './use-inspections.ts';
import './files.css';

type Filter = 'all' | 'todo';

const sections = ['asset', 'document', 'letter'] as const;
const sectionTitles = { asset: 'assetsTitle', document: 'documentsTitle', letter: 'lettersTitle' } as const;

const foldIds = ['spare', 'open'] as const;

/** The step where every paper and picture is put in its place. */
export function FilesPage() {
  const t = useText('files');
  const session = useSession();
  const { data, report, isCheckStopped } = useSessionState();
  const isChecking = useCheckProgress() !== null;
  const titleOf = useFieldTitle();
  const inspections = useInspections();
  const [filter, setFilter] = useState<Filter>('all');
  useFocusField();
  const requirements = useMemo(() => report?.requirements ?? [], [report]);
  const byId = useMemo(() => new Map(requirements.map((one) => [one.id, one])), [requirements]);
  const { needed, spare, open } = useMemo(() => cardsOf(requirements, byId), [requirements, byId]);
  const due = needed.filter(({ status }) => status !== 'open');
  const done = due.filter(({ status }) => status === 'ok').length;
  const shown =
    filter === 'all'
      ? needed
      : needed.filter((one) => one.status !== 'ok' || countToLookAt(one, byId, report?.findings ?? []) > 0);
  const facts = useAnswer('rulebook.facts', { dossier: session.id });
  const questions = useMemo(
    () => new Map((facts.data?.facts ?? []).map((one) => [one.id, one.question])),
    [facts.data],
  );
  const route = useRoute();
  const focus = route.page === 'dossier' ? route.focus : undefined;
  const isSpareSought = focus !== undefined && spare.some((one) => holdsPart(one, focus, byId));
  const folds = useFolds(foldIds, undefined, isSpareSought ? 'spare' : undefined);
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
      {report !== null || isCheckStopped || isChecking ? null : <p className="soft">{t('loading')}</p>}
      {report === null ? null : (
        <p className="files-progress" role="status">
          {t('progressSummary', { total: due.length, done })}
        </p>
      )}
      {inspections.progress === null || inspections.progress.total === 0 ? (
        <CheckProgress />
      ) : (
        <WorkProgress progress={inspections.progress} onCancel={session.check.stop} />
      )}
      {inspections.error === null ? null : (
        <FailureNotice error={inspections.error} onRetry={inspections.reload} />
      )}
      <LooseFiles
        files={unused}
        slots={slotsOf(requirements, data.document, titleOf)}
        inspections={inspections}
      />
      <RepairsPanel />
      {report !== null && shown.length === 0 ? <p>{t('allDone')}</p> : null}
      {sections.map((kind) => {
        const ofKind = shown.filter((one) => one.kind === kind);
        if (ofKind.length === 0) return null;
        const dueOfKind = due.filter((one) => one.kind === kind);
        return (
          <section key={kind} className="files-section" aria-labelledby={`files-${kind}`}>
            <div className="row-between">
              <h2 id={`files-${kind}`}>{t(sectionTitles[kind])}</h2>
              <p className="small faint">
                {t('sectionProgress', {
                  done: dueOfKind.filter(({ status }) => status === 'ok').length,
                  total: dueOfKind.length,
                })}
              </p>
            </div>
            {ofKind.map((requirement) => (
              <RequirementCard
                key={requirement.id}
                requirement={requirement}
                byId={byId}
                inspections={inspections}
              />
            ))}
          </section>
        );
      })}
      {filter === 'todo' || (spare.length === 0 && open.length === 0) ? null : (
        <div className="folds files-section">
          {spare.length === 0 ? null : (
            <Fold
              id="files-spare"
              level={2}
              title={t('spareTitle')}
              aside={<span>{t('foldCount', { count: spare.length })}</span>}
              isOpen={folds.isOpen('spare')}
              onToggle={() => folds.toggle('spare')}
            >
              <p className="small soft files-fold-lead">{t('spareLead')}</p>
              <div className="stack-tight">
                {spare.map((requirement) => (
                  <RequirementCard
                    key={requirement.id}
                    requirement={requirement}
                    byId={byId}
                    inspections={inspections}
                  />
                ))}
              </div>
            </Fold>
          )}
          {open.length === 0 ? null : (
            <Fold
              id="files-open"
              level={2}
              title={t('openTitle')}
              aside={<span>{t('foldCount', { count: open.length })}</span>}
              isOpen={folds.isOpen('open')}
              onToggle={() => folds.toggle('open')}
            >
              <p className="small soft files-fold-lead">{t('openLead')}</p>
              <OpenRequirements requirements={open} questions={questions} dossier={session.id} />
            </Fold>
          )}
        </div>
      )}
    </div>
  );
}
