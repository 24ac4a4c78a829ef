/** How far what was typed has been saved. */
export type DraftSaving = 'saved' | 'waiting' | 'failed';

interface KeptDraftOptions<T> {
  readonly details: T;
  readonly revision: number;
  /** Saves all of it and answers the new revision. */
  readonly save: (details: T, baseRevision: number) => Promise<number>;
  readonly onChange: (saving: DraftSaving, error: Error | null) => void;
  readonly delayMs?: number;
}

/** What is typed into a kept company or person: saved soon after, one save at a time, the last words always. */
export interface KeptDraft<T> {
  edit(details: T): void;
  /** Saves what is waiting; resolves when nothing waits or a save has failed. */
  flush(): Promise<void>;
}

/** Makes the draft of something that was just opened. */
export function createKeptDraft<T>(options: KeptDraftOptions<T>): KeptDraft<T> {
  const { save, onChange, delayMs = 500 } = options;
  let { revision } = options;
  let waiting: { readonly details: T } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async (): Promise<void> => {
    while (waiting !== null) {
      const taken = waiting;
      waiting = null;
      try {
        revision = await save(taken.details, revision);
      } catch (problem) {
        // What could not be saved waits for the next word, unless that has come already.
        waiting ??= taken;
        onChange('failed', problem instanceof Error ? problem : new Error(String(problem)));
        return;
      }
    }
    onChange('saved', null);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    if (running === null && waiting === null) return Promise.resolve();
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    edit(details) {
      waiting = { details };
      onChange('waiting', null);
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delayMs);
    },
    flush,
  };
}
