import { Button } from 'antd';
import type { BundlePlan } from '../../../main/contract/bundle.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useText } from '../../text/use-text.ts';
import { ExportResult } from './export-result.tsx';
import { useExport } from './use-export.ts';

/** The name offered for a draft says so, as the program itself names drafts. */
const draftName = (name: string): string =>
  name.includes('-草稿') ? name : name.replace(/(-\d{8})?\.zip$/, (ending) => `-草稿${ending}`);

/** Exports the bundle, or while there are errors a draft that says so. */
export function ExportPanel({ plan }: { readonly plan: BundlePlan }) {
  const t = useText('bundle');
  const work = useExport(t('verifying'));
  const isBlocked = plan.blockers.length > 0;
  const isBusy = work.progress !== null;
  return (
    <section className="bundle-section" aria-labelledby="bundle-export">
      <h2 id="bundle-export">{t('exportTitle')}</h2>
      <div className="row">
        <Button
          type="primary"
          size="large"
          disabled={isBlocked || isBusy}
          aria-describedby={isBlocked ? 'bundle-full-blocked' : undefined}
          onClick={() => work.start(false, plan.fileName)}
        >
          {t('exportFull')}
        </Button>
        <Button
          size="large"
          disabled={isBusy}
          aria-describedby="bundle-draft-hint"
          onClick={() => work.start(true, draftName(plan.fileName))}
        >
          {t('exportDraft')}
        </Button>
        {isBlocked ? (
          <span id="bundle-full-blocked" className="small soft">
            {t('fullBlocked')}
          </span>
        ) : null}
      </div>
      <p id="bundle-draft-hint" className="small soft">
        {t('draftHint')}
      </p>
      {work.progress === null ? null : (
        <WorkProgress
          progress={work.progress.label === '' ? { ...work.progress, label: t('exporting') } : work.progress}
          onCancel={work.cancel}
        />
      )}
      {work.error === null ? null : <FailureNotice error={work.error} />}
      {work.wasCancelled ? <p role="status">{t('cancelled')}</p> : null}
      {work.exported === null ? null : <ExportResult exported={work.exported} />}
    </section>
  );
}
