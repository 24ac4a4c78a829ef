import type { DossierDocument, FieldEdit } from '../../contract/dossier.ts';
import { editWritten, readWritten, type WrittenDossier } from '../../core/dossier/written-dossier.ts';

/** How many dossiers are kept as they were read: those that a few windows have open. */
const keptCount = 8;
const kept = new Map<string, WrittenDossier>();

function keep(written: WrittenDossier): WrittenDossier {
  kept.delete(written.yamlText);
  kept.set(written.yamlText, written);
  const [oldest] = kept.keys();
  if (kept.size > keptCount && oldest !== undefined) kept.delete(oldest);
  return written;
}

const read = (yamlText: string): WrittenDossier => keep(kept.get(yamlText) ?? readWritten(yamlText));

/**
 * The document of a dossier's YAML text. The same text is the same document, read once while it is among the last few: one keystroke asks
 * for it several times. Throws what parseDossier throws.
 */
export const parseText = (yamlText: string): DossierDocument => read(yamlText).document;

/** The text after edits, as editYaml makes it; its document is known then. Throws what editYaml throws. */
export const editText = (yamlText: string, edits: readonly FieldEdit[]): string =>
  keep(editWritten(read(yamlText), edits)).yamlText;
