import { stringify } from 'yaml';
import type { DossierDocument } from '../../contract/dossier.ts';
import type { FieldPath } from '../dossier/schema-shape.ts';

/** A field that is merged as one. */
export interface MergedField {
  readonly path: FieldPath;
  readonly value: unknown;
}

/** Groups that make sense whole only: a seal's shape with its size, a statement with who made it. By the path's beginning. */
const wholes: readonly (readonly string[])[] = [
  ['company', 'seal'],
  ['acceptance'],
  ['retention'],
  ['facts', '*'],
  ['documents', '*'],
  ['attestations', '*'],
  ['repairs', '*'],
  ['erased', '*'],
  ['letters', '*', 'made', '*'],
];

const isWhole = (path: FieldPath): boolean =>
  wholes.some(
    (whole) =>
      whole.length === path.length && whole.every((key, index) => key === '*' || key === path[index]),
  );

/** Every field of a dossier that is filled in, by the JSON of its path: groups taken apart, lists whole. */
export function documentFields(document: DossierDocument): ReadonlyMap<string, MergedField> {
  const fields = new Map<string, MergedField>();
  const visit = (value: unknown, path: FieldPath): void => {
    if (value === undefined || value === null) return;
    if (typeof value === 'object' && !Array.isArray(value) && !isWhole(path)) {
      for (const [key, below] of Object.entries(value)) visit(below, [...path, key]);
    } else {
      fields.set(JSON.stringify(path), { path, value });
    }
  };
  visit(document, []);
  return fields;
}

/** A value as people read it: texts as they are, lists of texts line by line, groups as YAML; null for nothing. */
export function shownValue(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('\n');
  return typeof value === 'object' ? stringify(value, { lineWidth: 0 }).trimEnd() : String(value);
}
