import type { DossierDocument, FieldEdit } from '../../contract/dossier.ts';
import { Failure } from '../../contract/failure.ts';
import { shorten } from '../../core/dossier/found-and-wanted.ts';
import { fieldName } from '../../core/dossier/fault.ts';
import { fieldValue } from '../../core/dossier/fields.ts';
import { isSameData } from '../../core/dossier/same-data.ts';
import type { FieldPath } from '../../core/dossier/schema-shape.ts';

/** The part of a path that edits are compared by: a list counts as a whole, since its items move. */
const comparedPath = (path: FieldPath): FieldPath => {
  const index = path.findIndex((key) => typeof key === 'number');
  return index === -1 ? path : path.slice(0, index);
};

/** Whether two edits touch the same field, or one a field inside the other's. */
export function isSameField(one: FieldPath, other: FieldPath): boolean {
  const [first, second] = [comparedPath(one), comparedPath(other)];
  return first.slice(0, second.length).every((key, index) => key === second[index]);
}

/**
 * The first edit whose field was changed elsewhere since it was looked at; undefined where none was. One that asks for
 * what is there already disturbs nothing.
 */
export function findConflict(
  document: DossierDocument,
  edits: readonly FieldEdit[],
  changed: readonly FieldPath[],
): FieldEdit | undefined {
  return edits.find(
    (edit) =>
      changed.some((path) => isSameField(path, edit.path)) &&
      !isSameData(fieldValue(document, fieldName(edit.path)), edit.value ?? undefined),
  );
}

/** The failure of an edit that would overwrite what another window has saved; it says what is there now. */
export function editConflict(document: DossierDocument, edit: FieldEdit): Failure {
  const field = fieldName(edit.path);
  const value = fieldValue(document, field);
  const now = value === undefined ? null : shorten(typeof value === 'string' ? value : JSON.stringify(value));
  return new Failure(
    'edit-conflict',
    {
      zh: `字段 ${field} 没有保存：另一个窗口刚改过它，现在的内容是${now === null ? '空' : `「${now}」`}`,
      en: `The field ${field} was not saved: another window has changed it; it now ${now === null ? 'is empty' : `holds “${now}”`}`,
    },
    {
      zh: '请核对现在的内容，需要时再改一次',
      en: 'Look at what is there now and make the change again if needed',
    },
  );
}
