import { useSyncExternalStore } from 'react';
import type { Progress } from '../../main/contract/api.ts';
import { useSession } from './session-context.tsx';

/** How far a check has come; null where none is under way, or not for long enough to be told. */
export function useCheckProgress(): Progress | null {
  const { check } = useSession();
  return useSyncExternalStore(check.subscribe, check.getProgress);
}
