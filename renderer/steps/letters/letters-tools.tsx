import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useWork } from '../../components/use-work.ts';
import { makerName } from '../../dossier/maker-name.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
import { useShortcut } from '../../shell/shortcut-stack.ts';
import { PrintSettings, usePrintOptions } from './print-options.tsx';
import { NotKeptNotice } from './not-kept-notice.tsx';

const PackDialog = lazy(async () => ({ default: (await import('./pack-dialog.tsx')).PackDialog }));
const BatchDialog = lazy(async () => ({ default: (await import('./batch-dialog.tsx')).BatchDialog }));

/** What is done with all letters at once: the print pack, every file, a batch; and how they print. */
export function LettersTools({ letters }: { readonly letters: readonly LetterSummary[] }) {
  const t = useText('letters');
  const desk = useText('letterDesk');
  const session = useSession();
  const { client } = session;
  const { options } = usePrintOptions();
  const [open, setOpen] = useState<'pack' | 'batch' | null>(null);
  const [notKept, setNotKept] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const { progress, error, wasCancelled, run, cancel } = useWork();
  const required = letters.filter(({ need }) => need === 'required');
  const ready = required.filter(({ state, unprintable }) => state === 'ready' && unprintable.length === 0);

  const saveAll = (as: 'pdf' | 'word'): Promise<void> =>
    run(async ({ signal, onProgress }) => {
      setDone(null);
      setNotKept(null);
      await session.flush();
      if (client.bridge.kind === 'electron') {
        const folder = await client.bridge.chooseFolder('write-letters');
        if (folder === null) return;
        const input = { dossier: session.id, folder: folder.grant, as, by: makerName(), ...options };
        const { written, notKept: why } = await client.call('letters.write', input, { signal, onProgress });
        setNotKept(why ?? null);
        setDone(
          written.length === 0
            ? t('savedNone')
            : t('savedAll', { count: written.length, folder: folder.name }),
        );
        return;
      }
      for (const [index, { letter, title }] of ready.entries()) {
        onProgress({ done: index, total: ready.length, label: title });
        const input = { dossier: session.id, letter };
        const made =
          as === 'pdf'
            ? await client.call(
                'letters.render',
                { ...input, keep: { by: makerName() }, ...options },
                { signal },
              )
            : await client.call('letters.word', { ...input, by: makerName() }, { signal });
        if (made.notKept !== undefined) setNotKept(made.notKept);
        await client.bridge.saveArtifact(made.artifact, made.fileName);
      }
      setDone(t('downloadedAll', { count: ready.length }));
    });
  const isBusy = progress !== null;
  // With no letter in focus, what prints is the pack of all.
  useShortcut('print', () => setOpen('pack'));
  return (
    <section className="letters-tools" aria-label={desk('tools')}>
      <div className="row">
        <Button type="primary" onClick={() => setOpen('pack')}>
          {desk('pack.open')}
        </Button>
        <Button disabled={isBusy || ready.length === 0} onClick={() => void saveAll('pdf')}>
          {t('downloadAll')}
        </Button>
        <Button disabled={isBusy || ready.length === 0} onClick={() => void saveAll('word')}>
          {desk('wordAll')}
        </Button>
        <Button onClick={() => setOpen('batch')}>{desk('batch.open')}</Button>
      </div>
      <div className="letters-tools-said" role="status">
        {done === null && !wasCancelled && ready.length < required.length ? (
          <p className="small soft">{t(ready.length === 0 ? 'savedNone' : 'downloadAllHint')}</p>
        ) : null}
        {done === null ? null : <p className="small soft">{done}</p>}
        <NotKeptNotice why={notKept} />
        {wasCancelled ? <p className="small soft">{desk('cancelled')}</p> : null}
      </div>
      {progress === null ? null : <WorkProgress progress={progress} onCancel={cancel} />}
      {error === null ? null : <FailureNotice error={error} />}
      <PrintSettings />
      <Suspense>
        {open === 'pack' ? <PackDialog letters={letters} onClose={() => setOpen(null)} /> : null}
        {open === 'batch' ? <BatchDialog letters={letters} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </section>
  );
}
