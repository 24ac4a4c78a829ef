import { useEffect, useState } from 'react';
import type { MethodInput } from '../../main/contract/api.ts';
import type { LetterPreview, TemplatePreview } from '../../main/contract/letter-preview.ts';
import { CallCancelled } from '../client/call-error.ts';
import { useClient } from '../client/client-context.tsx';
import { useLanguage } from '../shell/language-context.tsx';

/** A pause in typing, in milliseconds, after which the pages are made anew. */
const pauseMs = 180;

/** The faults of what is being written, and the last pages that it made. */
export interface LivePreview {
  readonly faults: TemplatePreview['faults'];
  readonly preview: LetterPreview | null;
  /** Whether what is shown is of the text as it stands. */
  readonly isCurrent: boolean;
  readonly error: Error | null;
}

interface Held {
  readonly occasion: string;
  readonly faults: TemplatePreview['faults'];
  readonly preview: LetterPreview | null;
  readonly error: Error | null;
}

/** Makes the pages of a template being written after each pause; older requests are cancelled. */
export function useTemplatePreview(input: MethodInput<'templates.preview'> | null): LivePreview {
  const client = useClient();
  const { language } = useLanguage();
  const [held, setHeld] = useState<Held>({ occasion: '', faults: [], preview: null, error: null });
  const question = input === null ? null : JSON.stringify(input);
  const occasion = `${language} ${question}`;
  useEffect(() => {
    if (question === null) return undefined;
    const call = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        // Safe: `question` is the input, written down above to compare it by value.
        const asked = JSON.parse(question) as MethodInput<'templates.preview'>;
        const made = await client.call('templates.preview', asked, { signal: call.signal });
        if (call.signal.aborted) return;
        // While there are faults, the pages stay as they were before them.
        setHeld((before) => ({
          occasion,
          faults: made.faults,
          preview: made.preview ?? before.preview,
          error: null,
        }));
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
  }, [client, question, occasion]);
  return { ...held, isCurrent: held.occasion === occasion };
}
