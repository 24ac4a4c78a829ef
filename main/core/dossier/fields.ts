import type { DossierDocument } from '../../contract/dossier.ts';

/** The fields of a dossier that hold one file or a list of files, besides `documents.<requirement id>`. */
export const fileFields = [
  'company.logo',
  'app.logo',
  'app.previews.desktop',
  'app.previews.mobile',
  'app.privacyPolicy',
  'app.terms',
] as const;

/** The value at a dotted field such as `app.name`; undefined where nothing was filled in. */
export function fieldValue(document: DossierDocument, field: string): unknown {
  let value: unknown = document;
  for (const key of field.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Whether a field holds something: blank text and empty lists are nothing. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

/** The file paths that a field holds, in order; empty where it holds none. */
export function filesOfField(document: DossierDocument, field: string): readonly string[] {
  const value = fieldValue(document, field);
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}

/** Every use of a file in the dossier: the field that holds it and its path, in the order of the fields. */
export function usedFiles(
  document: DossierDocument,
): readonly { readonly field: string; readonly path: string }[] {
  const documents = Object.keys(document.documents ?? {}).map((id) => `documents.${id}`);
  return [...fileFields, ...documents].flatMap((field) =>
    filesOfField(document, field).map((path) => ({ field, path })),
  );
}
