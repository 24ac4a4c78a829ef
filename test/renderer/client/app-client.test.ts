import { expect, test, vi } from 'vitest';
import { createAppClient } from '../../../renderer/client/app-client.ts';
import type { Bridge } from '../../../renderer/client/bridge.ts';

/** A client over a bridge that answers each call with its number, or refuses it. */
function clientOver(answer: (count: number) => unknown) {
  let count = 0;
  const cancel = vi.fn();
  const call = vi.fn((..._given: unknown[]) => {
    count += 1;
    const number = count;
    return { result: Promise.resolve().then(() => answer(number)), cancel };
  });
  // Safe: the client's calls use nothing else of a bridge.
  const bridge = { kind: 'browser', call } as unknown as Bridge;
  return { client: createAppClient(bridge, 'zh'), call, cancel };
}
const numbered = (count: number) => ({ ok: true, value: { count } });

test('what was asked ahead goes to the first call that asks the same, once', async () => {
  const { client, call } = clientOver(numbered);
  client.askAhead('dossiers.list', {});
  expect(call).toHaveBeenCalledOnce();
  expect(await client.call('dossiers.list', {})).toEqual({ count: 1 });
  expect(await client.call('dossiers.list', {})).toEqual({ count: 2 });
});

test('another question, or the same in another language, is asked by itself', async () => {
  const { client } = clientOver(numbered);
  client.askAhead('dossiers.open', { dossier: 'a' });
  expect(await client.call('dossiers.open', { dossier: 'b' })).toEqual({ count: 2 });
  client.setLanguage('en');
  expect(await client.call('dossiers.open', { dossier: 'a' })).toEqual({ count: 3 });
  client.setLanguage('zh');
  expect(await client.call('dossiers.open', { dossier: 'a' })).toEqual({ count: 1 });
});

test('what fails ahead is told to the call that takes it, and to nobody else', async () => {
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  const { client } = clientOver(() => ({ ok: false, failure: { code: 'x', message: '坏', hint: '改' } }));
  client.askAhead('dossiers.list', {});
  await new Promise((done) => setTimeout(done, 5));
  await expect(client.call('dossiers.list', {})).rejects.toMatchObject({ name: 'CallFailure' });
  process.off('unhandledRejection', unheard);
  expect(unheard).not.toHaveBeenCalled();
});

test('a call that is given up cancels what was asked ahead for it', async () => {
  const { client, cancel } = clientOver(numbered);
  client.askAhead('dossiers.list', {});
  const abort = new AbortController();
  const call = client.call('dossiers.list', {}, { signal: abort.signal });
  abort.abort();
  await expect(call).rejects.toMatchObject({ name: 'CallCancelled' });
  expect(cancel).toHaveBeenCalledOnce();
});
