import type { WebContents } from 'electron';
import type { App } from '../../app.ts';
import type { Progress } from '../../contract/api.ts';
import { replyTo } from '../reply.ts';
import type { Saves } from '../saves.ts';
import { handle } from './handle.ts';
import { progressChannel, type ProgressNews } from './ipc.ts';

/** Answers the window's calls of the API. A window that closes cancels what it asked for, but for `saves`. */
export function handleCalls(
  app: App,
  saves: Saves,
  reportBug: (error: unknown, where: string) => string,
): void {
  const running = new Map<string, AbortController>();
  const keyOf = (sender: WebContents, id: number): string => `${sender.id}/${id}`;

  handle('yinqi:call', async ({ id, name, input, language }, { sender }) => {
    const abort = new AbortController();
    const cancel = (): void => abort.abort();
    const key = keyOf(sender, id);
    running.set(key, abort);
    if (!saves.includes(name)) sender.once('destroyed', cancel);
    try {
      const onProgress = (progress: Progress): void => {
        const news: ProgressNews = { id, progress };
        if (!sender.isDestroyed()) sender.send(progressChannel, news);
      };
      return await saves.follow(
        name,
        replyTo(app, { name, input, language }, { signal: abort.signal, onProgress, reportBug }),
      );
    } finally {
      running.delete(key);
      if (!sender.isDestroyed()) sender.removeListener('destroyed', cancel);
    }
  });
  handle('yinqi:cancel', async ({ id }, { sender }) => {
    running.get(keyOf(sender, id))?.abort();
    return null;
  });
}
