import { useCallback, useEffect, useState } from 'react';
import type { Progress } from '../../../main/contract/api.ts';
import type { FileInspection } from '../../../main/contract/files.ts';
import { CallCancelled } from '../../client/call-error.ts';
import { useConnection } from '../../client/client-context.tsx';
import { useSavedRevision, useSession, useSessionState } from '../../dossier/session-context.tsx';

export interface Inspections {
  /** By path; empty until the first answer. */
  readonly byPath: ReadonlyMap<string, FileInspection>;
  /** Null when nothing is being inspected. */
  readonly progress: Progress | null;
  readonly error: Error | null;
  readonly reload: () => void;
}

interface Held {
  readonly byPath: ReadonlyMap<string, FileInspection>;
  /** The question that this answers. */
  readonly answered: string | null;
  readonly error: Error | null;
}

/**
 * What was measured on the dossier's files: asked anew when the saved dossier changes, with progress for large scans. It stops and goes on with the
 * dossier's check, which looks at the same files.
 */
export function useInspections(): Inspections {
  const session = useSession();
  const revision = useSavedRevision();
  const isConnected = useConnection() === 'ok';
  const { isCheckStopped } = useSessionState();
  const [held, setHeld] = useState<Held>({ byPath: new Map(), answered: null, error: null });
  const [progress, setProgress] = useState<Progress | null>(null);
  const [attempt, setAttempt] = useState(0);
  const question = JSON.stringify([session.id, revision, isConnected, attempt, isCheckStopped]);

  useEffect(() => {
    if (isCheckStopped) return undefined;
    const call = new AbortController();
    const onProgress = (next: Progress): void => {
      if (!call.signal.aborted) setProgress(next);
    };
    session.client.call('files.inspect', { dossier: session.id }, { signal: call.signal, onProgress }).then(
      ({ inspections }) => {
        if (call.signal.aborted) return;
        const byPath = new Map(inspections.map((one) => [one.path, one]));
        setHeld({ byPath, answered: question, error: null });
      },
      (reason: unknown) => {
        if (call.signal.aborted || reason instanceof CallCancelled) return;
        const error = reason instanceof Error ? reason : new Error(String(reason));
        setHeld((before) => ({ ...before, answered: question, error }));
      },
    );
    return () => call.abort();
  }, [session, question, isCheckStopped]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  const { byPath, answered, error } = held;
  return { byPath, progress: answered === question || isCheckStopped ? null : progress, error, reload };
}
