import { useRef, useState } from 'react';
import type { Progress } from '../../../main/contract/api.ts';
import type { Filing } from '../../../main/contract/letter-results.ts';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { CallCancelled } from '../../client/call-error.ts';
import { DropZone } from '../../components/drop-zone.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { FilingResult } from './filing-result.tsx';

/** Takes a batch of scans and files every complete letter by the codes on its pages. */
export function FilingPanel({ letters }: { readonly letters: readonly LetterSummary[] }) {
  const t = useText('letters');
  const session = useSession();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [filing, setFiling] = useState<Filing | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);

  /** Batches are filed one after the other, in the order in which they were dropped. */
  const earlier = useRef(Promise.resolve());
  const file = async (scans: readonly File[]): Promise<void> => {
    const call = new AbortController();
    running.current = call;
    setError(null);
    setFiling(null);
    try {
      const grants: string[] = [];
      for (const [index, scan] of scans.entries()) {
        setProgress({ done: index, total: scans.length * 2, label: scan.name });
        if (call.signal.aborted) throw new CallCancelled();
        grants.push(await session.client.grantFile(scan));
      }
      await session.flush();
      const result = await session.client.call(
        'letters.file',
        { dossier: session.id, scans: grants, keep: true },
        {
          signal: call.signal,
          // The first half of the bar was the handing over of the files.
          onProgress: ({ done, total, label }) =>
            setProgress({ done: total + done, total: total * 2, label }),
        },
      );
      await session.reload();
      setFiling(result);
    } catch (reason) {
      if (!(reason instanceof CallCancelled))
        setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      running.current = null;
      setProgress(null);
    }
  };

  return (
    <section className="letters-section" aria-labelledby="letters-filing">
      <h2 id="letters-filing">{t('fileTitle')}</h2>
      <p className="soft letters-lead">{t('fileLead')}</p>
      <DropZone
        label={t('fileDrop')}
        hint={t('fileDropHint')}
        multiple
        busy={progress !== null}
        onFiles={(scans) => {
          earlier.current = earlier.current.then(() => file(scans));
        }}
      />
      {progress === null ? null : (
        <WorkProgress progress={progress} onCancel={() => running.current?.abort()} />
      )}
      {error === null ? null : <FailureNotice error={error} />}
      {filing === null ? null : (
        <FilingResult filing={filing} letters={letters} onClose={() => setFiling(null)} />
      )}
    </section>
  );
}
