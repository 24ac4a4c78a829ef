import { expect, test } from 'vitest';
import type { Progress } from '../../../main/contract/api.ts';
import { readReply } from '../../../renderer/client/browser-bridge.ts';
import { ConnectionLost } from '../../../renderer/client/call-error.ts';

const streamOf = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

test('progress is passed on and the result ends the reply', async () => {
  const seen: Progress[] = [];
  const text = '{"progress":{"done":1,"total":2,"label":"读取"}}\n{"result":{"x":1}}\n';
  expect(await readReply(streamOf(text), (one) => seen.push(one))).toEqual({ ok: true, value: { x: 1 } });
  expect(seen).toEqual([{ done: 1, total: 2, label: '读取' }]);
});

test('failures and bugs come back as data', async () => {
  const failure = { code: 'edit-conflict', message: 'm', hint: 'h' };
  expect(await readReply(streamOf(JSON.stringify({ failure })), () => undefined)).toEqual({
    ok: false,
    failure,
  });
  const bug = { id: 'b1' };
  expect(await readReply(streamOf(JSON.stringify({ bug })), () => undefined)).toEqual({ ok: false, bug });
});

test('a reply cut short is a lost connection', async () => {
  const text = '{"progress":{"done":1,"total":2,"label":""}}\n';
  await expect(readReply(streamOf(text), () => undefined)).rejects.toBeInstanceOf(ConnectionLost);
});
