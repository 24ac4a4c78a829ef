import type { DossierDocument, FieldEdit, RepairRecord } from '../../contract/dossier.ts';
import { fieldValue, filesOfField, usedFiles } from '../dossier/fields.ts';
import { isSamePath } from './same-path.ts';

export type RepairChange = RepairRecord['changes'][number];

/** The edit that notes a repair in the dossier. */
export const recordEdit = (id: string, record: RepairRecord): FieldEdit => ({
  path: ['repairs', id],
  value: record,
});

/**
 * The edit that puts files in the place of others in a field: the first of those that are there gives the place. Lists stay lists;
 * a field of one file becomes one for several, and back. Null where the field holds not all of them.
 */
export function replaceFiles(document: DossierDocument, { field, from, to }: RepairChange): FieldEdit | null {
  const held = filesOfField(document, field);
  const isAmong = (path: string, paths: readonly string[]): boolean =>
    paths.some((one) => isSamePath(one, path));
  if (!from.every((path) => isAmong(path, held))) return null;
  const first = held.findIndex((path) => isAmong(path, from));
  const files = held.flatMap((path, index) => {
    if (index === first) return to;
    return isAmong(path, from) ? [] : [path];
  });
  const wasList = Array.isArray(fieldValue(document, field));
  const isList = files.length > 1 || (wasList && !(field.startsWith('documents.') && from.length > 1));
  return { path: field.split('.'), value: files.length === 0 ? null : isList ? files : files[0] };
}

/** What undoing a repair does: its edits, and the files that then have no use. */
export interface UndoPlan {
  readonly edits: readonly FieldEdit[];
  /** Path and SHA-256 of what came of the repair. */
  readonly removed: readonly { readonly path: string; readonly sha256: string }[];
}

/** Plans to put fields back as a record has them; the field that changed since, or the file that is gone, where that cannot be. */
export function planUndo(
  document: DossierDocument,
  id: string,
  record: RepairRecord,
  files: readonly { readonly path: string }[],
):
  | { readonly kind: 'planned'; readonly plan: UndoPlan }
  | { readonly kind: 'changed-since'; readonly field: string }
  | { readonly kind: 'original-gone'; readonly path: string } {
  const edits: FieldEdit[] = [];
  for (const { field, from, to } of record.changes) {
    if (record.made === undefined) {
      if (fieldValue(document, field) !== to[0]) return { kind: 'changed-since', field };
      edits.push({ path: field.split('.'), value: from[0] ?? null });
      continue;
    }
    const gone = from.find((path) => !files.some((file) => isSamePath(file.path, path)));
    if (gone !== undefined) return { kind: 'original-gone', path: gone };
    const edit = replaceFiles(document, { field, from: to, to: from });
    if (edit === null) return { kind: 'changed-since', field };
    edits.push(edit);
  }
  edits.push({ path: ['repairs', id], value: null });
  return {
    kind: 'planned',
    plan: { edits, removed: Object.entries(record.made ?? {}).map(([path, sha256]) => ({ path, sha256 })) },
  };
}

/** Whether a file may go: no field holds it, and no other repair was made from it. */
export function isUnneeded(document: DossierDocument, path: string): boolean {
  if (usedFiles(document).some((use) => isSamePath(use.path, path))) return false;
  const sources = Object.values(document.repairs ?? {}).flatMap(({ of, changes }) => [
    ...(of === undefined ? [] : [of]),
    ...changes.flatMap(({ from }) => from),
  ]);
  return !sources.some((source) => isSamePath(source, path));
}
