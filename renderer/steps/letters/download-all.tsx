import { Button } from 'antd';
import { useState } from 'react';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';

/** Saves every required letter that can be printed: into a folder where the host has a dialog for one, else as downloads. */
export function DownloadAll({ letters }: { readonly letters: readonly LetterSummary[] }) {
  const t = useText('letters');
  const session = useSession();
  const { bridge } = session.client;
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const ready = letters.filter(
    ({ need, state, unprintable }) => need === 'required' && state === 'ready' && unprintable.length === 0,
  );

  const toFolder = async (): Promise<void> => {
    const folder = await bridge.chooseFolder('write-letters');
    if (folder === null) return;
    const { written } = await session.client.call('letters.write', {
      dossier: session.id,
      folder: folder.grant,
    });
    setDone(
      written.length === 0 ? t('savedNone') : t('savedAll', { count: written.length, folder: folder.name }),
    );
  };
  const asDownloads = async (): Promise<void> => {
    for (const { letter } of ready) {
      const { artifact, fileName } = await session.client.call('letters.render', {
        dossier: session.id,
        letter,
      });
      await bridge.saveArtifact(artifact, fileName);
    }
    setDone(t('downloadedAll', { count: ready.length }));
  };
  const run = async (): Promise<void> => {
    setBusy(true);
    setDone(null);
    setError(null);
    try {
      await session.flush();
      await (bridge.kind === 'electron' ? toFolder() : asDownloads());
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="letters-all">
      <Button loading={isBusy} disabled={ready.length === 0} onClick={() => void run()}>
        {t('downloadAll')}
      </Button>
      <p className="small soft" role="status">
        {done ??
          (ready.length < letters.length ? t(ready.length === 0 ? 'savedNone' : 'downloadAllHint') : '')}
      </p>
      {error === null ? null : <FailureNotice error={error} />}
    </div>
  );
}
