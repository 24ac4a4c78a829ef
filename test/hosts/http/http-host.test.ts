import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHttpHost } from '../../../main/hosts/http/http-host.ts';
import { fakeApp } from '../fake-app.ts';
import { startTestSite, type TestSite } from './test-site.ts';

let site: TestSite;

beforeEach(async () => {
  site = await startTestSite(fakeApp({ 'app.about': () => ({ version: '9' }) }));
});
afterEach(() => site.close());

describe('who is let in', () => {
  test('the printed address holds 128 random bits, sets a strict cookie that scripts cannot read, and leads to an address without them', async () => {
    const url = new URL(site.host.address);
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.searchParams.get('token')).toMatch(/^[0-9a-f]{32}$/);
    const answer = await site.ask(url.pathname + url.search);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict; Path=\/$/);
    expect(answer.headers['set-cookie']?.[0]).not.toContain(site.host.token);
  });

  test('the page is served to the session with a policy that allows nothing foreign', async () => {
    const answer = await site.ask('/', { headers: { Cookie: site.cookie } });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('印齐');
    const policy = answer.headers['content-security-policy'] ?? '';
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('without the key there is nothing, but a person is told where to find it', async () => {
    expect((await site.ask('/api/artifact/x')).status).toBe(403);
    const page = await site.ask('/', { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(403);
    expect(page.body).toContain('?token=');
    expect(page.body).not.toContain(site.host.token);
    expect((await site.ask(`/?token=${'0'.repeat(32)}`)).status).toBe(403);
    expect(
      (await site.ask('/', { headers: { Cookie: `yinqi_${site.host.port}=${'0'.repeat(32)}` } })).status,
    ).toBe(403);
    expect((await site.call('app.about', {}, { ...site.json(), Cookie: '' })).status).toBe(403);
  });

  test('a foreign name for 127.0.0.1 gets nothing, not even with the key', async () => {
    const foreign = { Host: `evil.example:${site.host.port}` };
    const url = new URL(site.host.address);
    expect((await site.ask(url.pathname + url.search, { headers: foreign })).status).toBe(403);
    expect((await site.ask('/', { headers: { ...foreign, Cookie: site.cookie } })).status).toBe(403);
    expect((await site.ask('/', { headers: { Host: '127.0.0.1', Cookie: site.cookie } })).status).toBe(403);
    expect((await site.call('app.about', {}, { ...site.json(), ...foreign })).status).toBe(403);
    expect(
      (await site.ask('/', { headers: { Host: `localhost:${site.host.port}`, Cookie: site.cookie } })).status,
    ).toBe(200);
  });

  test('a page of another origin cannot call, even with the cookie', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${site.host.port + 1}`,
      `https://127.0.0.1:${site.host.port}`,
    ]) {
      expect((await site.call('app.about', {}, { ...site.json(), Origin: origin })).status).toBe(403);
    }
    expect(
      (await site.call('app.about', {}, { Cookie: site.cookie, 'Content-Type': 'application/json' })).status,
    ).toBe(403);
    expect(
      (await site.call('app.about', {}, { ...site.json(), 'Sec-Fetch-Site': 'cross-site' })).status,
    ).toBe(403);
    expect(
      (await site.ask('/', { headers: { Cookie: site.cookie, 'Sec-Fetch-Site': 'same-site' } })).status,
    ).toBe(403);
  });

  test('a script calls with the key as bearer and no origin', async () => {
    const headers = { Authorization: `Bearer ${site.host.token}`, 'Content-Type': 'application/json' };
    const answer = await site.call('app.about', {}, headers);
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('{"result":{"version":"9"}}\n');
    expect(
      (await site.call('app.about', {}, { ...headers, Authorization: `Bearer ${'0'.repeat(32)}` })).status,
    ).toBe(403);
    expect((await site.call('app.about', {}, { ...headers, Origin: 'https://evil.example' })).status).toBe(
      403,
    );
  });

  test('only 127.0.0.1 is listened on', async () => {
    const refused = await new Promise<boolean>((done) => {
      const socket = connect({ host: '127.0.0.2', port: site.host.port });
      socket.on('connect', () => done(false));
      socket.on('error', () => done(true));
    });
    expect(refused).toBe(true);
  });
});

describe('files of the renderer', () => {
  test('built files are served with their media type', async () => {
    const answer = await site.ask('/assets/index-abcdefgh.js', { headers: { Cookie: site.cookie } });
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['cache-control']).toContain('immutable');
    const head = await site.ask('/', { method: 'HEAD', headers: { Cookie: site.cookie } });
    expect([head.status, head.body]).toEqual([200, '']);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..%5csecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '//secret.txt',
    '/assets',
    '/%00',
    '/%E0%A4%A',
    '/.hidden',
    '/C:/secret.txt',
  ])('%s leads nowhere', async (path) => {
    const answer = await site.ask(path, { headers: { Cookie: site.cookie } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toContain('secret');
  });

  test('other methods and paths answer 404 and the server lives on', async () => {
    expect((await site.ask('/api/call', { method: 'PUT', headers: site.json(), body: '{}' })).status).toBe(
      404,
    );
    expect(
      (await site.ask('/api/nothing', { method: 'POST', headers: site.json(), body: '{}' })).status,
    ).toBe(404);
    expect((await site.ask('/', { headers: { Cookie: site.cookie } })).status).toBe(200);
  });
});

test('a port in use is told as a failure', async () => {
  const again = startHttpHost({
    app: fakeApp({}),
    grants: site.grants,
    artifacts: site.artifacts,
    rendererFolder: site.folder,
    scratchFolder: site.folder,
    port: site.host.port,
    version: '0',
    log: () => undefined,
  });
  await expect(again).rejects.toMatchObject({ code: 'port-taken' });
});
