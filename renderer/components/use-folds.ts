import { useState } from 'react';

export interface Folds {
  readonly isOpen: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** Folds some and opens another, where there is one. */
  readonly replace: (folded: readonly string[], opened: string | undefined) => void;
  readonly openAll: () => void;
  readonly foldAll: () => void;
  readonly isAllOpen: boolean;
}

/** The first after `from` that still wants something, else the first of all that does. */
export function nextOpen(
  ids: readonly string[],
  isDone: (id: string) => boolean,
  from?: string,
): string | undefined {
  const place = from === undefined ? -1 : ids.indexOf(from);
  const others = [...ids.slice(place + 1), ...ids.slice(0, Math.max(place, 0))];
  return others.find((id) => !isDone(id));
}

/**
 * Which of several panels are open: at first `first`, as soon as it is known, and whatever is `sought` by the
 * address. Both are taken up once for each value; what people open and fold stays as they left it.
 */
export function useFolds(
  ids: readonly string[],
  first: string | undefined,
  sought: string | undefined,
): Folds {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [wasStarted, setStarted] = useState(false);
  const [shown, setShown] = useState<string | undefined>(undefined);
  const isSought = sought !== undefined && ids.includes(sought);
  if (isSought && shown !== sought) {
    setShown(sought);
    setStarted(true);
    setOpen(new Set([...open, sought]));
  } else if (!wasStarted && first !== undefined) {
    setStarted(true);
    setOpen(new Set([first]));
  }
  if (sought === undefined && shown !== undefined) setShown(undefined);
  const change = (next: Iterable<string>): void => {
    setStarted(true);
    setOpen(new Set(next));
  };
  return {
    isOpen: (id) => open.has(id),
    toggle: (id) => change(open.has(id) ? [...open].filter((one) => one !== id) : [...open, id]),
    replace: (folded, opened) =>
      change([...[...open].filter((id) => !folded.includes(id)), ...(opened === undefined ? [] : [opened])]),
    openAll: () => change(ids),
    foldAll: () => change([]),
    isAllOpen: ids.length > 0 && ids.every((id) => open.has(id)),
  };
}
