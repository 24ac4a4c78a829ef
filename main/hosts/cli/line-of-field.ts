import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/**
 * The line of a dossier.yaml, from 1, on which a dotted field such as `app.name` or `parties.0.name` stands; where the field is missing,
 * the line of the nearest field around it, and 1 where there is none.
 */
export function lineOfField(yaml: string, field: string): number {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of field.split('.')) {
    if (isSeq(node)) {
      const item = node.items[Number(key)];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
      continue;
    }
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair === undefined) break;
    // Safe: found by being a scalar; a parsed node has a range.
    offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
    node = pair.value;
  }
  return Math.max(1, lines.linePos(offset).line);
}
