import { dossierDocumentSchema, type DossierDocument } from '../../../main/contract/dossier.ts';
import type { FileInspection } from '../../../main/contract/files.ts';
import type { LetterState } from '../../../main/core/letters/letter-state.ts';
import { judgeDossier } from '../../../main/core/review/judge-dossier.ts';
import { cleanDossier, printedLetters, soundFiles } from '../../rulebook/clean-dossier.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

/** The rulebook of Tencent Meeting as it ships. */
export const rulebook = await loadRulebook();
/** The report on a dossier whose files are sound and whose letters are printed, unless they are given. */
export const judge = (
  document: DossierDocument,
  inspections: ReadonlyMap<string, FileInspection> = soundFiles(document),
  letters: readonly LetterState[] = printedLetters,
) => judgeDossier({ rulebook, document, inspections, letters, today: '2026-07-01' });
/** A dossier without findings, with other parts. */
export const clean = (parts: Record<string, unknown>): DossierDocument =>
  dossierDocumentSchema.parse({ ...cleanDossier(), ...parts });
/** Each finding in a line. */
export const brief = (report: ReturnType<typeof judge>): readonly string[] =>
  report.findings.map((one) => `${one.level} ${one.outcome} ${one.rule} ${one.at}`);
/** What became of a requirement. */
export const statusOf = (report: ReturnType<typeof judge>, id: string): string | undefined =>
  report.requirements.find((one) => one.id === id)?.status;
