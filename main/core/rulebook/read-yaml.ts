import { isAlias, isCollection, isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';
import { describeIssues } from './describe-issue.ts';

/** A YAML file that was read: its value and, for faults found later, the line of any place in it (from 1). */
export interface ReadFile<T> {
  readonly file: string;
  readonly value: T;
  lineOf(path: readonly PropertyKey[]): number;
}

/** A fault of the rulebook that names file and line. */
export function rulebookFault(file: string, line: number, what: Localized, hint?: Localized): Failure {
  return new Failure(
    'rulebook-fault',
    { zh: `${file}:${line}：${what.zh}`, en: `${file}:${line}: ${what.en}` },
    hint ?? {
      zh: '规则库随程序发布；请改正该文件，或重新安装程序',
      en: 'The rulebook ships with the program: correct the file, or install the program again',
    },
  );
}

/** The offset where the value at a path begins; of the nearest enclosing place where the path leads nowhere. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of [...path, null]) {
    if (isScalar(node) || isCollection(node) || isAlias(node)) offset = node.range?.[0] ?? offset;
    if (key === null || !isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
      // The line of a key is what people look for, also where its value begins on the next line.
      if (!isScalar(node) && !isCollection(node)) break;
      if (path.at(-1) === key) return offset;
    } else {
      node = node.items[Number(key)];
    }
  }
  return offset;
}

/** Reads one YAML file against a schema. Faults are collected, each with file and line; null when there are any. */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  faults: Failure[],
): ReadFile<T> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  for (const error of document.errors) {
    faults.push(
      rulebookFault(file, lineAt(error.pos[0]), {
        zh: `YAML 写法有误：${error.message}`,
        en: `not valid YAML: ${error.message}`,
      }),
    );
  }
  if (document.errors.length > 0) return null;
  const value: unknown = document.toJS();
  const result = schema.safeParse(value);
  if (!result.success) {
    for (const { path, what } of describeIssues(schema, value, result.error.issues)) {
      faults.push(rulebookFault(file, lineAt(offsetOf(document, path)), what));
    }
    return null;
  }
  return { file, value: result.data, lineOf: (path) => lineAt(offsetOf(document, path)) };
}
