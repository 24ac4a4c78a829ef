import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../main/contract/api.ts';
import type { CallOptions } from '../client/app-client.ts';
import { CallCancelled } from '../client/call-error.ts';

/** Work that takes a while: how far it has come, how it ended, and a way to stop it. */
export interface Work {
  /** Null while nothing is done. */
  readonly progress: Progress | null;
  readonly error: Error | null;
  readonly wasCancelled: boolean;
  /** Does nothing while other work is under way. */
  readonly run: (work: (options: Required<CallOptions>) => Promise<void>) => Promise<void>;
  readonly cancel: () => void;
  readonly clear: () => void;
}

const atStart: Progress = { done: 0, total: 0, label: '' };

/** One piece of work at a time; it is stopped when what asked for it goes away. */
export function useWork(): Work {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [wasCancelled, setCancelled] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = useCallback<Work['run']>(async (work) => {
    if (running.current !== null) return;
    const call = new AbortController();
    running.current = call;
    setError(null);
    setCancelled(false);
    setProgress(atStart);
    try {
      await work({ signal: call.signal, onProgress: setProgress });
    } catch (reason) {
      if (reason instanceof CallCancelled) setCancelled(true);
      else setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      running.current = null;
      setProgress(null);
    }
  }, []);
  const cancel = useCallback(() => running.current?.abort(), []);
  const clear = useCallback(() => {
    setError(null);
    setCancelled(false);
  }, []);
  return { progress, error, wasCancelled, run, cancel, clear };
}
