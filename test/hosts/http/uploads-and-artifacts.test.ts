import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeApp } from '../fake-app.ts';
import { startTestSite, type Answer, type TestSite } from './test-site.ts';

let site: TestSite;

beforeEach(async () => {
  site = await startTestSite(fakeApp({ 'app.about': () => ({ version: '9' }) }));
});
afterEach(() => site.close());

describe('uploads and artifacts', () => {
  const upload = (query: string, body: Buffer | string, headers = site.own()): Promise<Answer> =>
    site.ask(`/api/upload?${query}`, { method: 'POST', headers, body });

  test('a file arrives whole under the name that the user gave', async () => {
    const bytes = randomBytes(150_000);
    const answer = await upload(`name=${encodeURIComponent('营业执照 (副本).jpg')}`, bytes);
    expect(answer.status).toBe(200);
    const { grant } = JSON.parse(answer.body) as { grant: string };
    const file = site.grants.resolve(grant);
    expect(file.name).toBe('营业执照 (副本).jpg');
    expect(createHash('sha256').update(readFileSync(file.absolutePath)).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  });

  test('a file over the limit is refused, whether it says its size or not, and leaves nothing', async () => {
    const bytes = Buffer.alloc(200_001);
    expect((await upload('name=a.bin', bytes)).status).toBe(413);
    expect(
      (await upload('name=a.bin', bytes, { ...site.own(), 'Transfer-Encoding': 'chunked' })).status,
    ).toBe(413);
    expect(readdirSync(join(site.folder, 'scratch', 'uploads'))).toEqual([]);
  });

  test('an upload that breaks off leaves nothing and the server lives on', async () => {
    const sent = site.begin('/api/upload?name=a.bin', { ...site.own(), 'Content-Length': '100000' });
    sent.write(Buffer.alloc(1000));
    const uploads = join(site.folder, 'scratch', 'uploads');
    await expect.poll(() => existsSync(uploads) && readdirSync(uploads).length).toBe(1);
    sent.destroy();
    await expect.poll(() => readdirSync(uploads)).toEqual([]);
    expect((await site.call('app.about', {})).status).toBe(200);
    expect(site.logged()).toBe('');
  });

  test.each(['', '..', 'a/b.txt', '../a.txt', '/etc/passwd', 'C:\\x.txt', 'a\u0000b', 'a:b'])(
    'the name %j is refused',
    async (name) => {
      expect((await upload(`name=${encodeURIComponent(name)}`, 'x')).status).toBe(400);
      expect(existsSync(join(site.folder, 'scratch', 'uploads'))).toBe(false);
    },
  );

  test('a folder is gathered file by file and granted at the end, without the folder around it', async () => {
    for (const [path, text] of [
      ['案卷/dossier.yaml', 'schema'],
      ['案卷/papers/执照.jpg', 'jpg'],
    ] as const) {
      expect((await upload(`folder=abc-1&name=${encodeURIComponent(path)}`, text)).status).toBe(200);
    }
    const answer = await site.ask('/api/upload-folder/finish?folder=abc-1', {
      method: 'POST',
      headers: site.own(),
    });
    const file = site.grants.resolve((JSON.parse(answer.body) as { grant: string }).grant);
    expect(file.name).toBe('案卷');
    expect(readFileSync(join(file.absolutePath, 'dossier.yaml'), 'utf8')).toBe('schema');
    expect(readFileSync(join(file.absolutePath, 'papers', '执照.jpg'), 'utf8')).toBe('jpg');
  });

  test('a gathered path cannot leave its folder, and a folder that was never begun cannot be finished', async () => {
    for (const name of ['../x', 'a/../../x', '/x', 'a//b', 'a\\..\\..\\x']) {
      expect((await upload(`folder=abc&name=${encodeURIComponent(name)}`, 'x')).status).toBe(400);
    }
    expect((await upload('folder=../x&name=a', 'x')).status).toBe(400);
    const finish = await site.ask('/api/upload-folder/finish?folder=none', {
      method: 'POST',
      headers: site.own(),
    });
    expect(finish.status).toBe(400);
    expect(JSON.parse(finish.body)).toMatchObject({ failure: { code: 'empty-folder' } });
  });

  test('an artifact comes back to the byte, shown or saved under its Chinese name', async () => {
    const token = await site.artifacts.keep(
      new TextEncoder().encode('%PDF-1.7'),
      '承诺函 "一".pdf',
      'application/pdf',
    );
    const shown = await site.ask(`/api/artifact/${token}`, { headers: { Cookie: site.cookie } });
    expect(shown.body).toBe('%PDF-1.7');
    expect(shown.headers['content-type']).toBe('application/pdf');
    expect(shown.headers['content-disposition']).toBe(
      `inline; filename="___ ___.pdf"; filename*=UTF-8''${encodeURIComponent('承诺函 "一".pdf')}`,
    );
    const saved = await site.ask(`/artifact/${token}?download=1`, { headers: { Cookie: site.cookie } });
    expect(saved.headers['content-disposition']).toMatch(/^attachment; /);
    expect(saved.headers['content-security-policy']).toContain("default-src 'none'");
    expect(
      (await site.ask(`/api/artifact/${'0'.repeat(32)}`, { headers: { Cookie: site.cookie } })).status,
    ).toBe(404);
  });

  test('what could run is only ever downloaded', async () => {
    const token = await site.artifacts.keep(new TextEncoder().encode('<script>'), 'x.html', 'text/html');
    const answer = await site.ask(`/api/artifact/${token}`, { headers: { Cookie: site.cookie } });
    expect(answer.headers['content-disposition']).toMatch(/^attachment; /);
  });
});
