import type { Progress } from '../../../main/contract/api.ts';
import { CallCancelled } from '../../client/call-error.ts';
import type { DossierSession } from '../../client/dossier-session.ts';
import { editOf } from './slot.ts';

/** A file that did not become part of the dossier, and why. */
export interface FailedImport {
  readonly name: string;
  readonly error: Error;
}

/** What is to be seen of the imports into one field. */
export interface ImportState {
  /** Null while nothing is being imported. */
  readonly progress: Progress | null;
  readonly failed: readonly FailedImport[];
  readonly wasCancelled: boolean;
}

/** The imports into one field of a dossier, or with null into the dossier alone: one file after the other, in the order in which they were handed over. */
export interface ImportQueue {
  getState(): ImportState;
  subscribe(listener: () => void): () => void;
  /** With `replaces` the imported files take the place of what the field held. */
  add(files: readonly File[], replaces: boolean): void;
  /** Ends the file under way and forgets those that wait. */
  cancel(): void;
}

const idle: ImportState = { progress: null, failed: [], wasCancelled: false };

/** Makes the queue of one field. One file that is refused does not stop the others. */
export function createImportQueue(session: DossierSession, field: string | null): ImportQueue {
  let state = idle;
  let waiting: { readonly files: readonly File[]; readonly replaces: boolean }[] = [];
  let running: AbortController | null = null;
  const listeners = new Set<() => void>();

  function update(change: Partial<ImportState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }
  async function take(files: readonly File[], replaces: boolean, signal: AbortSignal): Promise<void> {
    const imported: string[] = [];
    for (const [index, file] of files.entries()) {
      if (signal.aborted) break;
      update({ progress: { done: index, total: files.length, label: file.name } });
      try {
        const grant = await session.client.grantFile(file);
        const input = { dossier: session.id, file: grant, ...(field === null ? {} : { slot: field }) };
        imported.push((await session.perform('files.import', input, { signal })).path);
      } catch (reason) {
        if (signal.aborted || reason instanceof CallCancelled) break;
        const error = reason instanceof Error ? reason : new Error(String(reason));
        update({ failed: [...state.failed, { name: file.name, error }] });
      }
    }
    if (!replaces || field === null || imported.length === 0) return;
    const { path, value } = editOf(field, imported);
    session.edit(path, value);
    await session.flush();
  }
  async function run(): Promise<void> {
    const controller = new AbortController();
    running = controller;
    update({ failed: [], wasCancelled: false });
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await take(next.files, next.replaces, controller.signal);
    }
    running = null;
    update({ progress: null, wasCancelled: controller.signal.aborted });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(files, replaces) {
      waiting.push({ files, replaces });
      if (running === null) void run();
    },
    cancel() {
      waiting = [];
      running?.abort();
    },
  };
}

const queues = new WeakMap<DossierSession, Map<string | null, ImportQueue>>();

/** The queue of a field: it belongs to the open dossier, so that leaving the page in mid-import loses nothing. */
export function importQueueOf(session: DossierSession, field: string | null): ImportQueue {
  const ofSession = queues.get(session) ?? new Map<string | null, ImportQueue>();
  queues.set(session, ofSession);
  const queue = ofSession.get(field) ?? createImportQueue(session, field);
  ofSession.set(field, queue);
  return queue;
}
