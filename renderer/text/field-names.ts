import { fieldTitles } from '../../main/contract/field-titles.ts';
import type { Language } from '../../main/contract/language.ts';

type FieldNames = { readonly [F in keyof typeof fieldTitles]: string };

/** The names of the fields of a dossier in one language, by dotted field. */
export function fieldNames(language: Language): FieldNames {
  const names = Object.entries(fieldTitles).map(([field, title]) => [field, title[language]]);
  // Safe: every field of the table is there, with its title.
  return Object.fromEntries(names) as FieldNames;
}
