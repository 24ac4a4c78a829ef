import { isMap } from 'yaml';
import type { DossierDocument, FieldEdit } from '../../contract/dossier.ts';
import { Failure, Failures } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';
import { judgeDocument } from './document-faults.ts';
import { fieldName } from './fault.ts';
import { carryChange } from './merge-lines.ts';
import { nearName } from '../near-name.ts';
import { parseDossier, readDossier } from './parse-dossier.ts';
import { isSameData } from './same-data.ts';
import { shapeAt, type FieldPath } from './schema-shape.ts';
import { writeDossier } from './write-dossier.ts';
import { inlineAliases, syncMap } from './yaml-sync.ts';

/**
 * The document with all edits made, in order. Null or undefined removes a field and groups that it leaves empty; an
 * index one past the end appends. Throws `bad-edit` that names the field; then none is made.
 */
export function applyEdits(document: DossierDocument, edits: readonly FieldEdit[]): DossierDocument {
  let data: unknown = document;
  for (const { path, value } of edits) {
    requirePlace(path);
    data = withValue(data, path, 0, cleanValue(value));
  }
  const judged = judgeDocument(data ?? {});
  if (judged.document !== null) return judged.document;
  const [first, ...rest] = judged.faults.map((fault) => badEdit(fault.path, fault.text, fault.hint));
  if (first === undefined) throw new Error('A document without faults was refused');
  throw rest.length === 0 ? first : new Failures([first, ...rest]);
}

/**
 * The same edits on the text of a dossier.yaml: comments, order and layout of everything else stay as they are.
 * Throws what parseDossier and applyEdits throw.
 */
export function editYaml(yamlText: string, edits: readonly FieldEdit[]): string {
  const mark = yamlText.startsWith('\uFEFF') ? '\uFEFF' : '';
  const isWindows = yamlText.includes('\r\n');
  const bare = yamlText.slice(mark.length).replaceAll('\r\n', '\n');
  const original = bare.endsWith('\n') ? bare : `${bare}\n`;
  const { document: before, tree } = readDossier(original, 'dossier.yaml');
  const after = applyEdits(before, edits);
  if (isSameData(before, after)) return yamlText;
  const layout = { lineWidth: 0, ...layoutOf(original) };
  if (!isMap(tree.document.contents)) throw new Error('A dossier is a map');
  inlineAliases(tree.document);
  const rendered = tree.document.toString(layout);
  syncMap(tree.document.contents, before, after, []);
  const changed = tree.document.toString(layout);
  const edited =
    [carryChange(original, rendered, changed), changed].find((text) => text !== null && says(text, after)) ??
    writeDossier(after);
  const trimmed = bare.endsWith('\n') ? edited : edited.replace(/\n$/, '');
  return mark + (isWindows ? trimmed.replaceAll('\n', '\r\n') : trimmed);
}

/** How a text is indented, so that what is added looks like the rest. */
function layoutOf(text: string): { indent: number; indentSeq: boolean; flowCollectionPadding: boolean } {
  const indent = /^( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2;
  return {
    indent: Math.min(indent, 8),
    indentSeq: !/^( *)[^\s#-].*:[ \t]*(?:#.*)?\n\1- /m.test(text),
    flowCollectionPadding: !/\{[^\s}]/.test(text),
  };
}

function says(text: string, wanted: DossierDocument): boolean {
  try {
    return isSameData(parseDossier(text, 'dossier.yaml'), wanted);
  } catch (error) {
    // A text that does not parse is one that does not say it; the caller has another.
    if (error instanceof Failure) return false;
    throw error;
  }
}

function badEdit(path: FieldPath, text: Localized, hint: Localized): Failure {
  const field = fieldName(path);
  return new Failure(
    'bad-edit',
    { zh: `无法保存字段 ${field}：${text.zh}`, en: `The field ${field} cannot be saved: ${text.en}` },
    hint,
  );
}

function requirePlace(path: FieldPath): void {
  for (let length = 1; length <= path.length; length += 1) {
    if (shapeAt(path.slice(0, length)) !== undefined) continue;
    const parent = shapeAt(path.slice(0, length - 1));
    const key = String(path[length - 1]);
    const near = parent?.kind === 'map' ? nearName(key, parent.keys) : undefined;
    throw badEdit(
      path,
      { zh: `没有「${key}」这个字段`, en: `there is no field “${key}”` },
      near === undefined
        ? { zh: '请检查字段名', en: 'Check the name of the field' }
        : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
    );
  }
}

/** Line ends as LF; members that are null or undefined are left out; nothing at all removes. */
function cleanValue(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n');
  if (Array.isArray(value)) return value.map((item: unknown) => (item === null ? null : cleanValue(item)));
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, item]) => [key, cleanValue(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

function withValue(current: unknown, path: FieldPath, depth: number, value: unknown): unknown {
  const key = path[depth];
  if (key === undefined) return value;
  return typeof key === 'number'
    ? withItem(current, key, path, depth, value)
    : withMember(current, key, path, depth, value);
}

function withItem(current: unknown, index: number, path: FieldPath, depth: number, value: unknown): unknown {
  const list: readonly unknown[] = Array.isArray(current) ? current : [];
  if (current !== undefined && !Array.isArray(current)) {
    throw badEdit(
      path,
      { zh: '这里不是列表，没有第几项', en: 'this is not a list, so it has no items' },
      { zh: '请直接修改整个字段', en: 'Edit the whole field instead' },
    );
  }
  if (index >= list.length && value === undefined) return current;
  if (index > list.length) {
    throw badEdit(
      path,
      {
        zh: `列表只有 ${list.length} 项，不能写入第 ${index + 1} 项`,
        en: `the list has ${list.length} items; item ${index + 1} cannot be written`,
      },
      { zh: '请在列表末尾逐项添加', en: 'Add items one by one at the end' },
    );
  }
  const item = withValue(list[index], path, depth + 1, value);
  const items = item === undefined ? list.toSpliced(index, 1) : list.toSpliced(index, 1, item);
  return items.length === 0 ? undefined : items;
}

function withMember(current: unknown, key: string, path: FieldPath, depth: number, value: unknown): unknown {
  const isGroup = current !== null && typeof current === 'object' && !Array.isArray(current);
  // Safe: an object that is no list is read by its own keys, whatever they hold.
  const group = isGroup ? (current as Readonly<Record<string, unknown>>) : {};
  const old = Object.hasOwn(group, key) ? group[key] : undefined;
  if (old === undefined && value === undefined) return current;
  const shape = shapeAt(path.slice(0, depth));
  const isNeeded = shape?.kind === 'map' && shape.required.includes(key);
  let member = withValue(old, path, depth + 1, value);
  if (member === undefined && isNeeded && Array.isArray(old) && depth + 1 < path.length) member = [];
  const entries = Object.entries(group).filter(([name]) => name !== key || member !== undefined);
  if (member !== undefined && old === undefined) entries.push([key, member]);
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.map(([name, item]) => [name, name === key ? member : item]));
}
