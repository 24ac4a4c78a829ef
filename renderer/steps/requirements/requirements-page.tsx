import { Radio } from 'antd';
import { useMemo, useState } from 'react';
import type { Requirement } from '../../../main/contract/report.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { isCounted } from '../../dossier/step-states.ts';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import { requirementKinds } from './kinds.ts';
import { RequirementCard } from './requirement-card.tsx';
import './requirements-page.css';

const filters = ['all', 'todo'] as const;
type Filter = (typeof filters)[number];

/** Whether a requirement, or for a group what it stands for, still wants something. */
const isToDo = (one: Requirement): boolean => one.status !== 'ok' && !one.optional;

/** The step 所需材料: what is needed by kind, why, and where to provide it. */
export function RequirementsPage() {
  const t = useText('requirements');
  const session = useSession();
  const answer = useAnswer('requirements.list', { dossier: session.id });
  const facts = useAnswer('rulebook.facts', { dossier: session.id });
  const [filter, setFilter] = useState<Filter>('all');
  const all = useMemo(() => answer.data?.requirements ?? [], [answer.data]);
  const byId = useMemo(() => new Map(all.map((one) => [one.id, one])), [all]);
  const questions = useMemo(
    () => new Map((facts.data?.facts ?? []).map((one) => [one.id, one.question])),
    [facts.data],
  );
  const counted = all.filter((one) => isCounted(one));
  const open = counted.filter((one) => one.status === 'open').length;
  const done = counted.filter((one) => one.status === 'ok').length;
  const top = all.filter((one) => one.partOf === undefined && (filter === 'all' || isToDo(one)));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {answer.data === null ? (
        answer.isLoading && <p className="soft">{t('loading')}</p>
      ) : (
        <>
          <div className="row-between requirements-summary">
            <p>
              <strong>{t('summary', { total: counted.length - open, done })}</strong>
              {open === 0 ? null : <span className="soft">　{t('summary.open', { count: open })}</span>}
            </p>
            <Radio.Group
              name="requirements-filter"
              aria-label={t('filter.label')}
              optionType="button"
              value={filter}
              onChange={(event) => setFilter(event.target.value === 'todo' ? 'todo' : 'all')}
              options={filters.map((one) => ({ value: one, label: t(`filter.${one}`) }))}
            />
          </div>
          {top.length === 0 ? <p className="soft">{t('filter.nothing')}</p> : null}
          {requirementKinds.map((kind) => {
            const list = top.filter((one) => one.kind === kind);
            return list.length === 0 ? null : (
              <section key={kind} className="requirements-kind" aria-labelledby={`kind-${kind}`}>
                <h2 id={`kind-${kind}`}>{t(`kind.${kind}`)}</h2>
                <ul>
                  {list.map((one) => (
                    <li key={one.id} className="requirement">
                      <RequirementCard
                        requirement={one}
                        byId={byId}
                        questions={questions}
                        dossier={session.id}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </>
      )}
    </>
  );
}
