import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { App } from '../../app.ts';
import { Failure } from '../../contract/failure.ts';
import { languageSchema } from '../../contract/language.ts';
import type { Artifacts, Grants } from '../../world/exchange.ts';
import { createBugLog } from '../bug-log.ts';
import { createSaves } from '../saves.ts';
import { commonHeaders, pageHeaders } from '../served/page-headers.ts';
import { answerCall } from './call-route.ts';
import type { HttpHostParts } from './host-parts.ts';
import { listen } from './listen.ts';
import { refusalPage } from './refusal-page.ts';
import { discard } from './request-body.ts';
import { admit, createSessionKey, isSameSecret, sessionCookie, type SessionKey } from './session-key.ts';
import { sendArtifact, sendAsset } from './static-route.ts';
import { createUploadStore } from './upload-store.ts';

export interface HttpHostOptions {
  readonly app: App;
  readonly grants: Pick<Grants, 'offer'>;
  readonly artifacts: Artifacts;
  readonly rendererFolder: string;
  readonly scratchFolder: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly version: string;
  /** Where bugs are logged. */
  readonly log: (text: string) => void;
  /** The most that one uploaded file may hold; 2 GB, as a dossier keeps. Pictures and PDFs over 100 MB are kept and not looked at. */
  readonly uploadLimitBytes?: number;
}

export interface HttpHost {
  /** The address to open, with the key of this run. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  /** Stops listening and ends what is under way, after what was typed is saved. */
  close(): Promise<void>;
}

/** Serves the app and the renderer on 127.0.0.1 alone. Throws the Failure `port-taken` or `port-not-allowed`. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const key = createSessionKey();
  const parts: HttpHostParts = {
    app: options.app,
    artifacts: options.artifacts,
    rendererFolder: options.rendererFolder,
    uploads: createUploadStore(
      options.scratchFolder,
      options.grants,
      options.uploadLimitBytes ?? 2_000_000_000,
    ),
    saves: createSaves(),
    reportBug: createBugLog(options.log, options.version),
  };
  let port = options.port;
  const server = createServer((request, response) => {
    void answer(request, response, port, key, parts);
  });
  // Long uploads and long calls are normal here; who is not let in is answered at once.
  server.requestTimeout = 0;
  port = await listen(server, options.port);
  return {
    address: `http://127.0.0.1:${port}/?token=${key.token}`,
    port,
    token: key.token,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await parts.saves.settled();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  key: SessionKey,
  parts: HttpHostParts,
): Promise<void> {
  try {
    // Put behind the address as text: a path that begins with two slashes is not another host.
    const path = request.url ?? '';
    const url = path.startsWith('/') ? URL.parse(`http://127.0.0.1:${port}${path}`) : null;
    if (url === null) {
      response.setHeader('Connection', 'close');
      sendJson(response, 400, { error: 'bad address' });
      return;
    }
    if (greet(request, response, url, port, key)) return;
    const admission = admit({ method: request.method ?? '', headers: request.headers }, port, key);
    if (admission !== 'session' && admission !== 'bearer') {
      await refuse(request, response, admission);
      return;
    }
    await route(request, response, url, parts);
  } catch (error) {
    await sayError(error, request, response, parts);
  }
}

/** The printed address: whoever has the key gets a session and is sent on to an address without it. */
function greet(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  port: number,
  key: SessionKey,
): boolean {
  const token = url.searchParams.get('token');
  const isOwnHost = [`127.0.0.1:${port}`, `localhost:${port}`].includes(
    request.headers.host?.toLowerCase() ?? '',
  );
  if (request.method !== 'GET' || url.pathname !== '/' || token === null || !isOwnHost) return false;
  if (!isSameSecret(token, key.token)) return false;
  response
    .writeHead(303, {
      ...commonHeaders,
      'Set-Cookie': sessionCookie(key, port),
      Location: '/',
      'Cache-Control': 'no-store',
    })
    .end();
  return true;
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  parts: HttpHostParts,
): Promise<void> {
  const path = url.pathname;
  if (request.method === 'POST') {
    const name = url.searchParams.get('name') ?? '';
    const folder = url.searchParams.get('folder');
    if (path === '/api/call') return answerCall(request, response, parts);
    if (path === '/api/upload' && folder !== null) {
      await parts.uploads.takeIntoFolder(request, name, folder);
      return sendJson(response, 200, {});
    }
    if (path === '/api/upload') {
      return sendJson(response, 200, { grant: await parts.uploads.takeFile(request, name) });
    }
    if (path === '/api/upload-folder/finish') {
      await discard(request);
      return sendJson(response, 200, { grant: await parts.uploads.finishFolder(folder ?? '') });
    }
  } else if (request.method === 'GET' || request.method === 'HEAD') {
    const hasBody = request.method === 'GET';
    const token = /^\/(?:api\/)?artifact\/([\w.-]+)$/.exec(path)?.[1];
    const isSent =
      token === undefined
        ? await sendAsset(response, parts.rendererFolder, path, hasBody)
        : await sendArtifact(
            response,
            parts.artifacts,
            token,
            url.searchParams.get('download') === '1',
            hasBody,
          );
    if (isSent) return;
  }
  await discard(request);
  sendJson(response, 404, { error: 'not found' });
}

async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  why: 'wrong-host' | 'wrong-origin' | 'no-key',
): Promise<void> {
  const isPage =
    why === 'no-key' && request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '');
  // Nothing of a stranger's body is read: the connection ends with the answer.
  response.setHeader('Connection', 'close');
  if (isPage) {
    const style =
      pageHeaders['Content-Security-Policy']?.replace("script-src 'self'", "script-src 'none'") ?? '';
    response.writeHead(403, {
      ...pageHeaders,
      'Content-Security-Policy': style,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.end(refusalPage);
  } else {
    sendJson(response, 403, { error: why });
  }
}

/** A refused request says why in the words of a failure; anything else is a bug, logged and named by its id. */
async function sayError(
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  parts: HttpHostParts,
): Promise<void> {
  if (request.destroyed && !request.complete) {
    response.destroy();
    return;
  }
  await discard(request);
  if (response.headersSent) {
    parts.reportBug(error, request.url ?? '');
    response.destroy();
    return;
  }
  if (error instanceof Failure) {
    const status = error.code === 'too-large' ? 413 : error.code === 'unknown-artifact' ? 404 : 400;
    const wanted = languageSchema.safeParse(/[?&]language=(\w+)/.exec(request.url ?? '')?.[1]);
    sendJson(response, status, { failure: error.in(wanted.success ? wanted.data : 'zh') });
  } else {
    sendJson(response, 500, { bug: { id: parts.reportBug(error, request.url ?? '') } });
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    ...commonHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
