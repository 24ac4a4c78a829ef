import type { FactAnswer } from '../../../main/contract/dossier.ts';

/** The answers given so far, by question. */
export type Answers = Readonly<Record<string, FactAnswer>>;
