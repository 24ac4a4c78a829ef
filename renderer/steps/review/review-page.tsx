import { PageHeading } from '../../components/page-heading.tsx';
import { CheckProgress } from '../../dossier/check-progress.tsx';
import { useFocusField } from '../../dossier/jump-to-field.ts';
import { useSessionState } from '../../dossier/session-context.tsx';
import { useCheckProgress } from '../../dossier/use-check-progress.ts';
import { useText } from '../../text/use-text.ts';
import { ConflictsPanel } from './conflicts-panel.tsx';
import { DeadlinesPanel } from './deadlines-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { IdentitiesPanel } from './identities/identities-panel.tsx';
import { ReportActions } from './report-actions.tsx';
import { StatementsPanel } from './statements-panel.tsx';
import { VerdictPanel } from './verdict-panel.tsx';
import './review.css';

/** The step where findings are gone through, statements are confirmed by name, and deadlines are seen. */
export function ReviewPage() {
  const t = useText('review');
  const { report, isReportCurrent, isCheckStopped } = useSessionState();
  const progress = useCheckProgress();
  useFocusField();
  return (
    <div className="review-page">
      <PageHeading title={t('title')} lead={t('lead')} actions={<ReportActions />} />
      <CheckProgress />
      {report === null ? (
        // The bar says it too.
        isCheckStopped || progress !== null ? null : (
          <p className="soft">{t('checking')}</p>
        )
      ) : (
        <>
          <VerdictPanel
            report={report}
            age={isCheckStopped ? 'stopped' : isReportCurrent ? 'current' : 'outdated'}
          />
          <FindingsPanel findings={report.findings} />
        </>
      )}
      <IdentitiesPanel />
      <StatementsPanel />
      <ConflictsPanel />
      <DeadlinesPanel />
    </div>
  );
}
