import { expect, test } from 'vitest';
import { untilAborted } from '../../../main/adapters/images/until-aborted.ts';

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
