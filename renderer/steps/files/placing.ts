import type { FieldEdit } from '../../../main/contract/dossier.ts';
import { editOf, filesOf, holdsSeveral } from './slot.ts';

/** A file and the field that is to hold it. */
export interface Placed {
  readonly path: string;
  readonly field: string;
}

/** What each field that is touched holds once the files are put there: behind what was there, or in its place where it holds one. */
function filledBy(placed: readonly Placed[], document: unknown): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, readonly string[]>();
  for (const { path, field } of placed) {
    const before = held.get(field) ?? filesOf(document, field);
    held.set(field, holdsSeveral(field) ? [...before.filter((one) => one !== path), path] : [path]);
  }
  return held;
}

/** The edits that put files where they belong. */
export const placingEdits = (placed: readonly Placed[], document: unknown): readonly FieldEdit[] =>
  [...filledBy(placed, document)].map(([field, files]) => editOf(field, files));

/**
 * The edits that take the same files out again. A field that was left alone since gets back what it held in `before`; from one
 * that was changed only these files are taken.
 */
export function unplacingEdits(
  placed: readonly Placed[],
  before: unknown,
  now: unknown,
): readonly FieldEdit[] {
  return [...filledBy(placed, before)].map(([field, put]) => {
    const held = filesOf(now, field);
    const isUntouched = held.length === put.length && held.every((path, index) => path === put[index]);
    const ours = placed.filter((one) => one.field === field).map(({ path }) => path);
    return editOf(field, isUntouched ? filesOf(before, field) : held.filter((path) => !ours.includes(path)));
  });
}
