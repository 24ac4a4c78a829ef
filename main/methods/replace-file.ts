import type { DossierDocument, FieldEdit } from '../contract/dossier.ts';
import { fieldValue, filesOfField } from '../core/dossier/fields.ts';
import { isSamePath } from '../core/files/same-path.ts';

/** The edit that puts another file in the place of one, or with null takes it out: lists stay lists. */
export function replaceEdit(
  document: DossierDocument,
  field: string,
  path: string,
  replacement: string | null,
): FieldEdit {
  const rest = filesOfField(document, field).flatMap((held) =>
    isSamePath(held, path) ? (replacement === null ? [] : [replacement]) : [held],
  );
  const isList = Array.isArray(fieldValue(document, field));
  return { path: field.split('.'), value: rest.length === 0 ? null : isList ? rest : rest[0] };
}
