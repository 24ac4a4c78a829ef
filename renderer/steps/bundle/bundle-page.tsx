import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { useFocusField } from '../../dossier/jump-to-field.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import { BlockersPanel } from './blockers-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { FolderPanel } from './folder-panel.tsx';
import { PlanTable } from './plan-table.tsx';
import { VerifyPanel } from './verify-panel.tsx';
import './bundle.css';

/** The step where the bundle is seen before it is made, exported, and verified. */
export function BundlePage() {
  const t = useText('bundle');
  const session = useSession();
  const plan = useAnswer('bundle.plan', { dossier: session.id });
  useFocusField();
  return (
    <div className="bundle-page">
      <PageHeading title={t('title')} lead={t('lead')} />
      {plan.error === null ? null : <FailureNotice error={plan.error} onRetry={plan.reload} />}
      {plan.data === null ? (
        plan.error === null && <p className="soft">{t('loading')}</p>
      ) : (
        <>
          <BlockersPanel blockers={plan.data.blockers} />
          <ExportPanel plan={plan.data} />
          <PlanTable plan={plan.data} />
        </>
      )}
      <VerifyPanel />
      <FolderPanel />
    </div>
  );
}
