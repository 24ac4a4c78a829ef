import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { Requirement } from '../../../main/contract/report.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { isCounted } from '../../dossier/step-states.ts';
import type { Answer } from '../../dossier/use-answer.ts';
import { hrefOf } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { byOpenQuestion } from '../requirements/by-open-question.ts';
import '../../form/sheet.css';

interface NeededNowProps {
  readonly questions: readonly FactQuestion[];
  readonly needed: Answer<MethodOutput<'requirements.list'>>;
}

/** What the choices so far ask for: papers and letters by name, the rest by number; what is open, under its question. */
export function NeededNow({ questions, needed }: NeededNowProps) {
  const t = useText('category');
  const session = useSession();
  const { data, error, reload } = needed;
  if (error !== null) return <FailureNotice error={error} onRetry={reload} />;
  const shown = (data?.requirements ?? []).filter(isCounted);
  const open = shown.filter((one) => one.status === 'open');
  const sure = shown.filter((one) => one.status !== 'open');
  const statements = sure.filter((one) => one.kind === 'attestation').length;
  return (
    <section className="sheet" aria-labelledby="needed-title">
      <div className="row-between">
        <h2 id="needed-title">{t('needed.title')}</h2>
        <p className="faint small" aria-live="polite">
          {t('needed.count', { count: sure.length })}
          {open.length === 0 ? null : ` · ${t('needed.open', { count: open.length })}`}
        </p>
      </div>
      <div className="needed-kinds">
        {(['document', 'letter', 'asset', 'text'] as const).map((kind) => {
          const list = sure.filter((one) => one.kind === kind);
          return list.length === 0 ? null : (
            <div key={kind}>
              <h3>{t(`kind.${kind}`)}</h3>
              {kind === 'document' || kind === 'letter' ? (
                <ul className="needed-list">
                  {list.map((one) => (
                    <li key={one.id}>{one.title}</li>
                  ))}
                </ul>
              ) : (
                <p>{list.map((one) => one.title).join(t('effect.comma'))}</p>
              )}
            </div>
          );
        })}
        {statements === 0 ? null : (
          <div>
            <h3>{t('kind.attestation')}</h3>
            <p>
              <a href={hrefOf({ page: 'dossier', dossier: session.id, step: 'review' })}>
                {t('needed.statements', { count: statements })}
              </a>
            </p>
          </div>
        )}
      </div>
      {open.length === 0 ? null : <Undecided open={open} questions={questions} dossier={session.id} />}
      <p>
        <a href={hrefOf({ page: 'dossier', dossier: session.id, step: 'requirements' })}>
          {t('needed.more')}
        </a>
      </p>
    </section>
  );
}

interface UndecidedProps {
  readonly open: readonly Requirement[];
  readonly questions: readonly FactQuestion[];
  readonly dossier: string;
}

/** What is not decided yet, under the question that decides it. */
function Undecided({ open, questions, dossier }: UndecidedProps) {
  const t = useText('category');
  return (
    <details className="needed-undecided">
      <summary>{t('needed.undecided', { count: open.length })}</summary>
      <ul>
        {byOpenQuestion(
          open,
          questions.map((one) => one.id),
        ).map(({ fact, requirements }) => (
          <li key={fact}>
            <a href={hrefForField(dossier, `facts.${fact}`)}>
              {questions.find((one) => one.id === fact)?.question ?? fact}
            </a>
            <span className="needed-why">{requirements.map((one) => one.title).join(t('effect.comma'))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
