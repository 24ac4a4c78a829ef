import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { AppClient, Connection } from './app-client.ts';

const ClientContext = createContext<AppClient | null>(null);

interface ClientProviderProps {
  readonly client: AppClient;
  readonly children: ReactNode;
}

/** Gives every page below the one client of the app. */
export function ClientProvider({ client, children }: ClientProviderProps) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The client of app.call. Throws outside a ClientProvider. */
export function useClient(): AppClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient needs a ClientProvider above it');
  return client;
}

/** Whether the host answers right now; redraws when that changes. */
export function useConnection(): Connection {
  const client = useClient();
  return useSyncExternalStore(client.subscribe, client.connection);
}
