import { useState } from 'react';
import type { DossierSession } from '../client/dossier-session.ts';
import { useSession } from './session-context.tsx';

const wantedBy = new WeakSet<DossierSession>();

/**
 * Whether a person has asked for the dossier's papers to be read by machine. It holds for every page of the open
 * dossier: what was read once is there at once, and papers that come later are read too.
 */
export function usePapersWanted(): readonly [boolean, (isWanted: boolean) => void] {
  const session = useSession();
  const [isWanted, setWanted] = useState(() => wantedBy.has(session));
  const change = (next: boolean): void => {
    if (next) wantedBy.add(session);
    else wantedBy.delete(session);
    setWanted(next);
  };
  return [isWanted, change];
}
