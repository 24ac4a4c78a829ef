import type { MethodInput, MethodName, MethodOutput, Progress } from '../../main/contract/api.ts';
import type { FailureInLanguage } from '../../main/contract/failure.ts';
import type { Language } from '../../main/contract/language.ts';

/** What a host answers to one call. */
export type BridgeReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: FailureInLanguage }
  | { readonly ok: false; readonly bug: { readonly id: string } };

/** A call under way. `result` rejects only when the host cannot be reached or the call was cancelled. */
export interface RunningCall<T> {
  readonly result: Promise<BridgeReply<T>>;
  cancel(): void;
}

/** A file, folder or target that the user handed over, with the name to show. */
export interface Granted {
  readonly grant: string;
  readonly name: string;
}

/** A file of a folder: its path begins with the folder's name, forward slashes. */
export interface FolderFile {
  readonly path: string;
  readonly file: File;
}

/** What a folder is chosen for: hosts title their dialog by it. */
export type FolderPurpose = 'import-dossier' | 'export-dossier' | 'write-letters';

/** The one way from the page to its host: Electron's preload and the browser each have theirs. */
export interface Bridge {
  readonly kind: 'electron' | 'browser';
  call<N extends MethodName>(
    name: N,
    input: MethodInput<N>,
    language: Language,
    onProgress: (progress: Progress) => void,
  ): RunningCall<MethodOutput<N>>;
  /** Hands a file from a drop or a file input to the host; answers its grant. */
  grantFile(file: File): Promise<string>;
  /** Hands over the files of a dropped folder, where the host cannot read it itself; answers the folder's grant. */
  grantFolder?(files: readonly FolderFile[]): Promise<string>;
  /** Asks for a folder; null when the user gave none. A browser can only read folders, by upload. */
  chooseFolder(purpose: FolderPurpose): Promise<Granted | null>;
  /** Asks where to write a file; null when the user chose none, and always in a browser, which downloads. */
  chooseTarget(suggestedName: string): Promise<Granted | null>;
  /** An address under which an artifact can be shown, or with `download` fetched as a file. */
  artifactUrl(token: string, download?: boolean): string;
  /** Saves an artifact where the user says; `saved` is false when they thought better of it. */
  saveArtifact(token: string, suggestedName: string): Promise<{ readonly saved: boolean }>;
}
