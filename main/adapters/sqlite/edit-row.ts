import type { FieldEdit } from '../../contract/dossier.ts';
import { outlineOf } from '../../core/dossier/dossier-outline.ts';
import type { FieldPath } from '../../core/dossier/schema-shape.ts';
import { editConflict, findConflict } from './edit-conflict.ts';
import { editText, parseText } from './parsed-texts.ts';
import type { DossierRow, Rows } from './rows.ts';

/**
 * Makes edits on a dossier's row, its line in the list with it, all or none, and notes which fields they touch; nothing where its text stays the same. Runs inside the
 * caller's transaction. Throws `edit-conflict` and what editYaml throws.
 */
export function editRow(
  rows: Rows,
  row: DossierRow,
  baseRevision: number,
  edits: readonly FieldEdit[],
  at: string,
): void {
  const document = parseText(row.yaml_text);
  // Safe: only this store writes the paths, as JSON of edit paths.
  const changed = rows.editedSince(row.id, baseRevision).map((path) => JSON.parse(path) as FieldPath);
  const [first] = edits;
  const isFromElsewhere = baseRevision > row.revision ? first : undefined;
  const conflict = isFromElsewhere ?? findConflict(document, edits, changed);
  if (conflict !== undefined) throw editConflict(document, conflict);
  const yamlText = editText(row.yaml_text, edits);
  if (yamlText === row.yaml_text) return;
  const revision = row.revision + 1;
  rows.saveText(row.id, revision, yamlText, at);
  const outline = JSON.stringify(outlineOf(parseText(yamlText)));
  if (outline !== JSON.stringify(outlineOf(document))) rows.saveOutline(row.id, outline);
  for (const edit of edits) rows.insertEdit(row.id, revision, JSON.stringify(edit.path), at);
}
