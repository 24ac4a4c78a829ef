import type { LetterTemplate } from '../../main/core/letters/template.ts';

/** Where and with what a bench runs. */
export interface BenchPlace {
  /** The folder of the repository. */
  readonly root: string;
  /** A folder of its own, removed afterwards. */
  readonly scratch: string;
  /** The one face of the peers, alone in its folder. */
  readonly fontFile: string;
  readonly template: LetterTemplate;
  readonly rounds: number;
  /** The bundled `one-process.ts`. */
  readonly oneProcess: string;
}
