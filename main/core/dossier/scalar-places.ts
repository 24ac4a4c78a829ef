import { isAlias, isMap, isScalar, isSeq, Scalar, visit, type Node } from 'yaml';
import type { FieldPath } from './schema-shape.ts';
import { isBlankNode, type YamlTree } from './yaml-tree.ts';

/** Where a text stands in a dossier.yaml: offsets of its first character and behind its last, quotes with it. */
export interface ScalarPlace {
  readonly start: number;
  readonly end: number;
}

/** The places of the texts that may be changed where they stand, by `placeKey`. */
export type ScalarPlaces = ReadonlyMap<string, ScalarPlace>;

/** The name of a field among places. */
export const placeKey = (path: FieldPath): string => JSON.stringify(path);

/**
 * Where the texts of a dossier.yaml stand that are written on one line as a plain or quoted scalar of a block, without tag. None at all
 * in a text with references: a change there has to write them out.
 */
export function scalarPlaces({ document }: YamlTree, yamlText: string): ScalarPlaces {
  const places = new Map<string, ScalarPlace>();
  let isReferring = false;
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && node.anchor === undefined) return undefined;
      isReferring = true;
      return visit.BREAK;
    },
  });
  if (isReferring) return places;
  const walk = (node: Node | null, path: FieldPath): void => {
    if (isMap<Scalar, Node | null>(node) && node.flow !== true) {
      for (const { key, value } of node.items) walk(value, [...path, String(key.value)]);
    } else if (isSeq<Node | null>(node) && node.flow !== true) {
      for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    } else if (isScalar(node) && isInPlace(node)) {
      const [start, end] = node.range ?? [0, 0];
      if (!yamlText.slice(start, end).includes('\n')) places.set(placeKey(path), { start, end });
    }
  };
  walk(document.contents, []);
  return places;
}

const inPlaceTypes: readonly unknown[] = [Scalar.PLAIN, Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE];

const isInPlace = (node: Scalar): boolean =>
  inPlaceTypes.includes(node.type) &&
  node.tag === undefined &&
  typeof node.value === 'string' &&
  !isBlankNode(node);

/** The places after the text between two offsets was replaced by one that is `longerBy` characters longer. */
export function movedPlaces(places: ScalarPlaces, changed: ScalarPlace, longerBy: number): ScalarPlaces {
  if (longerBy === 0) return places;
  return new Map(
    [...places].map(([key, place]) => {
      if (place.start < changed.start) return [key, place];
      const start = place.start === changed.start ? place.start : place.start + longerBy;
      return [key, { start, end: place.end + longerBy }];
    }),
  );
}
