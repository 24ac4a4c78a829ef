import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Progress } from '../../../main/contract/api.ts';
import type { Repair } from '../../../main/contract/files.ts';
import { CallCancelled } from '../../client/call-error.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import { MadeRepairs } from './made-repairs.tsx';
import { RepairRow } from './repair-row.tsx';

/** The repairs that the program can make, one by one or all at once but for stamped scans, and those made, to be undone. */
export function RepairsPanel() {
  const t = useText('files');
  const session = useSession();
  const { data, isCheckStopped } = useSessionState();
  const tell = useUndoNotice();
  // They are told by what all files are like: who stops the check stops looking at files.
  const answer = useAnswer('files.repairs', isCheckStopped ? null : { dossier: session.id });
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);
  const repairs = answer.data?.repairs ?? [];
  const together = repairs.filter(({ isAlone }) => isAlone !== true);
  const made = data.document.repairs ?? {};

  const work = async (
    label: string,
    total: number,
    act: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> => {
    const call = new AbortController();
    running.current = call;
    setError(null);
    setProgress({ done: 0, total, label });
    try {
      await act(call.signal);
    } catch (reason) {
      if (!(reason instanceof CallCancelled)) {
        setError(reason instanceof Error ? reason : new Error(String(reason)));
      }
    } finally {
      running.current = null;
      setProgress(null);
    }
  };

  const repair = (chosen: readonly Repair[]): Promise<void> =>
    work(t('repairing'), chosen.length, async (signal) => {
      const ids = chosen.map(({ id }) => id);
      const input = { dossier: session.id, repairs: ids };
      const { repaired } = await session.perform('files.repair', input, { signal, onProgress: setProgress });
      tell({
        message: t('repaired', { count: repaired.length }),
        undo: async () => {
          for (const id of ids.toReversed()) {
            await session.perform('files.undoRepair', { dossier: session.id, repair: id });
          }
        },
      });
    });

  const undo = (id: string): Promise<void> =>
    work(t('undoing'), 1, async (signal) => {
      await session.perform('files.undoRepair', { dossier: session.id, repair: id }, { signal });
    });

  if (repairs.length === 0 && error === null && Object.keys(made).length === 0) return null;
  return (
    <section className="files-section repairs-panel" aria-labelledby="files-repairs">
      <div className="row-between">
        <h2 id="files-repairs">{t('repairsTitle')}</h2>
        {together.length < 2 ? null : (
          <Button disabled={progress !== null} onClick={() => void repair(together)}>
            {t('repairAll')}
          </Button>
        )}
      </div>
      <p className="soft">{repairs.length === 0 ? t('repairsNone') : t('repairsLead')}</p>
      {progress === null ? null : (
        <WorkProgress progress={progress} onCancel={() => running.current?.abort()} />
      )}
      {error === null ? null : <FailureNotice error={error} />}
      {repairs.length === 0 ? null : (
        <ul className="files-card repairs-list">
          {repairs.map((one) => (
            <RepairRow
              key={one.id}
              repair={one}
              isBusy={progress !== null}
              onRepair={() => void repair([one])}
            />
          ))}
        </ul>
      )}
      <MadeRepairs repairs={made} isBusy={progress !== null} onUndo={(id) => void undo(id)} />
    </section>
  );
}
