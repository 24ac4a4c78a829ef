import type { App } from '../../app.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../contract/api.ts';
import type { Language, Localized } from '../../contract/language.ts';
import type { Artifacts, Grants } from '../../world/exchange.ts';
import type { Given } from './given.ts';
import type { Page } from './page.ts';

export type OutputFormat = 'human' | 'json' | 'sarif';

/** 0 all well, 1 findings of level error or a bundle that does not verify (interface section 4). */
export type OutcomeCode = 0 | 1;

/** What a command found, ready to be told to people or scripts. */
export interface Outcome {
  readonly exitCode: OutcomeCode;
  readonly json: unknown;
  human(page: Page): void;
  /** Only `check` has one. */
  sarif?(): Promise<unknown>;
  /** What goes on after the result was printed, until the session's signal ends it: serving. */
  after?(): Promise<void>;
}

/** One option of a command; `value` names what it takes and makes it an option with a value. */
export interface OptionSpec {
  readonly value?: string;
  readonly multiple?: boolean;
  readonly required?: boolean;
  readonly help: Localized;
}

/** One word after the command's name, for example DIR. */
export interface WordSpec {
  readonly name: string;
  readonly required: boolean;
  /** Takes this and all that follow. */
  readonly repeated?: boolean;
  readonly help: Localized;
}

/** The opened product: the app, the two parts of its world that hosts hand things over with, and folders to serve from. */
export interface OpenedApp {
  readonly app: App;
  readonly grants: Grants;
  readonly artifacts: Artifacts;
  readonly scratchFolder: string;
  readonly rendererFolder: string;
  close(): void;
}

/** What a running command can reach. */
export interface Session {
  readonly language: Language;
  readonly version: string;
  readonly workingFolder: string;
  readonly signal: AbortSignal;
  /** Calls the app over dossier folders; opened on the first call. */
  call<N extends MethodName>(name: N, input: MethodInput<N>): Promise<MethodOutput<N>>;
  /** Hands a file or folder over to the app: a path of the command line, relative to the working folder. */
  grant(path: string): Promise<string>;
  /** Opens the app over the database instead. */
  openDatabase(): Promise<OpenedApp>;
  /** An environment variable; undefined where it is unset or empty. */
  variable(name: string): string | undefined;
  /** Asks for a line that is not shown while it is typed; null where nobody is there to be asked. */
  askSecret(question: string): Promise<string | null>;
  /** Prints a message for people, at once, on the stream that is not the result. */
  note(text: string): void;
}

/** One command of the command line: what it takes, and what it does over `app.call`. */
export interface Command {
  readonly name: string;
  readonly summary: Localized;
  readonly words: readonly WordSpec[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly formats: readonly OutputFormat[];
  /** More to know, shown by --help. */
  readonly notes?: Localized;
  run(given: Given, session: Session): Promise<Outcome>;
}
