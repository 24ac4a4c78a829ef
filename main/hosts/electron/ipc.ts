import type { Progress } from '../../contract/api.ts';
import type { Reply } from '../reply.ts';

/** What a folder is chosen for. */
export type FolderPurpose = 'import-dossier' | 'export-dossier' | 'write-letters';

/** A file, folder or target that the user chose, with the name to show. */
export interface Granted {
  readonly grant: string;
  readonly name: string;
}

/** Questions from the window to the program, each with its answer. */
export interface Questions {
  /** One call of the API; its id is the window's own and names it for progress and cancelling. */
  'yinqi:call': {
    readonly ask: {
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
      readonly language: string;
    };
    readonly answer: Reply;
  };
  'yinqi:cancel': { readonly ask: { readonly id: number }; readonly answer: null };
  /** Grants a file that was dropped or picked; the preload found its path, the page never sees it. */
  'yinqi:grant-file': { readonly ask: { readonly path: string }; readonly answer: string };
  'yinqi:choose-folder': {
    readonly ask: { readonly purpose: FolderPurpose; readonly language: string };
    readonly answer: Granted | null;
  };
  'yinqi:choose-target': {
    readonly ask: { readonly suggestedName: string; readonly language: string };
    readonly answer: Granted | null;
  };
  'yinqi:save-artifact': {
    readonly ask: { readonly token: string; readonly suggestedName: string; readonly language: string };
    readonly answer: { readonly saved: boolean };
  };
  'yinqi:show-item': { readonly ask: { readonly grant: string }; readonly answer: null };
}

export type Channel = keyof Questions;

/** News from the program to the window. */
export interface ProgressNews {
  readonly id: number;
  readonly progress: Progress;
}

export const progressChannel = 'yinqi:progress';
