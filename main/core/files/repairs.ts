import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { planPictureRepairs } from './picture-repairs.ts';
import type { PlannedRepair } from './planned-repair.ts';
import { planTextRepairs } from './text-repairs.ts';

/**
 * The repairs that a machine can make without changing what a picture or text says. What they aim at comes from the
 * rulebook's own checks, the strictest where several speak; nothing here knows a platform.
 */
export function planRepairs(input: {
  readonly document: DossierDocument;
  readonly inspections: ReadonlyMap<string, FileInspection>;
  readonly rulebook: Rulebook;
}): readonly PlannedRepair[] {
  const { document, inspections, rulebook } = input;
  return [...planPictureRepairs(document, inspections, rulebook), ...planTextRepairs(document, rulebook)];
}
