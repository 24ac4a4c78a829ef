import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../../main/contract/report.ts';
import type { AppClient, CallOptions } from '../../../renderer/client/app-client.ts';
import { CallCancelled } from '../../../renderer/client/call-error.ts';
import { createDossierCheck } from '../../../renderer/client/dossier-check.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reportOf = (errors: number): Report =>
  // Safe: a check only hands it on.
  ({ counts: { error: errors, warning: 0, notice: 0 } }) as unknown as Report;

/** A check whose calls the test answers, and all that it told. Where they heed no abort, an answer was on its way already. */
function begin({ heedsAbort = true } = {}) {
  const calls: { options: CallOptions; answer(report: Report): void; fail(error: Error): void }[] = [];
  const call = (_name: string, _input: object, options: CallOptions): Promise<Report> =>
    new Promise((answer, fail) => {
      calls.push({ options, answer, fail });
      if (heedsAbort) options.signal?.addEventListener('abort', () => fail(new CallCancelled()));
    });
  const told: unknown[] = [];
  // Safe: a check uses nothing else of the client.
  const check = createDossierCheck({ call } as unknown as AppClient, 'a1', {
    onReport: ({ counts }) => told.push(counts.error),
    onError: (error) => told.push(error.message),
    onStopped: (isStopped) => told.push(isStopped ? 'stopped' : 'asked'),
  });
  const shown: unknown[] = [];
  check.subscribe(() => shown.push(check.getProgress()?.done ?? null));
  return { check, calls, told, shown };
}

const at = (done: number) => ({ done, total: 500, label: `第 ${done} 个` });

describe('the check of a dossier', () => {
  test('shows no progress where it is done in half a second', async () => {
    const { check, calls, told, shown } = begin();
    check.ask(30);
    await vi.advanceTimersByTimeAsync(30);
    calls[0]?.options.onProgress?.(at(1));
    await vi.advanceTimersByTimeAsync(499);
    calls[0]?.answer(reportOf(2));
    await vi.advanceTimersByTimeAsync(1000);
    expect({ told, shown }).toEqual({ told: ['asked', 2], shown: [] });
  });

  test('shows how far it has come where it takes longer, from what was told before', async () => {
    const { check, calls, shown } = begin();
    check.ask(0);
    await vi.advanceTimersByTimeAsync(1);
    calls[0]?.options.onProgress?.(at(3));
    await vi.advanceTimersByTimeAsync(500);
    calls[0]?.options.onProgress?.(at(9));
    calls[0]?.answer(reportOf(0));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual([3, 9, null]);
  });

  test('is stopped by a person and goes on when asked again', async () => {
    const { check, calls, told, shown } = begin();
    check.ask(0);
    await vi.advanceTimersByTimeAsync(600);
    check.stop();
    expect(calls[0]?.options.signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect({ told, shown, calls: calls.length }).toEqual({
      told: ['asked', 'stopped'],
      shown: [0, null],
      calls: 1,
    });
    check.ask(0);
    await vi.advanceTimersByTimeAsync(1);
    calls[1]?.answer(reportOf(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['asked', 'stopped', 'asked', 1]);
  });

  test('counts only what was asked last', async () => {
    const { check, calls, told } = begin();
    check.ask(0);
    await vi.advanceTimersByTimeAsync(1);
    check.ask(0);
    await vi.advanceTimersByTimeAsync(1);
    calls[0]?.answer(reportOf(7));
    calls[1]?.fail(new Error('读不到'));
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['asked', 'asked', '读不到']);
    check.close();
    check.ask(0);
    check.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect({ told: told.length, calls: calls.length }).toEqual({ told: 3, calls: 2 });
  });

  test('takes nothing of a call that it gave up, whatever was on its way', async () => {
    const { check, calls, told, shown } = begin({ heedsAbort: false });
    for (const _ of [0, 1]) {
      check.ask(0);
      await vi.advanceTimersByTimeAsync(600);
    }
    check.stop();
    for (const { options } of calls) options.onProgress?.(at(4));
    calls[0]?.answer(reportOf(3));
    calls[1]?.fail(new Error('读不到'));
    await vi.advanceTimersByTimeAsync(1000);
    expect({ told, shown }).toEqual({ told: ['asked', 'asked', 'stopped'], shown: [0, null, 0, null] });
  });

  test('is asked once however often it was asked for within a pause', async () => {
    const { check, calls } = begin();
    for (const pause of [100, 300, 200]) check.ask(pause);
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toHaveLength(1);
  });
});
