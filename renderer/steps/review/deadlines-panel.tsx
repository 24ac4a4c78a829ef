import { useState } from 'react';
import type { Deadline } from '../../../main/contract/report.ts';
import { ClauseLinks } from '../../components/clause-links.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Fold } from '../../components/fold.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import '../files/plain-table.css';

const whoKeys = {
  platform: 'whoPlatform',
  provider: 'whoProvider',
  users: 'whoUsers',
  authority: 'whoAuthority',
} as const;

/** Duties with a clock, worked out as if each started today. */
export function DeadlinesPanel() {
  const t = useText('review');
  const session = useSession();
  const answer = useAnswer('review.deadlines', { dossier: session.id });
  const [isOpen, setOpen] = useState(false);
  const deadlines = answer.data?.deadlines ?? [];
  const who = ({ owes, to }: Deadline): string =>
    owes === to ? t(whoKeys[owes]) : t('whoTo', { who: t(whoKeys[owes]), to: t(whoKeys[to]) });
  return (
    <div className="review-section">
      <Fold
        id="deadlines"
        level={2}
        title={t('deadlinesTitle')}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
        aside={
          answer.data === null ? undefined : <span>{t('deadlinesCount', { count: deadlines.length })}</span>
        }
      >
        <p className="soft review-lead">{t('deadlinesLead')}</p>
        {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
        {answer.data !== null && deadlines.length === 0 ? <p className="soft">{t('deadlinesNone')}</p> : null}
        {deadlines.length === 0 ? null : (
          <div className="table-scroll" tabIndex={0} role="region" aria-label={t('deadlinesTable')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('deadlineColumnWhat')}</th>
                  <th scope="col">{t('deadlineColumnWho')}</th>
                  <th scope="col">{t('deadlineColumnStart')}</th>
                  <th scope="col">{t('deadlineColumnHowLong')}</th>
                  <th scope="col">{t('deadlineColumnDue')}</th>
                </tr>
              </thead>
              <tbody>
                {deadlines.map((one) => (
                  <tr key={one.rule}>
                    <td className="deadline-what">
                      <p>{one.title}</p>
                      <ClauseLinks cites={one.cites} />
                    </td>
                    <td className="deadline-who">{who(one)}</td>
                    <td>{one.starts}</td>
                    <td>{one.duration}</td>
                    <td>
                      <p className="deadline-due">
                        {one.due === undefined
                          ? t('dueUnknown')
                          : one.dueIs === 'earliest'
                            ? t('dueNotBefore', { due: one.due })
                            : t('dueBy', { due: one.due })}
                      </p>
                      <p className="small soft deadline-due">{t('dueFrom', { start: one.ifStartedOn })}</p>
                      {one.note === undefined ? null : <p className="small soft">{one.note}</p>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Fold>
    </div>
  );
}
