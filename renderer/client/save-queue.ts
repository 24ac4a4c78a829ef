import type { FieldEdit } from '../../main/contract/dossier.ts';
import { CallFailure, ConnectionLost } from './call-error.ts';
import { fieldOf } from './field-path.ts';

/** One edit on its way: `base` is the revision that the user saw when making it. */
export interface QueuedEdit extends FieldEdit {
  readonly base: number;
}

/** What the save indicator says. `failed` keeps the edits; `retrying` tells whether the queue tries again by itself. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'failed';
      readonly reason: 'connection' | 'failure' | 'bug';
      readonly message: string;
      readonly hint: string;
    }
  | { readonly kind: 'conflict' };

/** Timers, replaced in tests. */
export interface Timers {
  set(run: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}

const browserTimers: Timers = {
  set: (run, ms) => setTimeout(run, ms),
  // Safe: what comes back is what `set` gave out.
  clear: (timer) => clearTimeout(timer as number),
};

export interface SaveQueueOptions<Saved> {
  /** Saves one batch, all edits or none. */
  readonly save: (edits: readonly FieldEdit[], baseRevision: number) => Promise<Saved>;
  /** A batch was saved: called before anything newer is sent. */
  readonly onSaved: (saved: Saved, edits: readonly QueuedEdit[]) => void;
  /** Another window changed one of these fields; the queue waits until the edits are dropped or rebased. */
  readonly onConflict: (edits: readonly QueuedEdit[], failure: CallFailure) => void;
  readonly onChange: (state: SaveState) => void;
  readonly delayMs?: number;
  readonly retryMs?: number;
  readonly timers?: Timers;
}

/** Edits waiting to be saved, the newest of each field, one batch on its way at a time. */
export interface SaveQueue {
  add(edit: QueuedEdit): void;
  /** Sends what is waiting now; resolves when all is saved or the queue has to wait. */
  flush(): Promise<void>;
  /** On their way and waiting, oldest first: what the document must show over what the host has. */
  unsaved(): readonly QueuedEdit[];
  /** Gives waiting edits another base, or with null drops them; ends a conflict. */
  rebase(change: (edit: QueuedEdit) => number | null): void;
  state(): SaveState;
  /** Stops retrying and sending. */
  close(): void;
}

/** Makes a queue that saves `delayMs` after the last edit and, after a failure, again and again with growing pauses. */
export function createSaveQueue<Saved>(options: SaveQueueOptions<Saved>): SaveQueue {
  const { delayMs = 400, retryMs = 3000, timers = browserTimers } = options;
  const waiting = new Map<string, QueuedEdit>();
  let sending: readonly QueuedEdit[] = [];
  let running: Promise<void> | null = null;
  let timer: unknown = null;
  let state: SaveState = { kind: 'saved' };
  let failures = 0;
  let isClosed = false;

  function become(next: SaveState): void {
    state = next;
    options.onChange(next);
  }
  function wake(ms: number): void {
    if (timer !== null) timers.clear(timer);
    timer = isClosed ? null : timers.set(() => void run(), ms);
  }
  const hasWork = (): boolean => waiting.size > 0 && !isClosed;
  /** The edits of the oldest base: only those may share a call. */
  function nextBatch(): readonly QueuedEdit[] {
    const base = Math.min(...[...waiting.values()].map((edit) => edit.base));
    const batch = [...waiting.values()].filter((edit) => edit.base === base);
    for (const edit of batch) waiting.delete(fieldOf(edit.path));
    return batch;
  }
  function putBack(batch: readonly QueuedEdit[]): void {
    const newer = [...waiting.values()];
    waiting.clear();
    for (const edit of batch) waiting.set(fieldOf(edit.path), edit);
    for (const edit of newer) {
      const older = waiting.get(fieldOf(edit.path));
      waiting.set(fieldOf(edit.path), older === undefined ? edit : { ...edit, base: older.base });
    }
  }
  async function send(): Promise<void> {
    while (hasWork()) {
      const batch = nextBatch();
      sending = batch;
      become({ kind: 'saving' });
      try {
        const edits = batch.map(({ path, value }) => ({ path: [...path], value }));
        const saved = await options.save(edits, batch[0]?.base ?? 0);
        sending = [];
        failures = 0;
        options.onSaved(saved, batch);
      } catch (error) {
        sending = [];
        putBack(batch);
        if (error instanceof CallFailure && error.code === 'edit-conflict') {
          become({ kind: 'conflict' });
          options.onConflict(batch, error);
          return;
        }
        failures += 1;
        become(failed(error));
        wake(Math.min(retryMs * 2 ** (failures - 1), 30_000));
        return;
      }
    }
    become({ kind: waiting.size > 0 ? 'unsaved' : 'saved' });
  }
  async function run(): Promise<void> {
    if (timer !== null) timers.clear(timer);
    timer = null;
    if (state.kind === 'conflict' || waiting.size === 0) return running ?? undefined;
    running ??= send().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    add(edit) {
      const key = fieldOf(edit.path);
      const older = waiting.get(key);
      waiting.delete(key);
      waiting.set(key, older === undefined ? edit : { ...edit, base: older.base });
      if (state.kind === 'saved' || state.kind === 'failed') become({ kind: 'unsaved' });
      if (state.kind !== 'conflict') wake(delayMs);
    },
    flush: run,
    unsaved: () => [...sending, ...waiting.values()],
    rebase(change) {
      for (const [key, edit] of waiting) {
        const base = change(edit);
        if (base === null) waiting.delete(key);
        else waiting.set(key, { ...edit, base });
      }
      if (state.kind !== 'conflict') return;
      become({ kind: waiting.size > 0 ? 'unsaved' : 'saved' });
      if (waiting.size > 0) wake(0);
    },
    state: () => state,
    close() {
      isClosed = true;
      if (timer !== null) timers.clear(timer);
      timer = null;
    },
  };
}

function failed(error: unknown): SaveState {
  if (error instanceof CallFailure) {
    return { kind: 'failed', reason: 'failure', message: error.message, hint: error.hint };
  }
  const reason = error instanceof ConnectionLost ? 'connection' : 'bug';
  return {
    kind: 'failed',
    reason,
    message: error instanceof Error ? error.message : String(error),
    hint: '',
  };
}
