import { useCallback, useEffect, useState } from 'react';
import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/api.ts';
import { CallCancelled } from '../client/call-error.ts';
import { useClient, useConnection } from '../client/client-context.tsx';
import { useLanguage } from '../shell/language-context.tsx';
import { useSavedRevision } from './session-context.tsx';

/** What a page gets for a question: the last answer stays while a newer one is on its way. */
export interface Answer<T> {
  readonly data: T | null;
  readonly error: Error | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

interface Held<T> {
  /** What was asked, and when, for this answer. */
  readonly occasion: string | null;
  readonly data: T | null;
  readonly error: Error | null;
}

/**
 * Asks app.call and shows the answer. Asks again when the input, one of `dependencies`, the language or the saved
 * revision of the open dossier changes, and when a lost connection is back; older calls are cancelled. With the
 * input null nothing is asked.
 */
export function useAnswer<N extends MethodName>(
  name: N,
  input: MethodInput<N> | null,
  dependencies: readonly unknown[] = [],
): Answer<MethodOutput<N>> {
  const client = useClient();
  const { language } = useLanguage();
  const revision = useSavedRevision();
  const isConnected = useConnection() === 'ok';
  const [attempt, setAttempt] = useState(0);
  const [held, setHeld] = useState<Held<MethodOutput<N>>>({ occasion: null, data: null, error: null });
  const question = input === null ? null : JSON.stringify(input);
  const occasion = JSON.stringify([question, language, revision, isConnected, attempt, ...dependencies]);

  useEffect(() => {
    if (question === null) return undefined;
    const call = new AbortController();
    // Safe: `question` is the input, written down above to compare it by value.
    client.call(name, JSON.parse(question) as MethodInput<N>, { signal: call.signal }).then(
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
  }, [client, name, question, occasion]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  if (question === null) return { data: null, error: null, isLoading: false, reload };
  return { data: held.data, error: held.error, isLoading: held.occasion !== occasion, reload };
}
