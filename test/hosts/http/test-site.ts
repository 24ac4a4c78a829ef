import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type ClientRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArtifacts } from '../../../main/adapters/exchange/artifacts.ts';
import { createGrants } from '../../../main/adapters/exchange/grants.ts';
import type { App } from '../../../main/app.ts';
import { startHttpHost, type HttpHost } from '../../../main/hosts/http/http-host.ts';
import type { Artifacts, Grants } from '../../../main/world/exchange.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** A running HTTP host over an app of the test's own, with a small renderer and a secret beside it. */
export interface TestSite {
  readonly host: HttpHost;
  readonly folder: string;
  readonly grants: Grants;
  readonly artifacts: Artifacts;
  /** The session cookie that the printed address gave. */
  readonly cookie: string;
  logged(): string;
  /** Sends exactly these headers and this path, which fetch would tidy up. */
  ask(path: string, asking?: Asking): Promise<Answer>;
  /** Begins a request and leaves it to the test to write, end or break off. */
  begin(path: string, headers: Record<string, string>): ClientRequest;
  /** Cookie and origin of the site's own page. */
  own(): Record<string, string>;
  /** The same, with the type of a call. */
  json(): Record<string, string>;
  call(name: string, input: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts the site; one uploaded file may hold 200,000 bytes. */
export async function startTestSite(app: App): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), 'yinqi-http-'));
  const rendererFolder = join(folder, 'renderer');
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>印齐</title>');
  writeFileSync(join(rendererFolder, 'assets', 'index-abcdefgh.js'), 'export const one = 1;');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const scratchFolder = join(folder, 'scratch');
  mkdirSync(scratchFolder);
  const grants = createGrants();
  const artifacts = createArtifacts(scratchFolder);
  let logged = '';
  const host = await startHttpHost({
    app,
    grants,
    artifacts,
    rendererFolder,
    scratchFolder,
    port: 0,
    version: '0.0.0',
    log: (text) => (logged += text),
    uploadLimitBytes: 200_000,
  });

  const ask = (path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> =>
    new Promise((done, fail) => {
      const setHost = headers['Host'] === undefined;
      const options = { host: '127.0.0.1', port: host.port, path, method, headers, setHost };
      const sent = request(options, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces).toString('utf8'),
          }),
        );
        response.on('error', fail);
      });
      sent.on('error', fail);
      sent.end(body);
    });

  const url = new URL(host.address);
  const greeted = await ask(url.pathname + url.search);
  const cookie = (greeted.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  const own = (): Record<string, string> => ({ Cookie: cookie, Origin: `http://127.0.0.1:${host.port}` });
  const json = (): Record<string, string> => ({ ...own(), 'Content-Type': 'application/json' });
  return {
    host,
    folder,
    grants,
    artifacts,
    cookie,
    logged: () => logged,
    ask,
    begin(path, headers) {
      const sent = request({ host: '127.0.0.1', port: host.port, path, method: 'POST', headers });
      sent.on('error', () => undefined);
      return sent;
    },
    own,
    json,
    call: (name, input, headers = json()) =>
      ask('/api/call', { method: 'POST', headers, body: JSON.stringify({ name, input, language: 'zh' }) }),
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
