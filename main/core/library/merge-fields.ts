import type { DossierDocument, FieldEdit } from '../../contract/dossier.ts';
import { isSameData } from '../dossier/same-data.ts';
import type { FieldPath } from '../dossier/schema-shape.ts';
import { documentFields } from './document-fields.ts';

/** A field that both sides changed, each to something else. */
export interface FieldConflict {
  readonly path: FieldPath;
  /** Undefined where that side emptied it. */
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** The edits that bring mine to what both sides say together, and what they disagree about. */
export interface MergedFields {
  readonly edits: readonly FieldEdit[];
  readonly conflicts: readonly FieldConflict[];
}

/** Fields that say what a dossier is: they are never merged, and the dossier's own stay. */
const kept: ReadonlySet<string> = new Set(['["schema"]', '["id"]']);

/**
 * Merges two documents field by field. With `base`, which both came of, a field that one side changed is taken from that side; without it
 * what one side alone has filled in is taken, and every other difference is a conflict.
 */
export function mergeFields(
  base: DossierDocument | null,
  mine: DossierDocument,
  theirs: DossierDocument,
): MergedFields {
  const [ofBase, ofMine, ofTheirs] = [base ?? emptyDocument, mine, theirs].map(documentFields);
  if (ofBase === undefined || ofMine === undefined || ofTheirs === undefined)
    throw new Error('three are three');
  const edits: FieldEdit[] = [];
  const conflicts: FieldConflict[] = [];
  for (const key of [...new Set([...ofMine.keys(), ...ofTheirs.keys()])].toSorted()) {
    if (kept.has(key)) continue;
    const path = (ofMine.get(key) ?? ofTheirs.get(key))?.path ?? [];
    const [was, here, there] = [ofBase.get(key)?.value, ofMine.get(key)?.value, ofTheirs.get(key)?.value];
    if (isSameData(here, there)) continue;
    if (base === null ? here === undefined : isSameData(was, here)) {
      edits.push({ path: [...path], value: there ?? null });
    } else if (base === null ? there !== undefined : !isSameData(was, there)) {
      conflicts.push({ path, mine: here, theirs: there });
    }
  }
  return { edits, conflicts };
}

const emptyDocument: DossierDocument = { schema: 'yinqi/dossier@1', platform: '', categories: [] };
