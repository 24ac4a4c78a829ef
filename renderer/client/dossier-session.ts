import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/api.ts';
import type { OpenDossierData } from '../../main/contract/open-dossier.ts';
import type { FieldEdit } from '../../main/contract/dossier.ts';
import type { Report } from '../../main/contract/report.ts';
import type { AppClient, CallOptions } from './app-client.ts';
import { createDossierCheck, type DossierCheck } from './dossier-check.ts';
import { createEditHistory, type HistoryStep } from './edit-history.ts';
import { fieldOf, isSame, valueAt, withValue, type FieldPath } from './field-path.ts';
import { createSaveQueue, type QueuedEdit, type SaveState } from './save-queue.ts';
import { putAside, takeBack } from './unsaved-edits.ts';

/** A field that two windows changed. */
export interface Conflict {
  readonly path: FieldPath;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** All that the pages of one dossier show. `data.document` holds unsaved edits too. */
export interface SessionState {
  readonly data: OpenDossierData;
  readonly saving: SaveState;
  readonly report: Report | null;
  /** False while the report is older than what is on the screen. */
  readonly isReportCurrent: boolean;
  readonly reportError: Error | null;
  /** Whether a person stopped the check, so that nothing is checked until it is asked for again. */
  readonly isCheckStopped: boolean;
  readonly conflicts: readonly Conflict[];
  /** Whether an edit of this session can be taken back, or one taken back be done again. */
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What undo or redo did: the fields, and whether they were left alone because they have changed since. */
export interface Retraced {
  readonly fields: readonly string[];
  readonly isStale: boolean;
}

/** Methods that answer with the whole dossier. */
type DossierMethod = {
  [N in MethodName]: MethodOutput<N> extends OpenDossierData ? N : never;
}[MethodName];

/** One open dossier: the document as the user sees it, its saving and its judgement. */
export interface DossierSession {
  readonly client: AppClient;
  readonly id: string;
  /** What is under way for the report: how far it has come, and how to stop it. */
  readonly check: Pick<DossierCheck, 'getProgress' | 'subscribe' | 'stop'>;
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Sets a field; null removes it. Saved soon, shown at once. */
  edit(path: FieldPath, value: unknown): void;
  /** Takes the newest step of this session's edits back, unless its fields have changed since; null where there is none. */
  undo(): Retraced | null;
  /** Does again what was taken back last. */
  redo(): Retraced | null;
  /** Saves what is waiting. */
  flush(): Promise<void>;
  /** Saves, runs a method that changes the dossier, and takes over its answer. */
  perform<N extends DossierMethod>(
    name: N,
    input: MethodInput<N>,
    options?: CallOptions,
  ): Promise<MethodOutput<N>>;
  /** Reads the dossier again, for methods that changed it without answering it. */
  reload(): Promise<void>;
  /** Asks for the report again, for example in another language. */
  refreshReport(): void;
  settleConflict(choice: 'mine' | 'theirs'): void;
  /** Puts unconfirmed edits aside and sends them; called when the page may be about to go. */
  leave(): void;
  close(): void;
}

/**
 * Makes the session of a dossier that was just opened. `reportDelayMs` is the pause before the review is asked again: short, for
 * what was saved has waited for the end of typing already; it only gathers saves that follow each other at once.
 */
export function createDossierSession(
  client: AppClient,
  opened: OpenDossierData,
  reportDelayMs = 30,
): DossierSession {
  let server = opened;
  let state: SessionState = {
    data: opened,
    saving: { kind: 'saved' },
    report: null,
    isReportCurrent: false,
    reportError: null,
    isCheckStopped: false,
    conflicts: [],
    canUndo: false,
    canRedo: false,
  };
  const history = createEditHistory();
  const listeners = new Set<() => void>();
  const check = createDossierCheck(client, opened.dossier, {
    onReport: (report) =>
      update({ report, isReportCurrent: queue.unsaved().length === 0, reportError: null }),
    onError: (reportError) => update({ reportError }),
    onStopped: (isCheckStopped) => {
      if (isCheckStopped !== state.isCheckStopped) update({ isCheckStopped });
    },
  });

  const queue = createSaveQueue<OpenDossierData>({
    save: (edits, baseRevision) =>
      client.call('dossiers.edit', { dossier: opened.dossier, baseRevision, edits: [...edits] }),
    onSaved: (saved, edits) => adopt(saved, edits),
    onConflict: (edits) => void showConflict(edits),
    onChange: (saving) => {
      if (saving.kind === 'saved') putAside(opened.dossier, []);
      update({ saving });
    },
  });

  function update(change: Partial<SessionState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }
  const shown = (): OpenDossierData => {
    let document = server.document;
    for (const edit of queue.unsaved()) document = withValue(document, edit.path, edit.value);
    return { ...server, document };
  };
  /** Takes over what the host has now; waiting edits of fields that nobody else touched move to its revision. */
  function adopt(next: OpenDossierData, own: readonly FieldEdit[] = []): void {
    if (next.revision < server.revision) return;
    const before = server.document;
    const sent = new Set(own.map((edit) => fieldOf(edit.path)));
    server = { dossier: next.dossier, revision: next.revision, document: next.document, files: next.files };
    queue.rebase((edit) => {
      const isOurs = sent.has(fieldOf(edit.path));
      const isUntouched = isSame(valueAt(before, edit.path), valueAt(next.document, edit.path));
      return isOurs || isUntouched ? next.revision : edit.base;
    });
    update({ data: shown(), isReportCurrent: false });
    check.ask(reportDelayMs);
  }
  async function showConflict(edits: readonly QueuedEdit[]): Promise<void> {
    try {
      const before = server.document;
      const now = await client.call('dossiers.open', { dossier: opened.dossier });
      const conflicts = edits
        .map((edit) => ({ path: edit.path, mine: edit.value, theirs: valueAt(now.document, edit.path) }))
        .filter((one) => !isSame(one.theirs, valueAt(before, one.path)) && !isSame(one.theirs, one.mine));
      server = now;
      update({ data: shown(), conflicts });
      // The same was typed on both sides: nothing to choose between.
      if (conflicts.length === 0) settle('mine');
    } catch {
      setTimeout(() => void showConflict(edits), 2000);
    }
  }
  function settle(choice: 'mine' | 'theirs'): void {
    const disputed = new Set(state.conflicts.map((one) => fieldOf(one.path)));
    queue.rebase((edit) =>
      choice === 'theirs' && disputed.has(fieldOf(edit.path)) ? null : server.revision,
    );
    update({ conflicts: [], data: shown(), isReportCurrent: false });
    check.ask(reportDelayMs);
  }
  const put = (path: FieldPath, value: unknown): void => {
    queue.add({ path: [...path], value, base: server.revision });
    update({
      data: shown(),
      isReportCurrent: false,
      canUndo: history.canUndo(),
      canRedo: history.canRedo(),
    });
  };
  const edit = (path: FieldPath, value: unknown): void => {
    history.record({ path: [...path], before: valueAt(state.data.document, path) ?? null, after: value });
    put(path, value);
  };
  /** Puts the fields of a step as they were before or after it, if they still are as it left them. */
  const retrace = (step: HistoryStep | null, from: 'before' | 'after'): Retraced | null => {
    if (step === null) return null;
    const to = from === 'before' ? 'after' : 'before';
    const isStale = !step.every((one) => isSame(valueAt(state.data.document, one.path), one[from]));
    if (isStale) update({ canUndo: history.canUndo(), canRedo: history.canRedo() });
    else for (const one of step) put(one.path, one[to]);
    void queue.flush();
    return { fields: step.map((one) => fieldOf(one.path)), isStale };
  };

  for (const one of takeBack(opened.dossier)) {
    if (isSame(valueAt(opened.document, one.path), one.value)) continue;
    queue.add(one);
  }
  state = { ...state, data: shown() };
  check.ask(0);
  const stopWatching = client.subscribe(() => {
    if (client.connection() !== 'ok') return;
    void queue.flush();
    check.ask(0);
  });

  return {
    client,
    id: opened.dossier,
    check,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit,
    undo: () => retrace(history.undo(), 'after'),
    redo: () => retrace(history.redo(), 'before'),
    flush() {
      history.seal();
      return queue.flush();
    },
    async perform(name, input, options) {
      history.seal();
      await queue.flush();
      const output = await client.call(name, input, options);
      // Safe: DossierMethod picks exactly the methods whose output is a dossier and more.
      adopt(output as OpenDossierData);
      return output;
    },
    async reload() {
      adopt(await client.call('dossiers.open', { dossier: opened.dossier }));
    },
    refreshReport: () => check.ask(0),
    settleConflict: settle,
    leave() {
      putAside(opened.dossier, queue.unsaved());
      void queue.flush();
    },
    close() {
      const last = queue.unsaved();
      putAside(opened.dossier, last);
      stopWatching();
      check.close();
      void queue.flush().finally(() => queue.close());
    },
  };
}
