import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window meets a media query, such as `(min-width: 1200px)`; redraws when that changes. */
export function useMatches(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void): (() => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
