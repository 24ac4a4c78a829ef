import { useCallback, useState } from 'react';
import type { Requirement } from '../../../main/contract/report.ts';
import { useSessionState } from '../../dossier/session-context.tsx';
import type { Answer } from '../../dossier/use-answer.ts';
import type { MethodOutput } from '../../../main/contract/api.ts';
import { changesBetween, type Changes } from './changes-between.ts';

/** What the last answer changed, and at which question or topic it was given. */
export interface AnswerEffect {
  readonly at: string;
  readonly changes: Changes;
}

/**
 * Tells what the last answer added and spared: `note` is called as it is given, and once it is saved and the
 * requirements are known anew they are compared with those before it.
 */
export function useAnswerEffect(needed: Answer<MethodOutput<'requirements.list'>>): {
  readonly effect: AnswerEffect | null;
  readonly note: (at: string) => void;
} {
  const { saving } = useSessionState();
  const [watched, setWatched] = useState<{
    readonly at: string;
    readonly before: readonly Requirement[];
  } | null>(null);
  const [effect, setEffect] = useState<AnswerEffect | null>(null);
  const now = needed.data?.requirements;
  const isSettled = saving.kind === 'saved' && !needed.isLoading;
  if (watched !== null && now !== undefined && isSettled && now !== watched.before) {
    setWatched(null);
    setEffect({ at: watched.at, changes: changesBetween(watched.before, now) });
  }
  const note = useCallback(
    (at: string) => {
      setEffect(null);
      setWatched(now === undefined ? null : { at, before: now });
    },
    [now],
  );
  return { effect, note };
}
