import type { FactQuestion } from '../../../main/contract/api.ts';
import type { Requirement } from '../../../main/contract/report.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { hrefOf } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import '../../form/sheet.css';
import { requirementKinds } from '../requirements/kinds.ts';

interface NeededNowProps {
  readonly questions: readonly FactQuestion[];
}

/** What the choices so far ask for, by kind; what hangs on an open question is marked and names the question. */
export function NeededNow({ questions }: NeededNowProps) {
  const t = useText('category');
  const session = useSession();
  const { data, error, reload } = useAnswer('requirements.list', { dossier: session.id });
  if (error !== null) return <FailureNotice error={error} onRetry={reload} />;
  const shown = (data?.requirements ?? []).filter((one) => one.partOf === undefined && !one.optional);
  const open = shown.filter((one) => one.status === 'open').length;
  const questionOf = (id: string): string => questions.find((one) => one.id === id)?.question ?? id;
  return (
    <section className="sheet" aria-labelledby="needed-title">
      <div className="row-between">
        <h2 id="needed-title">{t('needed.title')}</h2>
        <p className="faint small" aria-live="polite">
          {t('needed.count', { count: shown.length - open })}
          {open === 0 ? null : ` · ${t('needed.open', { count: open })}`}
        </p>
      </div>
      <div className="needed-kinds">
        {requirementKinds.map((kind) => {
          const list = shown.filter((one) => one.kind === kind);
          return list.length === 0 ? null : (
            <div key={kind}>
              <h3>{t(`kind.${kind}`)}</h3>
              <ul className="needed-list">
                {list.map((one) => (
                  <NeededItem key={one.id} requirement={one} questionOf={questionOf} />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      <p>
        <a href={hrefOf({ page: 'dossier', dossier: session.id, step: 'requirements' })}>
          {t('needed.more')}
        </a>
      </p>
    </section>
  );
}

interface NeededItemProps {
  readonly requirement: Requirement;
  readonly questionOf: (fact: string) => string;
}

function NeededItem({ requirement, questionOf }: NeededItemProps) {
  const t = useText('category');
  if (requirement.status !== 'open') return <li>{requirement.title}</li>;
  const facts = (requirement.facts ?? []).map(questionOf).join(' ');
  return (
    <li className="needed-open">
      {requirement.title} <span className="needed-mark">{t('needed.openMark')}</span>
      <span className="needed-why">{t('needed.openWhy', { facts })}</span>
    </li>
  );
}
