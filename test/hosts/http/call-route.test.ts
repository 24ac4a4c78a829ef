import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../main/contract/failure.ts';
import { fakeApp } from '../fake-app.ts';
import { startTestSite, type Answer, type TestSite } from './test-site.ts';

let site: TestSite;
let started: () => void = () => undefined;
let noteAbort: () => void = () => undefined;
let finishEdit: () => void = () => undefined;
let isEdited = false;

const app = fakeApp({
  'app.about': () => ({ version: '9' }),
  'dossiers.list': async (_input, { onProgress }) => {
    onProgress({ done: 1, total: 2, label: '读取' });
    // Long enough for progress to be told.
    await new Promise((done) => setTimeout(done, 150));
    return { dossiers: [] };
  },
  'dossiers.open': () => {
    throw new Failure('no-dossier', { zh: '没有', en: 'none' }, { zh: '新建', en: 'make one' });
  },
  'dossiers.edit': () =>
    new Promise((done) => {
      started();
      finishEdit = () => {
        isEdited = true;
        done({});
      };
    }),
  'bundle.export': (_input, { signal }) =>
    new Promise((_done, fail) => {
      started();
      signal.addEventListener('abort', () => {
        noteAbort();
        fail(signal.reason as Error);
      });
    }),
});

beforeEach(async () => {
  site = await startTestSite(app);
});
afterEach(() => site.close());

describe('calls', () => {
  test('progress comes line by line, the result last', async () => {
    const answer = await site.call('dossiers.list', {});
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect(answer.body).toBe(
      '{"progress":{"done":1,"total":2,"label":"读取"}}\n{"result":{"dossiers":[]}}\n',
    );
  });

  test('a failure is told in the language asked for', async () => {
    const answer = await site.ask('/api/call', {
      method: 'POST',
      headers: site.json(),
      body: JSON.stringify({ name: 'dossiers.open', input: { dossier: 'x' }, language: 'en' }),
    });
    expect(answer.body).toBe('{"failure":{"code":"no-dossier","message":"none","hint":"make one"}}\n');
  });

  test('a bug is logged under the id that the page is told, without its details', async () => {
    const answer = await site.call('review.check', { dossier: 'x' });
    const id = /^\{"bug":\{"id":"([0-9a-f]{8})"\}\}\n$/.exec(answer.body)?.[1] ?? 'none';
    expect(site.logged()).toContain(`[bug ${id}]`);
    expect(site.logged()).toContain('the fake app has no review.check');
  });

  test('only methods of the API can be named', async () => {
    for (const name of ['constructor', '__proto__', 'app.nothing', '']) {
      const answer = await site.call(name, {});
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ failure: { code: 'unknown-method' } });
    }
  });

  test('a body that is no JSON, of another type or too large is refused with the reason', async () => {
    const post = (body: string, type = 'application/json'): Promise<Answer> =>
      site.ask('/api/call', { method: 'POST', headers: { ...site.own(), 'Content-Type': type }, body });
    expect((await post('{')).status).toBe(400);
    expect((await post('{}', 'text/plain')).status).toBe(400);
    const large = await post(JSON.stringify({ name: 'app.about', input: 'x'.repeat(5_000_001) }));
    expect(large.status).toBe(413);
    expect(JSON.parse(large.body)).toMatchObject({ failure: { code: 'too-large' } });
  });

  test('closing the request aborts the call', async () => {
    const begun = new Promise<void>((done) => {
      started = done;
    });
    const aborted = new Promise<void>((done) => {
      noteAbort = done;
    });
    const sent = site.begin('/api/call', site.json());
    sent.end(JSON.stringify({ name: 'bundle.export', input: { dossier: 'x', draft: false } }));
    await begun;
    sent.destroy();
    await aborted;
    expect((await site.call('app.about', {})).status).toBe(200);
    expect(site.logged()).toBe('');
  });
});

test('an edit goes on when its page closes, and closing the host waits for it', async () => {
  isEdited = false;
  const begun = new Promise<void>((done) => {
    started = done;
  });
  const sent = site.begin('/api/call', site.json());
  sent.end(JSON.stringify({ name: 'dossiers.edit', input: {} }));
  await begun;
  sent.destroy();
  let isClosed = false;
  const closing = site.host.close().then(() => {
    isClosed = true;
  });
  await new Promise((done) => setImmediate(done));
  expect(isClosed).toBe(false);
  finishEdit();
  await closing;
  expect(isEdited).toBe(true);
});
