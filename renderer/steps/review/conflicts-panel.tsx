import { useMemo, useState } from 'react';
import type { SourceConflict } from '../../../main/contract/rulebook-view.ts';
import { useExplain } from '../../components/explain-panel.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Fold } from '../../components/fold.tsx';
import { useSessionState } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import { conflictsByConcern } from './conflicts-in-order.ts';

/** Where the platform's own rules disagree: those that touch this dossier first, both sides with their days, and what is done. */
export function ConflictsPanel() {
  const t = useText('review');
  const { data, report } = useSessionState();
  const { platform } = data.document;
  const answer = useAnswer('rulebook.conflicts', { platform });
  const [isOpen, setOpen] = useState(false);
  const met = useMemo(() => {
    const { findings = [], requirements = [] } = report ?? {};
    const open = new Set(requirements.filter((one) => one.status === 'open').map((one) => one.id));
    return new Set([
      ...requirements.filter((one) => !open.has(one.id)).map((one) => one.id),
      ...findings.map((one) => one.rule).filter((rule) => !open.has(rule)),
    ]);
  }, [report]);
  const { concerning, others } = useMemo(
    () => conflictsByConcern(answer.data?.conflicts ?? [], met),
    [answer.data, met],
  );
  if (answer.error !== null) return <FailureNotice error={answer.error} onRetry={answer.reload} />;
  // Which of them concern this dossier is known once it is judged.
  if (report === null || concerning.length + others.length === 0) return null;
  return (
    <div className="review-section">
      <Fold
        id="conflicts"
        level={2}
        title={t('conflictsTitle')}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
        aside={
          <span>
            {t('conflictsCount', { total: concerning.length + others.length, concerning: concerning.length })}
          </span>
        }
      >
        <p className="soft review-lead">{t('conflictsLead')}</p>
        <ConflictList title={t('conflictsConcerning')} conflicts={concerning} />
        {others.length === 0 ? null : (
          <details className="conflicts-others">
            <summary>{t('conflictsOthers', { count: others.length })}</summary>
            <ConflictList conflicts={others} />
          </details>
        )}
      </Fold>
    </div>
  );
}

function ConflictList({
  title,
  conflicts,
}: {
  readonly title?: string;
  readonly conflicts: readonly SourceConflict[];
}) {
  const t = useText('review');
  if (conflicts.length === 0)
    return title === undefined ? null : <p className="soft">{t('conflictsNone')}</p>;
  return (
    <>
      {title === undefined ? null : <h3 className="conflicts-title">{title}</h3>}
      {conflicts.map((one) => (
        <ConflictSides key={one.id} conflict={one} />
      ))}
    </>
  );
}

/** One conflict: folded to its title, opened to both sides. */
function ConflictSides({ conflict }: { readonly conflict: SourceConflict }) {
  const t = useText('review');
  const explain = useExplain();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="conflict" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{conflict.title}</summary>
      {isOpen ? (
        <>
          <ul className="conflict-sides">
            {conflict.sides.map((side) => (
              <li key={side.says}>
                <p>{side.says}</p>
                {side.cites.map((clause) => (
                  <p key={clause.id} className="small soft">
                    <button
                      type="button"
                      className="link-button mono"
                      aria-label={t('conflictClause', { id: clause.id })}
                      onClick={() => explain(clause.id)}
                    >
                      {clause.id}
                    </button>{' '}
                    {clause.source} · {clause.dated ?? t('conflictUndated')}
                  </p>
                ))}
              </li>
            ))}
          </ul>
          <p>
            <strong>{t('conflictDoes')}</strong> {conflict.does}
          </p>
        </>
      ) : null}
    </details>
  );
}
