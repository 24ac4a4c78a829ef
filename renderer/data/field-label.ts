import { fieldTitle } from '../dossier/field-title.ts';
import { fields as zhFields } from '../text/zh/fields.ts';
import type { Say } from '../text/use-text.ts';

/** What people call a field of some dossier; one without a name of its own keeps its path behind that of its group. */
export function fieldLabel(field: string, t: Say<'fields'>): string {
  const title = fieldTitle(field, t, null);
  return Object.hasOwn(zhFields, field) || title === field ? title : `${title} (${field})`;
}
