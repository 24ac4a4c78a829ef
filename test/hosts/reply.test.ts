import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Progress } from '../../main/contract/api.ts';
import { Failure } from '../../main/contract/failure.ts';
import { createBugLog } from '../../main/hosts/bug-log.ts';
import { replyTo } from '../../main/hosts/reply.ts';
import { fakeApp, type FakeMethod } from './fake-app.ts';

const ask = (method: FakeMethod, language: unknown = 'zh', signal = new AbortController().signal) =>
  replyTo(
    fakeApp({ 'app.about': method }),
    { name: 'app.about', input: {}, language },
    {
      signal,
      onProgress: () => undefined,
      reportBug: () => 'id',
    },
  );

test('a value, a failure and a bug are told apart as plain data', async () => {
  expect(await ask(() => ({ a: 1 }))).toEqual({ ok: true, value: { a: 1 } });
  const failure = new Failure('x', { zh: '一', en: 'one' }, { zh: '二', en: 'two' });
  const fail = (): never => {
    throw failure;
  };
  expect(await ask(fail)).toEqual({ ok: false, failure: { code: 'x', message: '一', hint: '二' } });
  expect(await ask(fail, 'en')).toEqual({ ok: false, failure: { code: 'x', message: 'one', hint: 'two' } });
  expect(await ask(fail, 'tlh')).toMatchObject({ failure: { message: '一' } });
  expect(
    await ask(() => {
      throw new Error('boom');
    }),
  ).toEqual({ ok: false, bug: { id: 'id' } });
});

test('what stops because it was cancelled is neither a failure of the user nor a bug', async () => {
  const abort = new AbortController();
  const reply = await ask(
    () => {
      abort.abort();
      throw new Error('stopped half way');
    },
    'zh',
    abort.signal,
  );
  expect(reply).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
});

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const step = (done: number): Progress => ({ done, total: 9, label: `第 ${done} 步` });
  const askFor = (method: FakeMethod) => {
    const told: number[] = [];
    const reply = replyTo(
      fakeApp({ 'app.about': method }),
      { name: 'app.about', input: {}, language: 'zh' },
      {
        signal: new AbortController().signal,
        onProgress: ({ done }) => told.push(done),
        reportBug: () => 'id',
      },
    );
    return { told, reply };
  };

  test('is the latest, at most every 50 ms, and none after the answer', async () => {
    let finish = (): void => undefined;
    let report: (progress: Progress) => void = () => undefined;
    const { told, reply } = askFor((_input, { onProgress }) => {
      report = onProgress;
      onProgress(step(1));
      onProgress(step(2));
      return new Promise((done) => (finish = () => done({})));
    });
    await vi.advanceTimersByTimeAsync(49);
    expect(told).toEqual([]);
    report(step(3));
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual([3]);
    await vi.advanceTimersByTimeAsync(500);
    expect(told).toEqual([3]);
    report(step(4));
    await vi.advanceTimersByTimeAsync(50);
    expect(told).toEqual([3, 4]);
    report(step(5));
    finish();
    expect(await reply).toMatchObject({ ok: true });
    await vi.advanceTimersByTimeAsync(500);
    expect(told).toEqual([3, 4]);
  });

  test('is not told of a call that is over at once', async () => {
    const { told, reply } = askFor((_input, { onProgress }) => {
      onProgress(step(1));
      return {};
    });
    await reply;
    await vi.advanceTimersByTimeAsync(500);
    expect(told).toEqual([]);
  });
});

test('a bug is logged with its id, version, place and stack', () => {
  let text = '';
  const id = createBugLog((piece) => (text += piece), '1.2.3')(new Error('boom'), 'app.about');
  expect(text).toMatch(new RegExp(`^\\[bug ${id}\\] yinqi 1\\.2\\.3, app\\.about\\nError: boom\\n +at `));
});
