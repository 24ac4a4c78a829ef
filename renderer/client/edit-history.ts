import { fieldOf, isSame, type FieldPath } from './field-path.ts';

/** One field before and after an edit; null where it held nothing. */
export interface FieldChange {
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
}

/** What was done in one go: one field's typing, or all that one press changed. */
export type HistoryStep = readonly FieldChange[];

/** What can be taken back in this session and done again, the newest last. */
export interface EditHistory {
  /** Notes an edit. Typing in one field, and all edits of one turn of the event loop, are one step. */
  record(change: FieldChange): void;
  /** The next edit begins a step of its own. */
  seal(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Takes the newest step off; the caller puts `before` back. Null where there is none. */
  undo(): HistoryStep | null;
  /** Takes the step undone last; the caller puts `after` back. Null where there is none. */
  redo(): HistoryStep | null;
}

/** More steps than a person goes back through. */
const kept = 200;

const isUndoneBy = (step: HistoryStep, next: HistoryStep): boolean =>
  step.length === next.length &&
  step.every((one) =>
    next.some(
      (two) =>
        fieldOf(one.path) === fieldOf(two.path) &&
        isSame(one.before, two.after) &&
        isSame(one.after, two.before),
    ),
  );

/** Makes an empty history. */
export function createEditHistory(): EditHistory {
  let done: HistoryStep[] = [];
  let undone: HistoryStep[] = [];
  let isOpen = false;
  let isSameTurn = false;

  function merged(step: HistoryStep, change: FieldChange): HistoryStep {
    const name = fieldOf(change.path);
    const before = step.find((one) => fieldOf(one.path) === name);
    const rest = step.filter((one) => one !== before);
    const next = before === undefined ? change : { ...before, after: change.after };
    return isSame(next.before, next.after) ? rest : [...rest, next];
  }
  /** What was done and at once taken back by other means (the notice of a deletion) is nothing to undo. */
  function dropSettled(): void {
    for (;;) {
      const [earlier, later] = done.slice(-2);
      if (earlier === undefined || later === undefined || !isUndoneBy(earlier, later)) return;
      done = done.slice(0, -2);
    }
  }

  return {
    record(change) {
      undone = [];
      const last = done.at(-1);
      const isSameField = last?.length === 1 && fieldOf(last[0]?.path ?? []) === fieldOf(change.path);
      if (last !== undefined && isOpen && (isSameTurn || isSameField)) {
        const step = merged(last, change);
        done = [...done.slice(0, -1), ...(step.length === 0 ? [] : [step])];
        if (step.length === 0) isOpen = false;
      } else if (!isSame(change.before, change.after)) {
        done = [...done, [change]].slice(-kept);
        isOpen = true;
      }
      if (isSameTurn) return;
      isSameTurn = true;
      // A press edits several fields in one turn; what comes in a later one is another step.
      void Promise.resolve().then(() => {
        isSameTurn = false;
      });
    },
    seal() {
      isOpen = false;
    },
    canUndo() {
      dropSettled();
      return done.length > 0;
    },
    canRedo: () => undone.length > 0,
    undo() {
      dropSettled();
      const step = done.at(-1);
      if (step === undefined) return null;
      done = done.slice(0, -1);
      undone = [...undone, step];
      isOpen = false;
      return step;
    },
    redo() {
      const step = undone.at(-1);
      if (step === undefined) return null;
      undone = undone.slice(0, -1);
      done = [...done, step];
      isOpen = false;
      return step;
    },
  };
}
