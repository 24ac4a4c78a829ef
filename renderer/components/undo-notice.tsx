import { Button } from 'antd';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { useRoute } from '../shell/routes.ts';
import { useShortcut } from '../shell/shortcut-stack.ts';
import { useText } from '../text/use-text.ts';
import { wordsOf } from './failure-notice.tsx';
import './undo-notice.css';

interface Told {
  readonly message: string;
  /** Absent where there is nothing to take back. */
  readonly undo?: () => Promise<unknown> | void;
}

/** What was done, and how to take it back. */
export interface Undoable extends Told {
  readonly undo: () => Promise<unknown> | void;
}

const UndoContext = createContext<((done: Told) => void) | null>(null);

/** Tells at the foot of the window what was done, with 撤销. Throws outside an UndoNoticeProvider. */
export function useUndoNotice(): (done: Undoable) => void {
  const tell = useContext(UndoContext);
  if (tell === null) throw new Error('useUndoNotice needs an UndoNoticeProvider above it');
  return tell;
}

/** Tells at the foot of the window what was done, where it is taken back elsewhere. Throws outside an UndoNoticeProvider. */
export function useTell(): (message: string) => void {
  const tell = useContext(UndoContext);
  if (tell === null) throw new Error('useTell needs an UndoNoticeProvider above it');
  return useCallback((message) => tell({ message }), [tell]);
}

/** Long enough to read, notice and reach the button; stays while it is pointed at or focused. */
const shownMs = 12_000;

/** Holds the one notice; a newer one takes its place. */
export function UndoNoticeProvider({ children }: { readonly children: ReactNode }) {
  const t = useText('parts');
  const [done, setDone] = useState<Told | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const [isHeld, setHeld] = useState(false);
  const route = useRoute();
  const place = route.page === 'dossier' ? route.dossier : route.page;
  const [toldAt, setToldAt] = useState(place);
  // What was done in one dossier is taken back there, not from another page.
  if (toldAt !== place) {
    setToldAt(place);
    setDone(null);
  }
  const tell = useCallback((next: Told) => {
    setProblem(null);
    setHeld(false);
    setDone(next);
  }, []);
  useEffect(() => {
    if (done === null || isHeld || problem !== null) return undefined;
    const timer = window.setTimeout(() => setDone(null), shownMs);
    return () => window.clearTimeout(timer);
  }, [done, isHeld, problem]);
  const undo = async (): Promise<void> => {
    try {
      await done?.undo?.();
      setDone(null);
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  // What the notice offers is what the key does while it is shown.
  useShortcut('undo', done?.undo === undefined ? null : () => void undo());
  return (
    <UndoContext value={tell}>
      {children}
      <div className="undo-notice-place" role="status">
        {done === null ? null : (
          <div
            className="undo-notice"
            onMouseEnter={() => setHeld(true)}
            onMouseLeave={() => setHeld(false)}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
          >
            <span className="break">{problem === null ? done.message : wordsOf(problem, t).message}</span>
            {done.undo === undefined ? null : (
              <Button ghost onClick={() => void undo()}>
                {t('undo.do')}
              </Button>
            )}
            <Button ghost onClick={() => setDone(null)}>
              {t('undo.close')}
            </Button>
          </div>
        )}
      </div>
    </UndoContext>
  );
}
