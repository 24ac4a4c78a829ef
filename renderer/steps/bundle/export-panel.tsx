import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { BundlePlan } from '../../../main/contract/bundle.ts';
import { MakerName } from '../../dossier/maker-name.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useText } from '../../text/use-text.ts';
import { ExportOptionsForm, isReady, plainExport, type ExportOptions } from './export-options.tsx';
import { ExportResult } from './export-result.tsx';
import { useExport } from './use-export.ts';

/** The name offered for a draft says so, as the program itself names drafts. */
const draftName = (name: string): string =>
  name.includes('-草稿') ? name : name.replace(/(-\d{8})?\.zip$/, (ending) => `-草稿${ending}`);

/** A redacted bundle says so; an encrypted one says nothing of company and app, as the program itself names them. */
function nameOf(name: string, { isRedacted, isEncrypted }: ExportOptions): string {
  const date = /(-\d{8})?\.zip$/.exec(name)?.[0] ?? '.zip';
  if (isEncrypted) return `yinqi-加密${date}`;
  return isRedacted ? `${name.slice(0, name.length - date.length)}-脱敏${date}` : name;
}

interface ExportPanelProps {
  readonly plan: BundlePlan;
  /** Called once for each bundle that was written. */
  readonly onExported: () => void;
}

/** Exports the bundle, or while there are errors a draft that says so. */
export function ExportPanel({ plan, onExported }: ExportPanelProps) {
  const t = useText('bundle');
  const work = useExport(t('verifying'));
  const written = work.exported?.result;
  useEffect(() => {
    if (written !== undefined) onExported();
  }, [written, onExported]);
  const isBlocked = plan.blockers.length > 0;
  const isBusy = work.progress !== null;
  const [options, setOptions] = useState(plainExport);
  const mayStart = !isBusy && isReady(options);
  return (
    <section className="bundle-section" aria-labelledby="bundle-export">
      <h2 id="bundle-export">{t('exportTitle')}</h2>
      <div className="row">
        <Button
          type="primary"
          size="large"
          disabled={isBlocked || !mayStart}
          aria-describedby={isBlocked ? 'bundle-full-blocked' : undefined}
          onClick={() => work.start(false, nameOf(plan.fileName, options), options)}
        >
          {t('exportFull')}
        </Button>
        <Button
          size="large"
          disabled={!mayStart}
          aria-describedby="bundle-draft-hint"
          onClick={() => work.start(true, nameOf(draftName(plan.fileName), options), options)}
        >
          {t('exportDraft')}
        </Button>
        {isBlocked ? (
          <span id="bundle-full-blocked" className="small soft">
            {t('fullBlocked')}
          </span>
        ) : null}
      </div>
      <ExportOptionsForm options={options} disabled={isBusy} onChange={setOptions} />
      <MakerName />
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
