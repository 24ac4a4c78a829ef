import type { FieldEdit } from '../../../main/contract/dossier.ts';
import type { Requirement } from '../../../main/contract/report.ts';
import { pathOf, valueAt } from '../../client/field-path.ts';

/** The last part of a path: what people call the file. */
export const nameOfPath = (path: string): string => path.split('/').at(-1) ?? path;

/** The files that a field of the document holds, in order. */
export function filesOf(document: unknown, field: string): readonly string[] {
  const value = valueAt(document, pathOf(field));
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}

/** Whether a field holds several files, as previews and documents do, or one. */
export const holdsSeveral = (field: string): boolean =>
  field.startsWith('documents.') || field.startsWith('app.previews.');

/** Whether the order of a field's files means something. */
export const hasOrder = (field: string): boolean => field.startsWith('app.previews.');

/** The edit that makes a field hold these files: nothing, one path, or a list, as the dossier writes it. */
export function editOf(field: string, files: readonly string[]): FieldEdit {
  const path = [...pathOf(field)];
  if (files.length === 0) return { path, value: null };
  const isList = field.startsWith('app.previews.') || (holdsSeveral(field) && files.length > 1);
  return { path, value: isList ? [...files] : files.at(-1) };
}

/** A place where a file can be put, and what it is called. */
export interface Slot {
  readonly field: string;
  readonly title: string;
  readonly isEmpty: boolean;
}

/** Every place for files among the requirements, in form order. `titleOf` names the fields of assets. */
export function slotsOf(
  requirements: readonly Requirement[],
  document: unknown,
  titleOf: (field: string) => string,
): readonly Slot[] {
  return requirements
    .filter(({ kind }) => kind === 'document' || kind === 'asset' || kind === 'letter')
    .flatMap(({ fields, title, kind }) =>
      fields.map((field) => ({
        field,
        title: kind === 'asset' ? titleOf(field) : title,
        isEmpty: filesOf(document, field).length === 0,
      })),
    );
}
