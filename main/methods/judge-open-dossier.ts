import type { FileInspection } from '../contract/files.ts';
import type { Rulebook } from '../contract/rulebook.ts';
import type { LetterState } from '../core/letters/letter-state.ts';
import { judgeDossier } from '../core/review/judge-dossier.ts';
import type { JudgedReport } from '../core/review/judged-report.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { comparePictures } from './compare-pictures.ts';
import { inspectDossier } from './inspect-dossier.ts';
import { letterStates } from './letter-states.ts';

/** A judged dossier with what it was judged by. */
export interface JudgedDossier {
  readonly report: JudgedReport;
  readonly rulebook: Rulebook;
  readonly inspections: ReadonlyMap<string, FileInspection>;
  readonly letters: readonly LetterState[];
}

/** Loads the rulebook, looks at every file and judges an open dossier. Throws `unknown-platform`. */
export async function judgeOpenDossier(
  world: World,
  open: OpenDossier,
  context: CallContext,
): Promise<JudgedDossier> {
  const rulebook = await world.rulebooks.load(open.document.platform);
  const [inspections, letters] = await Promise.all([
    inspectDossier(world, open, context),
    letterStates(world, open),
  ]);
  context.signal.throwIfAborted();
  await comparePictures(open.document, inspections, context.signal);
  const report = judgeDossier({
    rulebook,
    document: open.document,
    inspections,
    letters,
    today: world.today(),
  });
  return { report, rulebook, inspections, letters };
}
