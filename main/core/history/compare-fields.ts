import type { DossierDocument } from '../../contract/dossier.ts';
import { fileFields } from '../dossier/fields.ts';
import { isSameData } from '../dossier/same-data.ts';

/** A field that holds something else now; undefined where nothing stood. */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What the program writes down for itself is no field, files are compared by their bytes, and rejections have a list of their own. */
const isLeftOut = (field: string): boolean =>
  ['schema', 'id', 'repairs', 'rejections', 'documents'].some(
    (one) => field === one || field.startsWith(`${one}.`),
  ) ||
  (fileFields as readonly string[]).includes(field) ||
  /^letters\.[^.]+\.made$/.test(field);

/** The fields of two documents that differ, in the order of the later one, then what is gone. Lists of texts are one field. */
export function compareFields(from: DossierDocument, to: DossierDocument): readonly FieldChange[] {
  const before = fieldsOf(from);
  const after = fieldsOf(to);
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((field) => ({ field, from: before.get(field), to: after.get(field) }))
    .filter((change) => !isSameData(change.from, change.to));
}

function fieldsOf(document: DossierDocument): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (value: unknown, field: string): void => {
    if (value === undefined || value === null || isLeftOut(field)) return;
    const isParties = field === 'parties';
    const isGroup = typeof value === 'object' && (!Array.isArray(value) || isParties);
    if (!isGroup) {
      if (value !== '' && !(Array.isArray(value) && value.length === 0)) found.set(field, value);
      return;
    }
    for (const [key, item] of Object.entries(value)) visit(item, field === '' ? key : `${field}.${key}`);
  };
  visit(document, '');
  return found;
}
