import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { Level, Rulebook } from '../../contract/rulebook.ts';
import type { LetterState } from '../letters/letter-state.ts';
import type { Circumstances } from '../rulebook/evaluate.ts';
import type { JudgedFinding, JudgedRequirement } from './judged-report.ts';

/** What the review is made from. `inspections` holds every file that the dossier names, by path; `today` is YYYY-MM-DD. */
export interface ReviewInput {
  readonly rulebook: Rulebook;
  readonly document: DossierDocument;
  readonly inspections: ReadonlyMap<string, FileInspection>;
  readonly letters: readonly LetterState[];
  readonly today: string;
}

/** The same with what follows from it once: the circumstances, and the requirements that apply or may apply. */
export interface Judging extends ReviewInput {
  readonly circumstances: Circumstances;
  readonly requirements: ReadonlyMap<string, JudgedRequirement>;
}

/** A finding with the dossier field it is about: a finding of level error makes what the field holds invalid. */
export interface OwnedFinding {
  readonly finding: JudgedFinding;
  readonly owner: string;
}

/** Whether a named person has settled what a rule leaves to people. */
export const isAttested = (document: DossierDocument, rule: string): boolean =>
  Object.hasOwn(document.attestations ?? {}, rule);

const gravity: Readonly<Record<Level, number>> = { error: 0, warning: 1, notice: 2 };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders findings by level, gravest first, then rule, place and message: the same input gives the same order. */
export function compareFindings(a: JudgedFinding, b: JudgedFinding): number {
  return (
    gravity[a.level] - gravity[b.level] ||
    compare(a.rule, b.rule) ||
    compare(a.at, b.at) ||
    compare(a.message.zh, b.message.zh)
  );
}

/** Whether level `a` is graver than `b`. */
export const isGraver = (a: Level, b: Level): boolean => gravity[a] < gravity[b];
