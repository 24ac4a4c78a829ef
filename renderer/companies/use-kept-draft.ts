import { useCallback, useEffect, useRef, useState } from 'react';
import { createKeptDraft, type DraftSaving, type KeptDraft } from './kept-draft.ts';

interface KeptForm<T> {
  readonly details: T;
  readonly saving: DraftSaving;
  readonly error: Error | null;
  readonly change: (details: T) => void;
  readonly flush: () => Promise<void>;
}

/** A form over something kept: shown at once, saved soon, and all of it saved when the page goes elsewhere. */
export function useKeptDraft<T>(
  opened: { readonly details: T; readonly revision: number },
  save: (details: T, baseRevision: number) => Promise<number>,
): KeptForm<T> {
  const [details, setDetails] = useState(opened.details);
  const [{ saving, error }, setSaving] = useState<{ saving: DraftSaving; error: Error | null }>({
    saving: 'saved',
    error: null,
  });
  const [draft] = useState<KeptDraft<T>>(() =>
    createKeptDraft({
      ...opened,
      save,
      onChange: (next, problem) => setSaving({ saving: next, error: problem }),
    }),
  );
  const last = useRef(draft);
  useEffect(() => {
    const { current } = last;
    const leave = (): void => void current.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const change = useCallback(
    (next: T) => {
      setDetails(next);
      draft.edit(next);
    },
    [draft],
  );
  return { details, saving, error, change, flush: draft.flush };
}
