import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Pair,
  Scalar,
  visit,
  type Document,
  type Node,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { isSameData } from './same-data.ts';
import { shapeAt, type FieldPath } from './schema-shape.ts';
import { scalarStyle, toNode } from './yaml-node.ts';
import { isBlankNode } from './yaml-tree.ts';

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Writes out what references (*) stand for, so that each place can be edited by itself. */
export function inlineAliases(document: Document.Parsed): void {
  for (let found = true; found;) {
    found = false;
    visit(document, {
      Alias(_, alias) {
        const target = alias.resolve(document);
        if (target === undefined) return undefined;
        found = true;
        const copy = target.clone() as Scalar | YAMLMap | YAMLSeq; // Safe: an alias resolves to no other node.
        delete copy.anchor;
        return copy;
      },
    });
  }
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) delete node.anchor;
    },
  });
}

/**
 * Changes a YAML tree from saying `before` to saying `after`: only nodes whose data differ are touched, their
 * comments stay, and new fields come where the schema has them.
 */
export function syncMap(map: YAMLMap, before: Group, after: Group, path: FieldPath): void {
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) clearPair(map, key);
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (value === undefined || isSameData(old, value)) continue;
    const pair = pairOf(map, key);
    if (pair === undefined) insertPair(map, key, value, path);
    else pair.value = changedNode(pair.value, old, value, [...path, key]);
  }
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

const pairOf = (map: YAMLMap, key: string): Pair | undefined => map.items.find((pair) => keyOf(pair) === key);

function insertPair(map: YAMLMap, key: string, value: unknown, path: FieldPath): void {
  const shape = shapeAt(path);
  const order = shape?.kind === 'map' ? shape.keys : [];
  const rank = order.indexOf(key);
  const before = map.items.findLastIndex((pair) => order.indexOf(keyOf(pair)) < rank);
  const added = toNode({ [key]: value });
  if (!isMap(added)) throw new Error('A group of fields is a map');
  map.items.splice(rank === -1 ? map.items.length : before + 1, 0, ...added.items);
  if (map.items.length === 1) openUp(map);
}

/** Turns `{}` or `[]` into lines; the comment behind it comes first. One with content stays on its line. */
function openUp(node: YAMLMap | YAMLSeq): void {
  node.flow = false;
  if (typeof node.comment !== 'string') return;
  node.commentBefore = [node.commentBefore, node.comment]
    .filter((text) => typeof text === 'string')
    .join('\n');
  delete node.comment;
}

/** The node that says `after` in place of one that said `before`; comments are kept. */
function changedNode(node: unknown, before: unknown, after: unknown, path: FieldPath): Node {
  if (isMap(node) && isGroup(before) && isGroup(after) && Object.keys(after).length > 0) {
    syncMap(node, before, after, path);
    return node;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && after.length > 0) {
    syncList(node, before, after, path);
    return node;
  }
  if (
    isScalar(node) &&
    (typeof after === 'string' || typeof after === 'boolean' || typeof after === 'number')
  ) {
    changeScalar(node, after);
    return node;
  }
  const fresh = toNode(after);
  return withComments(fresh, node);
}

/** Makes a scalar say something else; one in quotes keeps them where they can hold it. */
export function changeScalar(node: Scalar, after: string | boolean | number): void {
  const text = String(after);
  node.value = text;
  const isAsBefore = node.type === Scalar.QUOTE_SINGLE || node.type === Scalar.QUOTE_DOUBLE;
  const style = typeof after === 'string' ? scalarStyle(after) : Scalar.PLAIN;
  if (typeof after === 'string' && isAsBefore && (style === undefined || !text.includes('\n'))) return;
  if (style === undefined) delete node.type;
  else node.type = style;
}

function syncList(
  list: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
  path: FieldPath,
): void {
  let start = 0;
  while (start < before.length && start < after.length && isSameData(before[start], after[start])) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    isSameData(before[before.length - 1 - end], after[after.length - 1 - end])
  ) {
    end += 1;
  }
  const [oldEnd, newEnd] = [before.length - end, after.length - end];
  const fresh: unknown[] = [];
  for (let index = start; index < newEnd; index += 1) {
    const place = [...path, index];
    fresh.push(
      index < oldEnd
        ? changedNode(list.items[index], before[index], after[index], place)
        : toNode(after[index]),
    );
  }
  list.items.splice(start, oldEnd - start, ...fresh);
  if (before.length === 0) openUp(list);
}

/** Takes a field out. One that carries comments stays as an empty line, so that they are not lost. */
function clearPair(map: YAMLMap, key: string): void {
  const pair = pairOf(map, key);
  if (pair === undefined || isBlankNode(pair.value)) return;
  const isCommented =
    hasComment(pair.key) ||
    hasComment(pair.value) ||
    (map.items[0] === pair && typeof map.commentBefore === 'string');
  if (isMap(pair.value) && pair.value.flow !== true) {
    const group = pair.value;
    for (const below of group.items.map(keyOf)) clearPair(group, below);
    if (group.items.length > 0) return;
  }
  if (isCommented && map.flow !== true) pair.value = withComments(blankNode(), pair.value);
  else map.items.splice(map.items.indexOf(pair), 1);
}

function blankNode(): Scalar {
  const blank = new Scalar('');
  blank.type = Scalar.PLAIN;
  return blank;
}

const hasComment = (node: unknown): boolean =>
  (isScalar(node) || isMap(node) || isSeq(node)) &&
  (typeof node.comment === 'string' || typeof node.commentBefore === 'string');

/** Gives a new node the comments of the one it replaces: behind it where it stands on one line, else before it. */
function withComments(fresh: Node, old: unknown): Node {
  if (!isScalar(old) && !isMap(old) && !isSeq(old)) return fresh;
  const isOneLine = isScalar(fresh) || ((isMap(fresh) || isSeq(fresh)) && fresh.flow === true);
  if (isOneLine) {
    if (typeof old.comment === 'string') fresh.comment = old.comment;
    if (typeof old.commentBefore === 'string') fresh.commentBefore = old.commentBefore;
    return fresh;
  }
  const comments = [old.commentBefore, old.comment].filter((text) => typeof text === 'string');
  if (comments.length > 0) fresh.commentBefore = comments.join('\n');
  return fresh;
}
