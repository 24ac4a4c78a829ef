import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchJob } from '../../../main/adapters/images/job-limit.ts';

/** The clock and the processor as the watch reads them, in ms. */
let clockMs = 0;
let usedMs = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  vi.spyOn(performance, 'now').mockImplementation(() => clockMs);
  vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({ user: usedMs * 1000, system: 0 }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets time pass in looks of 250 ms, the processor used for a share of it. */
function pass(seconds: number, share: number): void {
  for (let look = 0; look < seconds * 4; look += 1) {
    clockMs += 250;
    usedMs += 250 * share;
    vi.advanceTimersByTime(250);
  }
}

test('a job is over once it has taken 4.5 s of the clock and of the processor', () => {
  const onOver = vi.fn();
  watchJob(onOver);
  pass(4.25, 1);
  expect(onOver).not.toHaveBeenCalled();
  pass(0.25, 1);
  expect(onOver.mock.calls).toEqual([[5]]);
  pass(10, 1);
  expect(onOver).toHaveBeenCalledTimes(1);
});

test('a job on two cores at once is given as long by the clock', () => {
  const onOver = vi.fn();
  const unwatch = watchJob(onOver);
  pass(4.25, 2);
  expect(onOver).not.toHaveBeenCalled();
  unwatch();
});

test('a machine that is busy with other programs cuts no job short, and nothing waits for ever', () => {
  const onOver = vi.fn();
  watchJob(onOver);
  pass(59.75, 0.05);
  expect(onOver).not.toHaveBeenCalled();
  pass(0.25, 0.05);
  expect(onOver.mock.calls).toEqual([[60]]);
});

test('two jobs share what the program uses: neither is held against the other', () => {
  const [one, other] = [vi.fn(), vi.fn()];
  const unwatch = watchJob(one);
  const unwatchOther = watchJob(other);
  pass(8.75, 1);
  expect(one).not.toHaveBeenCalled();
  expect(other).not.toHaveBeenCalled();
  // Ended twice, as by an answer and by the end of its worker, it still counts once.
  unwatchOther();
  unwatchOther();
  pass(0.25, 0.5);
  expect(one.mock.calls).toEqual([[9]]);
  unwatch();
  const alone = vi.fn();
  watchJob(alone);
  pass(4.5, 1);
  expect(alone).toHaveBeenCalledTimes(1);
});

test('a look that comes late counts as two: the answer may be there already', () => {
  const onOver = vi.fn();
  const unwatch = watchJob(onOver);
  // The computer slept for an hour, or this thread was held up.
  clockMs += 3_600_000;
  usedMs += 3_600_000;
  vi.advanceTimersByTime(250);
  expect(onOver).not.toHaveBeenCalled();
  pass(3.75, 1);
  expect(onOver).not.toHaveBeenCalled();
  pass(0.5, 1);
  expect(onOver).toHaveBeenCalledTimes(1);
  unwatch();
});

test('a job that has answered is not watched', () => {
  const onOver = vi.fn();
  watchJob(onOver)();
  pass(100, 1);
  expect(onOver).not.toHaveBeenCalled();
});
