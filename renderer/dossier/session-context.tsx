import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { DossierSession, SessionState } from '../client/dossier-session.ts';

const SessionContext = createContext<DossierSession | null>(null);

interface SessionProviderProps {
  readonly session: DossierSession;
  readonly children: ReactNode;
}

/** Gives the pages of one dossier its session. */
export function SessionProvider({ session, children }: SessionProviderProps) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of the open dossier. Throws outside a SessionProvider. */
export function useSession(): DossierSession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** The document with unsaved edits, the saving and the report; redraws when any of them changes. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getState);
}

const neverChanges = (): (() => void) => () => undefined;

/** The revision that the host has saved, or 0 on pages that show no dossier. */
export function useSavedRevision(): number {
  const session = useContext(SessionContext);
  return useSyncExternalStore(
    session?.subscribe ?? neverChanges,
    () => session?.getState().data.revision ?? 0,
  );
}
