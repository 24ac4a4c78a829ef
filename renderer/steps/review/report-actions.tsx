import { Button } from 'antd';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useTell } from '../../components/undo-notice.tsx';
import { useWork } from '../../components/use-work.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { useShortcut } from '../../shell/shortcut-stack.ts';
import { useText } from '../../text/use-text.ts';
import { CheckAgain } from './check-again.tsx';

/** The report as PDF: saved, or opened where it can be printed; Ctrl+P asks for the same. */
export function ReportActions() {
  const t = useText('review');
  const session = useSession();
  const tell = useTell();
  const { bridge } = session.client;
  const { progress, error, run, cancel } = useWork();
  const make = (isForPrint: boolean): Promise<void> =>
    run(async (options) => {
      await session.flush();
      const { artifact, fileName } = await session.client.call(
        'review.report',
        { dossier: session.id },
        options,
      );
      if (artifact === undefined) return;
      const tab = isForPrint && bridge.kind === 'browser' ? window.open(bridge.artifactUrl(artifact)) : null;
      // The window, and a browser that opens no tab, get the file.
      if (tab !== null) return;
      const { saved } = await bridge.saveArtifact(artifact, fileName);
      if (saved) tell(t('savedReport', { name: fileName }));
    });
  useShortcut('print', () => void make(true));
  return (
    <div className="report-actions">
      <div className="row">
        <CheckAgain />
        <Button disabled={progress !== null} onClick={() => void make(true)}>
          {t('printReport')}
        </Button>
        <Button disabled={progress !== null} onClick={() => void make(false)}>
          {t('saveReport')}
        </Button>
      </div>
      {progress === null ? null : <WorkProgress progress={progress} onCancel={cancel} />}
      {error === null ? null : <FailureNotice error={error} />}
    </div>
  );
}
