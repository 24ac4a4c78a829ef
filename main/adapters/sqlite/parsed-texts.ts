import type { DossierDocument } from '../../contract/dossier.ts';
import { parseDossier } from '../../core/dossier/parse-dossier.ts';
import { dossierFileName } from '../disk/read-dossier-folder.ts';

/** How many dossiers' documents are kept: those that a few windows have open. */
const keptCount = 8;
const kept = new Map<string, DossierDocument>();

/**
 * The document of a dossier's YAML text. The same text is the same document, read once while it is among the last few: one keystroke asks
 * for it several times. Throws what parseDossier throws.
 */
export function parseText(yamlText: string): DossierDocument {
  const known = kept.get(yamlText);
  const document = known ?? parseDossier(yamlText, dossierFileName);
  kept.delete(yamlText);
  kept.set(yamlText, document);
  const [oldest] = kept.keys();
  if (kept.size > keptCount && oldest !== undefined) kept.delete(oldest);
  return document;
}
