import { Radio } from 'antd';
import { useMemo, useState } from 'react';
import type { Requirement } from '../../../main/contract/report.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Fold } from '../../components/fold.tsx';
import { FoldSwitch } from '../../components/fold-switch.tsx';
import { isFoundIn } from '../../components/find-in-text.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useFolds } from '../../components/use-folds.ts';
import { explainedBy } from '../../dossier/focus-subject.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { isCounted } from '../../dossier/step-states.ts';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import { OpenRequirements } from './open-requirements.tsx';
import { requirementGroups, type RequirementGroup } from './requirement-groups.ts';
import { RequirementCard } from './requirement-card.tsx';
import { RequirementRows } from './requirement-rows.tsx';
import './requirements-page.css';

const filters = ['all', 'todo'] as const;
type Filter = (typeof filters)[number];

/** Whether a requirement, or for a group what it stands for, still wants something. */
const isToDo = (one: Requirement): boolean => one.status !== 'ok' && !one.optional;

/** The step 所需材料: what is needed, what this dossier alone brings first, why, and where to provide it. */
export function RequirementsPage() {
  const t = useText('requirements');
  const session = useSession();
  const { categories } = useSessionState().data.document;
  const answer = useAnswer('requirements.list', { dossier: session.id });
  const facts = useAnswer('rulebook.facts', { dossier: session.id });
  const platforms = useAnswer('rulebook.platforms', {});
  const [filter, setFilter] = useState<Filter>('all');
  const [typed, setTyped] = useState('');
  const all = useMemo(() => answer.data?.requirements ?? [], [answer.data]);
  const byId = useMemo(() => new Map(all.map((one) => [one.id, one])), [all]);
  const questions = useMemo(
    () => new Map((facts.data?.facts ?? []).map((one) => [one.id, one.question])),
    [facts.data],
  );
  const titles = useMemo(() => {
    const known = (platforms.data?.platforms ?? []).flatMap((one) => one.categories);
    return categories.map((id) => known.find((one) => one.id === id)?.title ?? id);
  }, [platforms.data, categories]);
  const groups = useMemo(() => requirementGroups(all), [all]);
  const counted = all.filter((one) => isCounted(one));
  const open = counted.filter((one) => one.status === 'open').length;
  const done = counted.filter((one) => one.status === 'ok').length;
  const partTitles = (id: string): readonly string[] =>
    all.filter((one) => one.partOf === id).map((one) => one.title);
  const shown = groups
    .map(({ id, requirements }) => ({
      id,
      requirements: requirements.filter(
        (one) =>
          (filter === 'all' || isToDo(one)) &&
          isFoundIn(typed, [one.title, one.because, ...one.cites, ...partTitles(one.id)]),
      ),
    }))
    .filter(({ requirements }) => requirements.length > 0);
  const [first] = groups;
  const folds = useFolds(
    shown.map((one) => one.id),
    platforms.data === null || facts.data === null ? undefined : first?.id,
    undefined,
  );
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
            <SearchField
              label={t('search')}
              hint={t('search.hint')}
              value={typed}
              onChange={setTyped}
              found={t('search.found', { count: shown.flatMap((one) => one.requirements).length })}
            />
            <Radio.Group
              name="requirements-filter"
              aria-label={t('filter.label')}
              optionType="button"
              value={filter}
              onChange={(event) => setFilter(event.target.value === 'todo' ? 'todo' : 'all')}
              options={filters.map((one) => ({ value: one, label: t(`filter.${one}`) }))}
            />
          </div>
          {shown.length === 0 ? (
            <p className="soft">{typed === '' ? t('filter.nothing') : t('search.none', { text: typed })}</p>
          ) : null}
          {shown.length < 2 ? null : (
            <p className="requirements-switch">
              <FoldSwitch folds={folds} of={t('title')} />
            </p>
          )}
          <div className="folds">
            {shown.map((group) => (
              <Fold
                key={group.id}
                id={`requirements-${group.id}`}
                level={2}
                title={t(`group.${group.id}`)}
                aside={<GroupProgress group={group} />}
                // What was searched for is not left behind a fold.
                isOpen={folds.isOpen(group.id) || typed.trim() !== ''}
                onToggle={() => folds.toggle(group.id)}
              >
                <p className="small soft requirements-lead">
                  {t(`lead.${group.id}`, { categories: titles.join(t('comma')) })}
                </p>
                <GroupBody group={group} byId={byId} questions={questions} dossier={session.id} />
              </Fold>
            ))}
          </div>
        </>
      )}
    </>
  );
}

/** How many of a group are there; undecided and optional ones are only counted. */
function GroupProgress({ group }: { readonly group: RequirementGroup }) {
  const t = useText('requirements');
  const { id, requirements } = group;
  const total = requirements.length;
  if (id === 'open' || id === 'optional') return <span>{t('group.count', { count: total })}</span>;
  const done = requirements.filter((one) => one.status === 'ok').length;
  return (
    <span className={done === total ? 'fold-count-done' : undefined}>
      {t('group.progress', { done, total })}
    </span>
  );
}

interface GroupBodyProps {
  readonly group: RequirementGroup;
  readonly byId: ReadonlyMap<string, Requirement>;
  readonly questions: ReadonlyMap<string, string>;
  readonly dossier: string;
}

function GroupBody({ group, byId, questions, dossier }: GroupBodyProps) {
  const { id, requirements } = group;
  switch (id) {
    case 'open':
      return <OpenRequirements requirements={requirements} questions={questions} dossier={dossier} />;
    case 'filled':
    case 'statements':
      return <RequirementRows requirements={requirements} dossier={dossier} />;
    default:
      return (
        <ul className="requirement-list">
          {requirements.map((one) => (
            <li key={one.id} className="requirement" {...explainedBy([one.id], one.title)}>
              <RequirementCard requirement={one} byId={byId} questions={questions} dossier={dossier} />
            </li>
          ))}
        </ul>
      );
  }
}
