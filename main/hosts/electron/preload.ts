import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { MethodInput, MethodName, MethodOutput, Progress } from '../../contract/api.ts';
import type { Language } from '../../contract/language.ts';
import type { Reply } from '../reply.ts';
import {
  progressChannel,
  type Channel,
  type FolderPurpose,
  type Granted,
  type ProgressNews,
  type Questions,
} from './ipc.ts';

// Safe: the program answers each channel with the answer that Questions names.
const ask = <C extends Channel>(channel: C, question: Questions[C]['ask']): Promise<Questions[C]['answer']> =>
  ipcRenderer.invoke(channel, question) as Promise<Questions[C]['answer']>;

const listeners = new Map<number, (progress: Progress) => void>();
let lastId = 0;
let language: Language = 'zh';

ipcRenderer.on(progressChannel, (_event, news: ProgressNews) => listeners.get(news.id)?.(news.progress));

/** What the page gets as `window.yinqi`: functions that ask the program, never Node or Electron themselves. */
const bridge = {
  kind: 'electron' as const,
  call<N extends MethodName>(
    name: N,
    input: MethodInput<N>,
    spoken: Language,
    onProgress: (progress: Progress) => void,
  ): { readonly result: Promise<Reply<MethodOutput<N>>>; readonly cancel: () => void } {
    lastId += 1;
    const id = lastId;
    language = spoken;
    listeners.set(id, onProgress);
    const reply = ask('yinqi:call', { id, name, input, language: spoken }).finally(() =>
      listeners.delete(id),
    );
    // Safe: app.call parsed the value with the output schema of this method.
    const result = reply as Promise<Reply<MethodOutput<N>>>;
    return { result, cancel: () => void ask('yinqi:cancel', { id }) };
  },
  grantFile: (file: File): Promise<string> =>
    ask('yinqi:grant-file', { path: webUtils.getPathForFile(file) }),
  chooseFolder: (purpose: FolderPurpose): Promise<Granted | null> =>
    ask('yinqi:choose-folder', { purpose, language }),
  chooseTarget: (suggestedName: string): Promise<Granted | null> =>
    ask('yinqi:choose-target', { suggestedName, language }),
  artifactUrl: (token: string, isDownload = false): string =>
    `yinqi://app/artifact/${encodeURIComponent(token)}${isDownload ? '?download=1' : ''}`,
  saveArtifact: (token: string, suggestedName: string): Promise<{ readonly saved: boolean }> =>
    ask('yinqi:save-artifact', { token, suggestedName, language }),
  showItem: (grant: string): Promise<null> => ask('yinqi:show-item', { grant }),
};

/** The shape of `window.yinqi` in the desktop window. */
export type ElectronBridge = typeof bridge;

contextBridge.exposeInMainWorld('yinqi', bridge);
