import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Progress } from '../../../main/contract/api.ts';
import type { Repair } from '../../../main/contract/files.ts';
import { CallCancelled } from '../../client/call-error.ts';
import { fieldOf, isSame, pathOf, valueAt, type FieldPath } from '../../client/field-path.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';

/** The repairs that the program can make, one by one or all at once; undoing puts the fields back. */
export function RepairsPanel() {
  const t = useText('files');
  const session = useSession();
  const titleOf = useFieldTitle();
  const tell = useUndoNotice();
  const answer = useAnswer('files.repairs', { dossier: session.id });
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);
  const repairs = answer.data?.repairs ?? [];

  const repair = async (chosen: readonly Repair[]): Promise<void> => {
    const call = new AbortController();
    running.current = call;
    setError(null);
    setProgress({ done: 0, total: chosen.length, label: t('repairing') });
    await session.flush();
    const before = session.getState().data;
    const fields = fieldsOf(chosen, before.files);
    try {
      const input = { dossier: session.id, repairs: chosen.map(({ id }) => id) };
      const { repaired } = await session.perform('files.repair', input, {
        signal: call.signal,
        onProgress: setProgress,
      });
      tell({
        message: t('repaired', { count: repaired.length }),
        undo: async () => {
          for (const path of fields) {
            const was = valueAt(before.document, path);
            if (!isSame(was, valueAt(session.getState().data.document, path)))
              session.edit(path, was ?? null);
          }
          await session.flush();
        },
      });
    } catch (reason) {
      if (!(reason instanceof CallCancelled)) {
        setError(reason instanceof Error ? reason : new Error(String(reason)));
      }
    } finally {
      running.current = null;
      setProgress(null);
    }
  };

  if (repairs.length === 0 && error === null) return null;
  return (
    <section className="files-section repairs-panel" aria-labelledby="files-repairs">
      <div className="row-between">
        <h2 id="files-repairs">{t('repairsTitle')}</h2>
        {repairs.length < 2 ? null : (
          <Button disabled={progress !== null} onClick={() => void repair(repairs)}>
            {t('repairAll')}
          </Button>
        )}
      </div>
      <p className="soft">{t('repairsLead')}</p>
      {progress === null ? null : (
        <WorkProgress progress={progress} onCancel={() => running.current?.abort()} />
      )}
      {error === null ? null : <FailureNotice error={error} />}
      <ul className="files-card repairs-list">
        {repairs.map((one) => (
          <li key={one.id} className="repair">
            <div className="grow">
              <p>{one.summary}</p>
              <p className="small faint break">{titleOf(one.at)}</p>
              <dl className="repair-change">
                <dt>{t('before')}</dt>
                <dd className="break">{one.before}</dd>
                <dt>{t('after')}</dt>
                <dd className="break">{one.after}</dd>
              </dl>
            </div>
            <Button
              disabled={progress !== null}
              aria-label={t('repairOf', { summary: one.summary })}
              onClick={() => void repair([one])}
            >
              {t('repair')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The fields that repairs will change: the field itself, or those that hold the file. */
function fieldsOf(
  repairs: readonly Repair[],
  files: readonly { readonly path: string; readonly usedBy: readonly string[] }[],
): readonly FieldPath[] {
  const fields = repairs.flatMap(({ at }) => files.find(({ path }) => path === at)?.usedBy ?? [at]);
  return [...new Map(fields.map((field) => [field, pathOf(field)])).values()].filter(
    (path) => fieldOf(path) !== '',
  );
}
