import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { planCopyRepairs } from './copy-repairs.ts';
import { planPictureRepairs } from './picture-repairs.ts';
import type { PlannedRepair } from './planned-repair.ts';
import { planScanRepairs } from './scan-repairs.ts';
import { planTextRepairs } from './text-repairs.ts';

/**
 * The repairs that a machine can make without changing what a picture or text says. What they aim at comes from the
 * rulebook's own checks, the strictest where several speak; nothing here knows a platform. No two of those that can be made
 * together are about one file.
 */
export function planRepairs(input: {
  readonly document: DossierDocument;
  readonly inspections: ReadonlyMap<string, FileInspection>;
  readonly rulebook: Rulebook;
}): readonly PlannedRepair[] {
  const { document, inspections, rulebook } = input;
  const pictures = planPictureRepairs(document, inspections, rulebook);
  const scans = planScanRepairs(document, inspections, rulebook);
  const taken = new Set([...pictures, ...scans.filter(({ isAlone }) => !isAlone)].map(({ at }) => at));
  const copies = planCopyRepairs(document, inspections, rulebook).filter(({ at }) => !taken.has(at));
  return [...pictures, ...scans, ...copies, ...planTextRepairs(document, rulebook)];
}
