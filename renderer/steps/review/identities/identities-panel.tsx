import { Button } from 'antd';
import { useState } from 'react';
import type { IdentityMatrix } from '../../../../main/contract/identity.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { Fold } from '../../../components/fold.tsx';
import { WorkProgress } from '../../../components/work-progress.tsx';
import { hrefForField } from '../../../dossier/jump-to-field.ts';
import { usePapersWanted } from '../../../dossier/papers-wanted.ts';
import { useSavedRevision, useSession, useSessionState } from '../../../dossier/session-context.tsx';
import { useCheckProgress } from '../../../dossier/use-check-progress.ts';
import { useLongAnswer } from '../../../dossier/use-long-answer.ts';
import { useText } from '../../../text/use-text.ts';
import { IdentityCellView } from './identity-cell-view.tsx';
import '../../files/plain-table.css';
import './identities-panel.css';

/** Company and app as every source has them, in one table; scans are read by machine when a person asks for it. */
export function IdentitiesPanel() {
  const t = useText('identities');
  const session = useSession();
  const revision = useSavedRevision();
  const { isCheckStopped } = useSessionState();
  const [isOpen, setOpen] = useState(true);
  const [isReading, setReading] = usePapersWanted();
  const answer = useLongAnswer(
    'review.identities',
    isOpen && !isCheckStopped ? { dossier: session.id, readPapers: isReading } : null,
    String(revision),
  );
  const matrix = answer.data;
  // The check goes through the same files: its bar at the head of the page is enough.
  const isBarElsewhere = useCheckProgress() !== null;
  return (
    <div className="review-section">
      <Fold
        id="identities"
        level={2}
        title={t('title')}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
        aside={matrix === null ? undefined : <Counts counts={matrix.counts} />}
      >
        <p className="soft review-lead">{t('lead')}</p>
        {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
        {answer.progress === null || isBarElsewhere ? null : (
          <WorkProgress
            progress={answer.progress}
            onCancel={isReading ? () => setReading(false) : session.check.stop}
          />
        )}
        {matrix === null && answer.error === null && (answer.progress === null || isBarElsewhere) ? (
          <p className="soft">{t(isCheckStopped ? 'stopped' : 'loading')}</p>
        ) : null}
        {matrix === null ? null : <Matrix matrix={matrix} dossier={session.id} />}
        {matrix === null || isReading || matrix.sources.every(({ read }) => read !== 'unread') ? null : (
          <div className="row identities-read">
            <Button onClick={() => setReading(true)}>{t('readPapers')}</Button>
            <span className="small faint">{t('readHint')}</span>
          </div>
        )}
      </Fold>
    </div>
  );
}

function Counts({ counts }: { readonly counts: IdentityMatrix['counts'] }) {
  const t = useText('identities');
  const { different, machineDifferent, spelling, notRead } = counts;
  const parts = [
    ...(different === 0 ? [] : [t('countDifferent', { count: different })]),
    ...(machineDifferent === 0 ? [] : [t('countMachine', { count: machineDifferent })]),
    ...(spelling === 0 ? [] : [t('countSpelling', { count: spelling })]),
    ...(notRead === 0 ? [] : [t('countNotRead', { count: notRead })]),
  ];
  return <span>{parts.length === 0 ? t('countNone') : parts.join(' · ')}</span>;
}

interface MatrixProps {
  readonly matrix: IdentityMatrix;
  readonly dossier: string;
}

/** A line for each source, a column for each of what identifies: the same stands under the same. */
function Matrix({ matrix, dossier }: MatrixProps) {
  const t = useText('identities');
  const rows = matrix.rows.filter(({ cells }) => cells.some(({ value }) => value !== null));
  if (rows.length === 0) return <p className="soft">{t('nothing')}</p>;
  return (
    <div className="table-scroll identities-box" tabIndex={0} role="region" aria-label={t('table')}>
      <table className="plain-table identities">
        <thead>
          <tr>
            <th scope="col">{t('source')}</th>
            {rows.map((row) => (
              <th key={row.id} scope="col">
                {row.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.sources.map((source, place) => {
            const { id, title, path, kind, read } = source;
            return (
              <tr key={JSON.stringify([id, path])}>
                <th scope="row">
                  {kind === 'form' ? title : <a href={hrefForField(dossier, path ?? id)}>{title}</a>}
                  <span className="small faint identities-how">{t(`read.${read}`)}</span>
                </th>
                {rows.map((row) => {
                  const cell = row.cells[place];
                  return cell === undefined ? (
                    <td key={row.id} />
                  ) : (
                    <IdentityCellView
                      key={row.id}
                      cell={cell}
                      source={source}
                      row={row}
                      href={hrefForField(dossier, cell.field ?? (kind === 'text' ? id : (path ?? id)))}
                    />
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
