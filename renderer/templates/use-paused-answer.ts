import { useEffect, useState } from 'react';
import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/api.ts';
import { CallCancelled } from '../client/call-error.ts';
import { useClient } from '../client/client-context.tsx';
import { useLanguage } from '../shell/language-context.tsx';

/** A pause in typing, in milliseconds, after which what was typed is looked at. */
const pauseMs = 180;

/** The last answer about something being written. */
export interface PausedAnswer<T> {
  readonly data: T | null;
  /** Whether the answer is of what is written now. */
  readonly isCurrent: boolean;
  readonly error: Error | null;
}

/** Asks app.call after each pause in typing; older calls are cancelled, and the last answer stays until the next one comes. */
export function usePausedAnswer<N extends MethodName>(
  name: N,
  input: MethodInput<N> | null,
): PausedAnswer<MethodOutput<N>> {
  const client = useClient();
  const { language } = useLanguage();
  const [held, setHeld] = useState<{
    readonly occasion: string;
    readonly data: MethodOutput<N> | null;
    readonly error: Error | null;
  }>({ occasion: '', data: null, error: null });
  const question = input === null ? null : JSON.stringify(input);
  const occasion = `${language} ${question}`;
  useEffect(() => {
    if (question === null) return undefined;
    const call = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        // Safe: `question` is the input, written down above to compare it by value.
        const asked = JSON.parse(question) as MethodInput<N>;
        const data = await client.call(name, asked, { signal: call.signal });
        if (!call.signal.aborted) setHeld({ occasion, data, error: null });
      } catch (reason) {
        if (call.signal.aborted || reason instanceof CallCancelled) return;
        const error = reason instanceof Error ? reason : new Error(String(reason));
        setHeld((before) => ({ ...before, occasion, error }));
      }
    };
    const timer = window.setTimeout(() => void ask(), pauseMs);
    return () => {
      window.clearTimeout(timer);
      call.abort();
    };
  }, [client, name, question, occasion]);
  return { data: held.data, error: held.error, isCurrent: held.occasion === occasion };
}
