import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { IdleWorkers } from '../../../main/adapters/images/idle-workers.ts';
import { untilAborted } from '../../../main/adapters/images/until-aborted.ts';

function worker() {
  const calls: string[] = [];
  const note = (name: string) => () => void calls.push(name);
  // Safe: idle workers are only let go and kept alive again.
  return { calls, worker: { ref: note('ref'), unref: note('unref') } as unknown as Worker };
}

test('a worker that waits keeps no process alive until it is taken, the last one first', () => {
  const [one, other] = [worker(), worker()];
  const idle = new IdleWorkers();
  idle.keep(one.worker);
  idle.keep(other.worker);
  expect(idle.take()).toBe(other.worker);
  expect(one.calls).toEqual(['unref']);
  expect(other.calls).toEqual(['unref', 'ref']);
  expect(idle.take()).toBe(one.worker);
  expect(idle.take()).toBeUndefined();
});

test('a worker that ended by itself is not lent again', () => {
  const { worker: gone } = worker();
  const idle = new IdleWorkers();
  idle.keep(gone);
  idle.forget(gone);
  expect(idle.take()).toBeUndefined();
});

test('who gives up waits no longer, and what the work comes to later is nobody’s', async () => {
  const reason = new Error('cancelled');
  const cancel = new AbortController();
  let fail = (_error: Error): void => undefined;
  const work = new Promise<string>((_, reject) => (fail = reject));
  const waiting = untilAborted(work, cancel.signal);
  cancel.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  fail(new Error('too late'));
  await expect(untilAborted(Promise.resolve('done'), AbortSignal.abort(reason))).rejects.toBe(reason);
  await expect(untilAborted(Promise.resolve('done'), undefined)).resolves.toBe('done');
});
