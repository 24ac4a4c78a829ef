import { Document, Pair, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';

/** Knows what YAML 1.1 and 1.2 readers would take for a number, date, boolean or null. */
const guesser = new Document(null, { schema: 'core', compat: 'yaml-1.1' }).schema;

/** Whether some YAML reader would not read this plain text as a text. */
function isGuessed(text: string): boolean {
  return [...guesser.tags, ...(guesser.compat ?? [])].some(
    (tag) =>
      'test' in tag &&
      tag.default === true &&
      tag.tag !== 'tag:yaml.org,2002:str' &&
      tag.test?.test(text) === true,
  );
}

/** Line breaks other than line feed, or white space that block styles do not keep: such a text is quoted. */
const needsQuotes = /[\u0085\u2028\u2029\uFEFF]|^\s|[^\S\n]$|\n\n$|[\t ]\n|\n[\t ]/u;

/** How a text is best written: undefined leaves the choice to the writer. */
export function scalarStyle(text: string): Scalar.Type | undefined {
  if (needsQuotes.test(text)) return Scalar.QUOTE_DOUBLE;
  if (text.includes('\n')) return Scalar.BLOCK_LITERAL;
  return text === '' || isGuessed(text) ? Scalar.QUOTE_DOUBLE : undefined;
}

function scalarNode(value: string | boolean | number): Scalar {
  const node = new Scalar(String(value));
  const style = typeof value === 'string' ? scalarStyle(value) : Scalar.PLAIN;
  if (style !== undefined) node.type = style;
  return node;
}

/** The YAML node of plain dossier data: texts that read as something else are quoted, empty groups and lists inline. */
export function toNode(value: unknown): Node {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return scalarNode(value);
  }
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    list.items = value.map((item: unknown) => toNode(item));
    list.flow = value.length === 0;
    return list;
  }
  if (value === null || typeof value !== 'object') throw new Error(`A dossier holds no ${typeof value}`);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const map = new YAMLMap();
  map.items = entries.map(([key, item]) => new Pair(new Scalar(key), toNode(item)));
  map.flow = entries.length === 0;
  return map;
}
