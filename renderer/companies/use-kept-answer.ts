import { useEffect, useState } from 'react';
import type { MethodInput, MethodOutput } from '../../main/contract/api.ts';
import { CallCancelled } from '../client/call-error.ts';
import { useClient } from '../client/client-context.tsx';

type ListMethod = 'companies.list' | 'people.list';

interface HeldAnswer<T> {
  /** For which it is the answer; null while there is none. */
  readonly occasion: number | null;
  readonly data: T | null;
  readonly error: Error | null;
}

/**
 * What is kept, asked once and again when `occasion` changes, but not with every edit of the dossier that is open: the last answer
 * stays meanwhile.
 */
export function useKeptAnswer<N extends ListMethod>(name: N, occasion: number): HeldAnswer<MethodOutput<N>> {
  const client = useClient();
  const [held, setHeld] = useState<HeldAnswer<MethodOutput<N>>>({ occasion: null, data: null, error: null });
  useEffect(() => {
    const call = new AbortController();
    // Safe: both methods take nothing.
    client.call(name, {} as MethodInput<N>, { signal: call.signal }).then(
      (data) => {
        if (!call.signal.aborted) setHeld({ occasion, data, error: null });
      },
      (problem: unknown) => {
        if (call.signal.aborted || problem instanceof CallCancelled) return;
        const error = problem instanceof Error ? problem : new Error(String(problem));
        setHeld((before) => ({ occasion, data: before.data, error }));
      },
    );
    return () => call.abort();
  }, [client, name, occasion]);
  return held;
}
