import { useSyncExternalStore } from 'react';
import { useSession } from '../../dossier/session-context.tsx';
import { importQueueOf, type ImportState } from './import-queue.ts';

export interface ImportWork extends ImportState {
  readonly start: (files: readonly File[]) => void;
  readonly cancel: () => void;
}

/** The imports into a field, or with null into the dossier alone. With `replaces` the imported files take the place of what the field held. */
export function useImport(field: string | null, replaces = false): ImportWork {
  const queue = importQueueOf(useSession(), field);
  const state = useSyncExternalStore(queue.subscribe, queue.getState);
  return { ...state, start: (files) => queue.add(files, replaces), cancel: queue.cancel };
}
