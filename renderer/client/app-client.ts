import type { MethodInput, MethodName, MethodOutput, Progress } from '../../main/contract/api.ts';
import type { Language } from '../../main/contract/language.ts';
import type { Bridge, FolderFile } from './bridge.ts';
import { CallBug, CallCancelled, CallFailure, ConnectionLost } from './call-error.ts';

/** What may go along with a call. */
export interface CallOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Whether the host answers: `refused` means that this page must be opened anew from the host's address. */
export type Connection = 'ok' | 'lost' | 'refused';

/** The typed client of app.call: values come back, everything else is thrown as a CallFailure, CallBug, ConnectionLost or CallCancelled. */
export interface AppClient {
  readonly bridge: Bridge;
  call<N extends MethodName>(name: N, input: MethodInput<N>, options?: CallOptions): Promise<MethodOutput<N>>;
  /** Grants a file and turns a refusal into the same errors as a call. */
  grantFile(file: File): Promise<string>;
  /** Grants a folder by its files, in a browser; with the same errors. */
  grantFolder(files: readonly FolderFile[]): Promise<string>;
  connection(): Connection;
  subscribe(listener: () => void): () => void;
  language(): Language;
  setLanguage(language: Language): void;
}

/** Makes the client over a bridge. A lost connection is asked after every `retryMs` until the host answers again. */
export function createAppClient(bridge: Bridge, first: Language, retryMs = 2500): AppClient {
  let connection: Connection = 'ok';
  let language = first;
  const listeners = new Set<() => void>();

  function become(next: Connection): void {
    if (connection === next) return;
    const wasOk = connection === 'ok';
    connection = next;
    for (const listener of listeners) listener();
    if (next !== 'ok' && wasOk) window.setTimeout(ask, retryMs);
  }
  async function ask(): Promise<void> {
    if (connection === 'ok') return;
    try {
      await bridge.call('app.about', {}, language, () => undefined).result;
      become('ok');
    } catch {
      window.setTimeout(ask, retryMs);
    }
  }
  async function watched<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      const value = await work;
      become('ok');
      return value;
    } catch (error) {
      if (signal?.aborted) throw new CallCancelled();
      if (error instanceof CallCancelled || error instanceof CallFailure) throw error;
      const lost = error instanceof ConnectionLost ? error : new ConnectionLost({ cause: error });
      become(lost.isRefused ? 'refused' : 'lost');
      throw lost;
    }
  }

  return {
    bridge,
    connection: () => connection,
    language: () => language,
    setLanguage(next) {
      language = next;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grantFile: (file) => watched(bridge.grantFile(file)),
    grantFolder(files) {
      if (bridge.grantFolder === undefined) throw new Error('This host takes no folder by its files');
      return watched(bridge.grantFolder(files));
    },
    async call(name, input, options = {}) {
      if (options.signal?.aborted) throw new CallCancelled();
      const running = bridge.call(name, input, language, options.onProgress ?? (() => undefined));
      const cancel = (): void => running.cancel();
      options.signal?.addEventListener('abort', cancel, { once: true });
      try {
        const reply = await watched(running.result, options.signal);
        if (options.signal?.aborted) throw new CallCancelled();
        if (reply.ok) return reply.value;
        if ('failure' in reply) {
          if (reply.failure.code === 'cancelled') throw new CallCancelled();
          throw new CallFailure(reply.failure);
        }
        throw new CallBug(reply.bug.id);
      } finally {
        options.signal?.removeEventListener('abort', cancel);
      }
    },
  };
}
