import { Button } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';

/** Writes the dossier folder: into a folder where the host has a dialog for one, else as a zip to download. */
export function FolderPanel() {
  const t = useText('bundle');
  const session = useSession();
  const { bridge } = session.client;
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);

  const run = async (): Promise<void> => {
    await session.flush();
    const folder = bridge.kind === 'electron' ? await bridge.chooseFolder('export-dossier') : null;
    if (bridge.kind === 'electron' && folder === null) return;
    const input = { dossier: session.id, ...(folder === null ? {} : { folder: folder.grant }) };
    const { artifact, fileName, files } = await session.client.call('dossiers.exportFolder', input);
    if (artifact === undefined) {
      setDone(t('folderSaved', { count: files, name: fileName }));
    } else if ((await bridge.saveArtifact(artifact, fileName)).saved) {
      setDone(t('folderDownloaded', { count: files, name: fileName }));
    }
  };
  const start = async (): Promise<void> => {
    setBusy(true);
    setDone(null);
    setError(null);
    try {
      await run();
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="bundle-section" aria-labelledby="bundle-folder">
      <h2 id="bundle-folder">{t('folderTitle')}</h2>
      <p className="soft">{t('folderLead')}</p>
      <div className="row">
        <Button loading={isBusy} onClick={() => void start()}>
          {t('folderExport')}
        </Button>
        <span className="small soft break" role="status">
          {done ?? ''}
        </span>
      </div>
      {error === null ? null : <FailureNotice error={error} />}
    </section>
  );
}
