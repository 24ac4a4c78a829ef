import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Channel, Questions } from './ipc.ts';
import { isTrustedSender } from './security.ts';

/** Answers a channel, but only to the app's own page: anyone else's message is refused and never read. */
export function handle<C extends Channel>(
  channel: C,
  answer: (question: Questions[C]['ask'], event: IpcMainInvokeEvent) => Promise<Questions[C]['answer']>,
): void {
  ipcMain.handle(channel, async (event, question: unknown) => {
    if (!isTrustedSender(event.senderFrame)) throw new Error(`${channel}: the sender is not trusted`);
    // Safe: only the preload, which is typed by the same Questions, speaks on these channels.
    return answer(question as Questions[C]['ask'], event);
  });
}
