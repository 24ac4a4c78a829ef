import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { ScalarPlace } from './scalar-places.ts';
import type { FieldPath } from './schema-shape.ts';
import { changeScalar } from './yaml-sync.ts';
import { parseYaml, scalarData } from './yaml-tree.ts';

/** A line as we lay it out: its indent, dashes of lists, a field's name, all with one space. */
const plainStart = /^ *(?:- )*(?:[\w.-]+: )?$/;
/** What may stand behind a text: nothing, or a comment after one space. */
const plainEnd = /^(?: #(?:.*\S)?)?$/;

/**
 * A dossier.yaml with the text at a place changed and nothing else touched, laid out as writing the whole anew would; null where that
 * place is written so that only writing the whole can tell how the new text stands.
 */
export function rewriteScalar(
  yamlText: string,
  { start, end }: ScalarPlace,
  path: FieldPath,
  value: string,
): string | null {
  const lineStart = yamlText.lastIndexOf('\n', start - 1) + 1;
  const lineBreak = yamlText.indexOf('\n', end);
  const lineEnd = lineBreak === -1 ? yamlText.length : lineBreak;
  const before = yamlText.slice(lineStart, start);
  const after = yamlText.slice(end, lineEnd);
  if (!plainStart.test(before) || !plainEnd.test(after)) return null;
  const line = readLine(`${before.trimStart()}${yamlText.slice(start, lineEnd)}\n`);
  if (line === null) return null;
  changeScalar(line.scalar, value);
  const written = line.document.toString({ lineWidth: 0 });
  const head = before.trimStart();
  const isOneLine = written.indexOf('\n') === written.length - 1;
  if (!isOneLine || !written.startsWith(head) || !written.endsWith(`${after}\n`)) return null;
  const again = readLine(written);
  if (again === null || scalarData(again.scalar, path) !== value) return null;
  return yamlText.slice(0, start) + written.slice(head.length, -1 - after.length) + yamlText.slice(end);
}

/** The only text on a line of YAML; null where the line says anything else. */
function readLine(
  line: string,
): { readonly document: ReturnType<typeof parseYaml>; readonly scalar: Scalar } | null {
  const document = parseYaml(line);
  if (document.errors.length > 0 || document.warnings.length > 0) return null;
  let node: Node | null = document.contents;
  for (;;) {
    if (isScalar(node)) return { document, scalar: node };
    // A line holds the first item of a list or the first field of a group, and nothing that follows.
    if (isSeq<Node | null>(node) && node.items.length === 1) node = node.items[0] ?? null;
    else if (isMap<Scalar, Node | null>(node) && node.items.length === 1) node = node.items[0]?.value ?? null;
    else return null;
  }
}
