import { Document } from 'yaml';
import type { DossierDocument } from '../../contract/dossier.ts';
import { shapeAt, type FieldPath } from './schema-shape.ts';
import { toNode } from './yaml-node.ts';

/** The same data with fields in the schema's order and ids of records sorted; keys with undefined are left out. */
function inOrder(value: unknown, path: FieldPath): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => inOrder(item, [...path, index]));
  if (value === null || typeof value !== 'object') return value;
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  const shape = shapeAt(path);
  const rank = new Map(shape?.kind === 'map' ? shape.keys.map((key, index) => [key, index]) : []);
  const sorted = present.toSorted(
    ([one], [other]) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0) || (one < other ? -1 : 1),
  );
  return Object.fromEntries(sorted.map(([key, item]) => [key, inOrder(item, [...path, key])]));
}

/** The canonical dossier.yaml of a document: fields in the schema's order, the same bytes for the same data. */
export function writeDossier(document: DossierDocument): string {
  const yaml = new Document(null, { schema: 'failsafe' });
  const root = toNode(inOrder(document, []));
  // Safe: the writer takes any node as its contents; the type speaks of documents that were parsed.
  yaml.contents = root as typeof yaml.contents;
  return yaml.toString({ lineWidth: 0 });
}
