import { useCallback, useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { useFocusField } from '../../dossier/jump-to-field.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import { BlockersPanel } from './blockers-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { FolderPanel } from './folder-panel.tsx';
import { HistoryPanel } from './history/history-panel.tsx';
import { PlanTable } from './plan-table.tsx';
import { RejectionsPanel } from './rejections/rejections-panel.tsx';
import { VerifyPanel } from './verify-panel.tsx';
import './bundle.css';

/** The step where the bundle is seen before it is made, exported, and verified. */
export function BundlePage() {
  const t = useText('bundle');
  const session = useSession();
  const plan = useAnswer('bundle.plan', { dossier: session.id });
  const [exports, setExports] = useState(0);
  const countExport = useCallback(() => setExports((count) => count + 1), []);
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
          <ExportPanel plan={plan.data} onExported={countExport} />
          <PlanTable plan={plan.data} />
        </>
      )}
      <RejectionsPanel exports={exports} />
      <HistoryPanel exports={exports} />
      <VerifyPanel />
      <FolderPanel />
    </div>
  );
}
