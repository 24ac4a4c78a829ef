import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { FieldRules } from '../../main/contract/rulebook-view.ts';
import { CallCancelled } from '../client/call-error.ts';
import { useLanguage } from '../shell/language-context.tsx';
import { useSession, useSessionState } from './session-context.tsx';

type ByField = ReadonlyMap<string, FieldRules>;

interface Held {
  /** When it was asked for. */
  readonly occasion: string;
  readonly fields: readonly FieldRules[];
}

const none: ByField = new Map();
const FieldRulesContext = createContext<ByField>(none);

/**
 * Asks once which rules are about which field, and again when a choice or an answer changes which of them apply: not with
 * every key. Until the host has answered, and when it cannot, no field has rules to show.
 */
export function FieldRulesProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const { language } = useLanguage();
  const { platform, track, categories, applicant, facts } = useSessionState().data.document;
  /** When to ask anew. */
  const occasion = JSON.stringify([language, platform, track, categories, applicant, facts]);
  const [held, setHeld] = useState<Held>({ occasion: '', fields: [] });
  useEffect(() => {
    const call = new AbortController();
    // What was just chosen is saved first, so that the host judges by it.
    session
      .flush()
      .then(() => session.client.call('rulebook.fields', { dossier: session.id }, { signal: call.signal }))
      .then(
        (answer) => {
          if (!call.signal.aborted) setHeld({ occasion, fields: answer.fields });
        },
        (problem: unknown) => {
          // The counters and the side panel go without; the review says what is wrong with the host.
          if (!(problem instanceof CallCancelled)) setHeld({ occasion, fields: [] });
        },
      );
    return () => call.abort();
  }, [session, occasion]);
  const byField = useMemo(() => new Map(held.fields.map((one) => [one.field, one])), [held]);
  return <FieldRulesContext value={byField}>{children}</FieldRulesContext>;
}

/** What the rules say of a field of the open dossier; undefined where none is about it. */
export function useFieldRules(field: string): FieldRules | undefined {
  return useContext(FieldRulesContext).get(field);
}

/** What the rules say of every field. */
export function useAllFieldRules(): ByField {
  return useContext(FieldRulesContext);
}
