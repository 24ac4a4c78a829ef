import { useEffect, useState } from 'react';
import { CallCancelled } from '../client/call-error.ts';
import { useClient } from '../client/client-context.tsx';
import { createDossierSession, type DossierSession } from '../client/dossier-session.ts';

interface Opening {
  readonly session: DossierSession | null;
  readonly error: Error | null;
}

/** Opens a dossier and keeps its session until the page goes elsewhere; everything typed is saved on the way out. */
export function useOpenSession(dossier: string): Opening {
  const client = useClient();
  const [session, setSession] = useState<DossierSession | null>(null);
  const [error, setError] = useState<Error | null>(null);

  useEffect(() => {
    const call = new AbortController();
    let opened: DossierSession | null = null;
    client.call('dossiers.open', { dossier }, { signal: call.signal }).then(
      (data) => {
        if (call.signal.aborted) return;
        opened = createDossierSession(client, data);
        setError(null);
        setSession(opened);
      },
      (problem: unknown) => {
        if (call.signal.aborted || problem instanceof CallCancelled) return;
        setError(problem instanceof Error ? problem : new Error(String(problem)));
      },
    );
    return () => {
      call.abort();
      opened?.close();
      setSession(null);
    };
  }, [client, dossier]);

  useEffect(() => {
    if (session === null) return undefined;
    const flush = (): void => void session.flush();
    const leave = (): void => session.leave();
    const hide = (): void => {
      if (document.visibilityState === 'hidden') session.leave();
    };
    window.addEventListener('hashchange', flush);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('hashchange', flush);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [session]);

  return { session, error };
}
