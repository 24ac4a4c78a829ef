import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  type Document,
  type Node,
  type ParsedNode,
} from 'yaml';
import type { Fault } from './fault.ts';
import { shapeAt, type FieldPath } from './schema-shape.ts';
import { aliasFault, yamlFault } from './yaml-faults.ts';

/** A fault of a dossier.yaml with the line, from 1, that it stands on. */
export interface PlacedFault {
  readonly fault: Fault;
  readonly line: number;
}

/** A dossier.yaml taken apart: its data with texts exactly as written, and where each field stands. */
export interface YamlTree {
  readonly document: Document.Parsed<ParsedNode>;
  /** Undefined for a file that holds nothing. */
  readonly data: unknown;
  readonly faults: readonly PlacedFault[];
  /** The line of a field, or of the nearest group around it that is written. */
  lineOf(path: FieldPath): number;
}

/** References that one dossier.yaml may expand; more is taken for an attack. */
const maxAliases = 50;

/** YAML as a dossier is written in: every scalar a text, nothing guessed, no field twice. */
export const parseYaml = (yamlText: string, lineCounter?: LineCounter): Document.Parsed<ParsedNode> =>
  parseDocument(yamlText, {
    schema: 'failsafe',
    strict: true,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    ...(lineCounter === undefined ? {} : { lineCounter }),
  });

/**
 * Takes YAML apart without guessing types: a plain `1.0`, `0755` or `2026-11-22` stays the text that it is. Only
 * answers to facts may be true and false (yes and no too), and only fields that the schema has as numbers are such. A field left blank counts as left out.
 */
export function readYamlTree(yamlText: string): YamlTree {
  const counter = new LineCounter();
  const document = parseYaml(yamlText, counter);
  const lineAt = (offset: number): number => counter.linePos(offset).line;
  const faults: PlacedFault[] = [...document.errors, ...document.warnings].map((error) => ({
    fault: yamlFault(error),
    line: lineAt(error.pos[0]),
  }));
  const lines = new Map<string, number>();
  const place = (path: FieldPath, offset: number): void => {
    lines.set(JSON.stringify(path), lineAt(offset));
  };
  const data = readData(document, place, lineAt, faults);
  return {
    document,
    data,
    faults,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const line = lines.get(JSON.stringify(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return 1;
    },
  };
}

/** Whether a node says nothing: `field:` with nothing behind it, `~` or `null` without quotes. */
export function isBlankNode(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  if (!isScalar(node) || (node.type !== undefined && node.type !== Scalar.PLAIN)) return false;
  return node.value === null || (typeof node.value === 'string' && /^(|~|null|Null|NULL)$/.test(node.value));
}

const yes = /^(true|True|TRUE|yes|Yes|YES)$/;
const no = /^(false|False|FALSE|no|No|NO)$/;

/** What a scalar says at a place: a text as it is written, or the number, yes or no that is meant there. */
export function scalarData(node: Scalar, path: FieldPath): unknown {
  const text = typeof node.value === 'string' ? node.value.replaceAll('\r\n', '\n') : node.value;
  if (typeof text !== 'string' || node.type !== Scalar.PLAIN) return text;
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    const shape = shapeAt(path);
    return shape?.kind === 'value' && shape.isNumber ? Number(text) : text;
  }
  if (path[0] !== 'facts' || path.length !== 2) return text;
  if (yes.test(text)) return true;
  return no.test(text) ? false : text;
}

function readData(
  document: Document.Parsed<ParsedNode>,
  place: (path: FieldPath, offset: number) => void,
  lineAt: (offset: number) => number,
  faults: PlacedFault[],
): unknown {
  let aliases = 0;
  const read = (node: Node | null, path: FieldPath): unknown => {
    if (isBlankNode(node)) return undefined;
    if (isAlias(node)) {
      aliases += 1;
      const target = aliases > maxAliases ? undefined : node.resolve(document);
      if (target !== undefined) return read(target, path);
      if (aliases <= maxAliases + 1) faults.push({ fault: aliasFault, line: lineAt(node.range?.[0] ?? 0) });
      return undefined;
    }
    if (isScalar(node)) return scalarData(node, path);
    if (isSeq<Node | null>(node)) {
      return node.items.map((item, index) => {
        const below = [...path, index];
        if (item?.range) place(below, item.range[0]);
        return read(item, below);
      });
    }
    if (isMap<Scalar, Node | null>(node)) {
      const entries = node.items.flatMap(({ key, value }): (readonly [string, unknown])[] => {
        const below = [...path, String(key.value)];
        if (key.range) place(below, key.range[0]);
        const data = read(value, below);
        return data === undefined ? [] : [[String(key.value), data]];
      });
      // A group whose every field was left blank is itself left blank; `{}` is an empty group.
      return entries.length === 0 && node.items.length > 0 ? undefined : Object.fromEntries(entries);
    }
    return undefined;
  };
  return read(document.contents, []);
}
