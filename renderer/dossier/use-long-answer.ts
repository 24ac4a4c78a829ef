import { useCallback, useEffect, useState } from 'react';
import type { MethodInput, MethodName, MethodOutput, Progress } from '../../main/contract/api.ts';
import { CallCancelled } from '../client/call-error.ts';
import { useConnection } from '../client/client-context.tsx';
import { useLanguage } from '../shell/language-context.tsx';
import { useSession } from './session-context.tsx';

/** What a page gets for a question whose answer takes long: the last answer stays while a newer one is on its way. */
export interface LongAnswer<T> {
  readonly data: T | null;
  readonly error: Error | null;
  readonly isRunning: boolean;
  /** Null until something was reported, and where the answer comes at once. */
  readonly progress: Progress | null;
  readonly reload: () => void;
}

interface Held<T> {
  /** What was asked, and when, for this answer. */
  readonly occasion: string | null;
  readonly data: T | null;
  readonly error: Error | null;
}

/** An answer that comes within this time needs no progress. */
const patienceMs = 400;

/**
 * Asks app.call with progress, after what is waiting was saved. Asks again when the input, `occasionKey`, the language or
 * the connection changes; the call before is cancelled. With the input null nothing is asked, and a call under way ends.
 */
export function useLongAnswer<N extends MethodName>(
  name: N,
  input: MethodInput<N> | null,
  occasionKey: string,
): LongAnswer<MethodOutput<N>> {
  const session = useSession();
  const { language } = useLanguage();
  const isConnected = useConnection() === 'ok';
  const [attempt, setAttempt] = useState(0);
  const [held, setHeld] = useState<Held<MethodOutput<N>>>({ occasion: null, data: null, error: null });
  const [reported, setReported] = useState<{ readonly of: string; readonly progress: Progress } | null>(null);
  const [slow, setSlow] = useState<string | null>(null);
  const question = input === null ? null : JSON.stringify(input);
  const occasion = JSON.stringify([question, occasionKey, language, isConnected, attempt]);

  useEffect(() => {
    if (question === null) return undefined;
    const call = new AbortController();
    const onProgress = (progress: Progress): void => {
      if (!call.signal.aborted) setReported({ of: occasion, progress });
    };
    const timer = window.setTimeout(() => setSlow(occasion), patienceMs);
    const ask = async (): Promise<void> => {
      try {
        await session.flush();
        // Safe: `question` is the input, written down above to compare it by value.
        const asked = JSON.parse(question) as MethodInput<N>;
        const data = await session.client.call(name, asked, { signal: call.signal, onProgress });
        if (!call.signal.aborted) setHeld({ occasion, data, error: null });
      } catch (problem) {
        if (call.signal.aborted || problem instanceof CallCancelled) return;
        const error = problem instanceof Error ? problem : new Error(String(problem));
        setHeld((before) => ({ occasion, data: before.data, error }));
      }
    };
    void ask();
    return () => {
      window.clearTimeout(timer);
      call.abort();
    };
  }, [session, name, question, occasion]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  const isRunning = question !== null && held.occasion !== occasion;
  const isTold = isRunning && slow === occasion && reported?.of === occasion;
  return {
    data: held.data,
    error: question === null ? null : held.error,
    isRunning,
    progress: isTold ? reported.progress : null,
    reload,
  };
}
