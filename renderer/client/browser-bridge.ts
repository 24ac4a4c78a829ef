import type { Progress } from '../../main/contract/api.ts';
import type { FailureInLanguage } from '../../main/contract/failure.ts';
import type { Bridge, BridgeReply, FolderFile, Granted } from './bridge.ts';
import { CallCancelled, CallFailure, ConnectionLost } from './call-error.ts';
import { readLines } from './ndjson.ts';

/** Browsers send at most this much after the page is gone. */
const keepaliveBytes = 60_000;

type ReplyLine =
  | { readonly progress: Progress }
  | { readonly result: unknown }
  | { readonly failure: FailureInLanguage }
  | { readonly bug: { readonly id: string } };

/** Reads a reply: progress lines are passed on, the last line decides. Throws ConnectionLost for a reply cut short. */
export async function readReply(
  stream: ReadableStream<Uint8Array>,
  onProgress: (progress: Progress) => void,
): Promise<BridgeReply<unknown>> {
  for await (const text of readLines(stream)) {
    // Safe: the host writes nothing but these lines, and a half line does not parse.
    const line = JSON.parse(text) as ReplyLine;
    if ('progress' in line) onProgress(line.progress);
    else if ('result' in line) return { ok: true, value: line.result };
    else if ('failure' in line) return { ok: false, failure: line.failure };
    else if ('bug' in line) return { ok: false, bug: line.bug };
  }
  throw new ConnectionLost();
}

async function post(address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { method: 'POST', credentials: 'same-origin', ...init });
  } catch (cause) {
    if (init.signal?.aborted) throw new CallCancelled();
    throw new ConnectionLost({ cause });
  }
  if (response.status === 401 || response.status === 403) throw new ConnectionLost({ isRefused: true });
  return response;
}

/** A refused upload says why in the same words as a refused call. */
async function grantOf(response: Response): Promise<string> {
  const text = await response.text();
  let body: { readonly grant?: string; readonly failure?: FailureInLanguage };
  try {
    // Safe: uploads answer one of these two; anything else lands in the throw below.
    body = JSON.parse(text) as typeof body;
  } catch (cause) {
    throw new ConnectionLost({ cause });
  }
  if (body.failure !== undefined) throw new CallFailure(body.failure);
  if (body.grant === undefined) throw new ConnectionLost();
  return body.grant;
}

const upload = async (file: File, query: Record<string, string>): Promise<Response> =>
  post(`/api/upload?${new URLSearchParams(query).toString()}`, {
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  });

/** Asks for a folder by the browser's own dialog; empty when the user gave none. */
function pickFolder(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

async function uploadFolder(files: readonly FolderFile[]): Promise<string> {
  const folder = crypto.randomUUID();
  for (const { path, file } of files) await grantOrThrow(await upload(file, { name: path, folder }));
  const response = await post(`/api/upload-folder/finish?${new URLSearchParams({ folder }).toString()}`, {});
  return grantOf(response);
}

async function uploadPicked(files: readonly File[]): Promise<Granted | null> {
  const [first] = files;
  if (first === undefined) return null;
  const grant = await uploadFolder(files.map((file) => ({ path: file.webkitRelativePath, file })));
  return { grant, name: first.webkitRelativePath.split('/')[0] ?? first.name };
}

/** One file of a folder: the host answers no grant of its own for it, but may refuse it. */
async function grantOrThrow(response: Response): Promise<void> {
  if (!response.ok) await grantOf(response);
}

function download(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** The bridge of the browser host: same-origin requests to the server that served the page, nothing else. */
export function createBrowserBridge(): Bridge {
  const artifactUrl = (token: string, isDownload = false): string =>
    `/api/artifact/${encodeURIComponent(token)}${isDownload ? '?download=1' : ''}`;
  return {
    kind: 'browser',
    call(name, input, language, onProgress) {
      const controller = new AbortController();
      const body = JSON.stringify({ name, input, language });
      const run = async (): Promise<BridgeReply<never>> => {
        const response = await post('/api/call', {
          body,
          headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
          signal: controller.signal,
          // What was typed last is saved even when the page closes right now.
          keepalive: name === 'dossiers.edit' && new Blob([body]).size < keepaliveBytes,
        });
        if (response.body === null) throw new ConnectionLost();
        try {
          // Safe: the host parsed the output with the method's own schema before it sent it.
          return (await readReply(response.body, onProgress)) as BridgeReply<never>;
        } catch (cause) {
          if (controller.signal.aborted) throw new CallCancelled();
          throw cause instanceof ConnectionLost ? cause : new ConnectionLost({ cause });
        }
      };
      return { result: run(), cancel: () => controller.abort() };
    },
    async grantFile(file) {
      return grantOf(await upload(file, { name: file.name }));
    },
    grantFolder: uploadFolder,
    async chooseFolder(purpose) {
      return purpose === 'import-dossier' ? uploadPicked(await pickFolder()) : null;
    },
    chooseTarget: async () => null,
    artifactUrl,
    async saveArtifact(token, suggestedName) {
      download(artifactUrl(token, true), suggestedName);
      return { saved: true };
    },
  };
}
