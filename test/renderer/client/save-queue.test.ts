import { describe, expect, test } from 'vitest';
import type { FieldEdit } from '../../../main/contract/dossier.ts';
import { CallFailure, ConnectionLost } from '../../../renderer/client/call-error.ts';
import { createSaveQueue, type QueuedEdit, type Timers } from '../../../renderer/client/save-queue.ts';

/** Timers that run when the test says so. */
function handTimers() {
  const pending = new Map<number, { run: () => void; ms: number }>();
  let next = 1;
  const timers: Timers = {
    set(run, ms) {
      pending.set(next, { run, ms });
      return next++;
    },
    clear: (timer) => pending.delete(Number(timer)),
  };
  return {
    timers,
    waits: () => [...pending.values()].map((one) => one.ms),
    fire() {
      const due = [...pending.values()];
      pending.clear();
      for (const one of due) one.run();
    },
  };
}

interface Sent {
  readonly edits: readonly FieldEdit[];
  readonly base: number;
  readonly answer: (error?: Error) => Promise<void>;
}

function queueOf() {
  const clock = handTimers();
  const sent: Sent[] = [];
  const states: string[] = [];
  const conflicts: (readonly QueuedEdit[])[] = [];
  const queue = createSaveQueue<number>({
    save: (edits, base) =>
      new Promise((resolve, reject) => {
        const answer = async (error?: Error): Promise<void> => {
          if (error === undefined) resolve(base + 1);
          else reject(error);
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        };
        sent.push({ edits, base, answer });
      }),
    onSaved: () => undefined,
    onConflict: (edits) => conflicts.push(edits),
    onChange: (state) => states.push(state.kind),
    timers: clock.timers,
  });
  const add = (field: string, value: unknown, base = 1): void =>
    queue.add({ path: field.split('.'), value, base });
  return { clock, sent, states, conflicts, queue, add };
}

const edit = (field: string, value: unknown): FieldEdit => ({ path: field.split('.'), value });

describe('the save queue', () => {
  test('saves some time after the last edit, the newest value of each field', async () => {
    const { clock, sent, add, queue } = queueOf();
    add('app.name', '印');
    add('app.name', '印齐');
    add('app.intro', '齐');
    expect(sent).toHaveLength(0);
    expect(clock.waits()).toEqual([400]);
    clock.fire();
    expect(sent[0]?.edits).toEqual([edit('app.name', '印齐'), edit('app.intro', '齐')]);
    await sent[0]?.answer();
    expect(queue.state()).toEqual({ kind: 'saved' });
    expect(queue.unsaved()).toEqual([]);
  });

  test('sends one batch at a time and what was typed meanwhile after it', async () => {
    const { sent, add, queue } = queueOf();
    add('app.name', 'a');
    const done = queue.flush();
    add('app.name', 'b');
    void queue.flush();
    expect(sent).toHaveLength(1);
    expect(queue.unsaved().map((one) => one.value)).toEqual(['a', 'b']);
    await sent[0]?.answer();
    expect(sent[1]?.edits).toEqual([edit('app.name', 'b')]);
    await sent[1]?.answer();
    await done;
    expect(queue.state().kind).toBe('saved');
  });

  test('keeps edits when the host does not answer and tries again with growing pauses', async () => {
    const { clock, sent, add, queue } = queueOf();
    add('app.name', 'a');
    clock.fire();
    await sent[0]?.answer(new ConnectionLost());
    expect(queue.state()).toMatchObject({ kind: 'failed', reason: 'connection' });
    expect(clock.waits()).toEqual([3000]);
    clock.fire();
    await sent[1]?.answer(new ConnectionLost());
    expect(clock.waits()).toEqual([6000]);
    clock.fire();
    await sent[2]?.answer();
    expect(queue.state().kind).toBe('saved');
    expect(sent.map((one) => one.edits)).toEqual([1, 2, 3].map(() => [edit('app.name', 'a')]));
  });

  test('a newer value typed during a failed save wins, on the older base', async () => {
    const { clock, sent, add, queue } = queueOf();
    add('app.name', 'a', 1);
    clock.fire();
    add('app.name', 'b', 2);
    await sent[0]?.answer(new ConnectionLost());
    expect(queue.unsaved()).toEqual([{ path: ['app', 'name'], value: 'b', base: 1 }]);
  });

  test('a conflict waits: nothing is sent until the edits are dropped or moved', async () => {
    const { clock, sent, conflicts, add, queue } = queueOf();
    add('app.name', 'mine');
    clock.fire();
    await sent[0]?.answer(new CallFailure({ code: 'edit-conflict', message: '', hint: '' }));
    expect(conflicts).toHaveLength(1);
    add('app.intro', 'more');
    await queue.flush();
    expect(sent).toHaveLength(1);
    queue.rebase(() => 7);
    clock.fire();
    expect(sent[1]).toMatchObject({ base: 7 });
    expect(sent[1]?.edits).toHaveLength(2);
  });

  test('dropping the edits of a conflict leaves nothing to save', async () => {
    const { clock, sent, add, queue } = queueOf();
    add('app.name', 'mine');
    clock.fire();
    await sent[0]?.answer(new CallFailure({ code: 'edit-conflict', message: '', hint: '' }));
    queue.rebase(() => null);
    expect(queue.state().kind).toBe('saved');
    expect(queue.unsaved()).toEqual([]);
  });

  test('edits made on different revisions are sent apart, the older first', async () => {
    const { sent, add, queue } = queueOf();
    add('app.name', 'new', 5);
    add('app.intro', 'old', 3);
    void queue.flush();
    expect(sent[0]).toMatchObject({ base: 3, edits: [edit('app.intro', 'old')] });
    await sent[0]?.answer();
    expect(sent[1]).toMatchObject({ base: 5, edits: [edit('app.name', 'new')] });
  });

  test('after closing it does not try again', async () => {
    const { clock, sent, add, queue } = queueOf();
    add('app.name', 'a');
    clock.fire();
    queue.close();
    await sent[0]?.answer(new ConnectionLost());
    expect(clock.waits()).toEqual([]);
  });
});
