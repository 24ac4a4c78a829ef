/** What is going on when a process is killed. */
export const killWorks = ['save', 'import', 'letters', 'repair', 'bundle', 'migration'] as const;
export type KillWork = (typeof killWorks)[number];

/** What a process is told to do, without end until it is killed. */
export interface KillTask {
  /** `nothing`: starts the program, as far as what is kept goes, and ends. */
  readonly work: KillWork | 'nothing';
  readonly store: 'folder' | 'database';
  readonly dataFolder: string;
  /** A dossier folder: edited in place, imported or copied, as the work asks. */
  readonly folder: string;
  /** The dossier to work on. */
  readonly dossier: string;
  /** A dossier whose repair was cut short: it is repaired first, before any other. */
  readonly interrupted?: string | undefined;
  /** Where letters and bundles go; for migrations the data folders, named 0, 1, 2 … */
  readonly out: string;
  /** The first number that this process counts with. */
  readonly start: number;
  /** Ends by itself after one round. */
  readonly isOnce: boolean;
}

/** Lines of the process: it is ready; it is a bit further; a round is done, and what it says of it. */
export const lineMarks = { ready: 'ready', further: '~', done: '=' } as const;
