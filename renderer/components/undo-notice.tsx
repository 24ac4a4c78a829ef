import { Button } from 'antd';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { useRoute } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { wordsOf } from './failure-notice.tsx';
import './undo-notice.css';

/** What was done, and how to take it back. */
export interface Undoable {
  readonly message: string;
  readonly undo: () => Promise<unknown> | void;
}

const UndoContext = createContext<((done: Undoable) => void) | null>(null);

/** Tells at the foot of the window what was done, with 撤销. Throws outside an UndoNoticeProvider. */
export function useUndoNotice(): (done: Undoable) => void {
  const tell = useContext(UndoContext);
  if (tell === null) throw new Error('useUndoNotice needs an UndoNoticeProvider above it');
  return tell;
}

/** Long enough to read, notice and reach the button; stays while it is pointed at or focused. */
const shownMs = 12_000;

/** Holds the one notice; a newer one takes its place. */
export function UndoNoticeProvider({ children }: { readonly children: ReactNode }) {
  const t = useText('parts');
  const [done, setDone] = useState<Undoable | null>(null);
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
  const tell = useCallback((next: Undoable) => {
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
      await done?.undo();
      setDone(null);
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
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
            <Button ghost onClick={() => void undo()}>
              {t('undo.do')}
            </Button>
            <Button ghost onClick={() => setDone(null)}>
              {t('undo.close')}
            </Button>
          </div>
        )}
      </div>
    </UndoContext>
  );
}
