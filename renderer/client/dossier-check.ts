import type { Progress } from '../../main/contract/api.ts';
import type { Report } from '../../main/contract/report.ts';
import type { AppClient } from './app-client.ts';
import { CallCancelled } from './call-error.ts';

/** A check that takes longer than this shows how far it has come: after most edits it is done in a twentieth of it. */
const longMs = 500;
const begun: Progress = { done: 0, total: 0, label: '' };

/** The check of one dossier: asked for again and again, of which the last time counts. */
export interface DossierCheck {
  /** Checks anew after a pause; a check under way is given up. */
  ask(delayMs: number): void;
  /** Gives up the check under way because a person says so: nothing is checked until it is asked for again. */
  stop(): void;
  close(): void;
  /** How far a check that takes long has come; null where none does. */
  getProgress(): Progress | null;
  /** Tells of every change of the progress, which pages need not all be drawn again for. */
  subscribe(listener: () => void): () => void;
}

/** Makes the check of a dossier. `onReport` and `onError` get the answers that still count, `onStopped` whether a person stopped it. */
export function createDossierCheck(
  client: AppClient,
  dossier: string,
  {
    onReport,
    onError,
    onStopped,
  }: {
    readonly onReport: (report: Report) => void;
    readonly onError: (error: Error) => void;
    readonly onStopped: (isStopped: boolean) => void;
  },
): DossierCheck {
  const listeners = new Set<() => void>();
  let progress: Progress | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let underWay: AbortController | undefined;
  let isClosed = false;

  function tell(next: Progress | null): void {
    if (progress === next) return;
    progress = next;
    for (const listener of listeners) listener();
  }
  function giveUp(): void {
    clearTimeout(waiting);
    underWay?.abort();
    underWay = undefined;
    tell(null);
  }
  async function check(): Promise<void> {
    const call = new AbortController();
    underWay = call;
    let latest = begun;
    let isLong = false;
    const onProgress = (next: Progress): void => {
      latest = next;
      if (isLong && !call.signal.aborted) tell(latest);
    };
    const becomingLong = setTimeout(() => {
      isLong = true;
      onProgress(latest);
    }, longMs);
    try {
      const report = await client.call('review.check', { dossier }, { signal: call.signal, onProgress });
      if (!call.signal.aborted) onReport(report);
    } catch (error) {
      if (!(error instanceof CallCancelled) && !call.signal.aborted)
        onError(error instanceof Error ? error : new Error(String(error)));
    } finally {
      clearTimeout(becomingLong);
      if (underWay === call) giveUp();
    }
  }

  return {
    ask(delayMs) {
      giveUp();
      if (isClosed) return;
      onStopped(false);
      waiting = setTimeout(() => void check(), delayMs);
    },
    stop() {
      if (isClosed) return;
      giveUp();
      onStopped(true);
    },
    close() {
      isClosed = true;
      giveUp();
    },
    getProgress: () => progress,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
