import type { z } from 'zod';
import { dossierDocumentSchema, type DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import { plainParsing } from '../../contract/plain-parsing.ts';
import { fieldName, type Fault } from './fault.ts';
import { nearName } from '../near-name.ts';
import { kindOf, shorten, wantedAt } from './found-and-wanted.ts';
import { isRecordKey, shapeAt, type FieldPath } from './schema-shape.ts';
import { firstUnprintable } from './unprintable.ts';

type Issue = z.core.$ZodIssue;

/** A dossier's data judged by its schema and by what a field can hold: the document, or every fault. */
export type Judged =
  | { readonly document: DossierDocument; readonly faults: readonly [] }
  | { readonly document: null; readonly faults: readonly [Fault, ...Fault[]] };

/** Judges data against the schema of a dossier. Texts must hold no control characters. */
export function judgeDocument(data: unknown): Judged {
  const parsed = dossierDocumentSchema.safeParse(data, { reportInput: true, ...plainParsing });
  const issues = parsed.success ? [] : parsed.error.issues;
  const [first, ...rest] = [...issues.flatMap((issue) => faultsOf(issue, [], data)), ...textFaults(data, [])];
  if (first !== undefined) return { document: null, faults: [first, ...rest] };
  if (!parsed.success) throw parsed.error;
  return { document: parsed.data, faults: [] };
}

const asPath = (path: readonly PropertyKey[]): FieldPath =>
  path.map((key) => (typeof key === 'number' ? key : String(key)));

function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    // Safe: an object's own keys may be read; what they hold stays unknown.
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function faultsOf(issue: Issue, under: FieldPath, data: unknown): readonly Fault[] {
  const path = [...under, ...asPath(issue.path)];
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], path));
    case 'invalid_type':
      return [value === undefined ? missing(path) : wrongType(path, value)];
    case 'invalid_union': {
      if (value === undefined) return [missing(path)];
      const fitting = issue.errors.find((branch) => !branch.some((one) => isOfWrongType(one)));
      return fitting === undefined
        ? [wrongType(path, value)]
        : fitting.flatMap((one) => faultsOf(one, path, data));
    }
    case 'invalid_value':
      return [value === undefined ? missing(path) : badChoice(path, value, issue.values.map(String))];
    case 'too_small':
      return [badValue(path, { zh: '内容是空的', en: 'it is empty' }, fillIn)];
    case 'custom':
      return [outOfBounds(path, value, issue)];
    case 'invalid_format':
      return [badFormat(path, value, issue.format)];
    default:
      return [badValue(path, { zh: '内容不合要求', en: issue.message }, fillIn)];
  }
}

const isOfWrongType = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;

const fillIn: Localized = {
  zh: '请填写内容；选填的字段可以整行删去',
  en: 'Fill it in; an optional field can be left out altogether',
};

const badValue = (path: FieldPath, text: Localized, hint: Localized): Fault => ({
  code: 'dossier-bad-value',
  path,
  text,
  hint,
});

function unknownKey(path: FieldPath, parent: FieldPath): Fault {
  const key = String(path.at(-1));
  const shape = shapeAt(parent);
  const keys = shape?.kind === 'map' ? shape.keys : [];
  const near = nearName(key, keys);
  return {
    code: 'dossier-unknown-field',
    path,
    text: {
      zh: `没有「${key}」这个字段${near === undefined ? '' : `，是否想写「${near}」？`}`,
      en: `there is no field “${key}” here${near === undefined ? '' : `; did you mean “${near}”?`}`,
    },
    hint:
      near === undefined
        ? { zh: `这里可以写：${keys.join('、')}`, en: `Fields allowed here: ${keys.join(', ')}` }
        : { zh: `请把「${key}」改为「${near}」`, en: `Change “${key}” to “${near}”` },
  };
}

function missing(path: FieldPath): Fault {
  const key = path.at(-1);
  if (typeof key === 'number') {
    return {
      code: 'dossier-missing-field',
      path,
      text: { zh: `列表的第 ${key + 1} 项是空的`, en: `item ${key + 1} of the list is empty` },
      hint: { zh: '请填写这一项，或删去这一行', en: 'Fill the item in, or delete its line' },
    };
  }
  const wanted = wantedAt(path);
  return {
    code: 'dossier-missing-field',
    path,
    text: { zh: `缺少必填的字段「${key}」`, en: `the field “${key}” is required but missing` },
    hint: {
      zh: `请补上「${fieldName(path)}」，它应当是${wanted.zh}`,
      en: `Add “${fieldName(path)}”: it must be ${wanted.en}`,
    },
  };
}

function wrongType(path: FieldPath, value: unknown): Fault {
  const wanted = wantedAt(path);
  const found = kindOf(value);
  return {
    code: 'dossier-wrong-type',
    path,
    text: {
      zh: `这里写的是${found.zh}，应当是${wanted.zh}`,
      en: `found ${found.en} where ${wanted.en} is wanted`,
    },
    hint:
      path.length === 0
        ? {
            zh: '案卷文件由「字段: 内容」各行组成，第一行通常是 schema: yinqi/dossier@1',
            en: 'A dossier is made of lines “field: content”; the first is usually schema: yinqi/dossier@1',
          }
        : {
            zh: `请把「${fieldName(path)}」改为${wanted.zh}`,
            en: `Change “${fieldName(path)}” to ${wanted.en}`,
          },
  };
}

function badChoice(path: FieldPath, value: unknown, choices: readonly string[]): Fault {
  if (typeof value !== 'string') return wrongType(path, value);
  if (path[0] === 'schema' && /^yinqi\/dossier@\d+$/.test(value)) return otherVersion(path, value);
  const near = nearName(value, choices);
  const only = choices.length === 1;
  return badValue(
    path,
    {
      zh: `「${shorten(value)}」不是可选的值${near === undefined ? '' : `，是否想写「${near}」？`}`,
      en: `“${shorten(value)}” is not one of the choices${near === undefined ? '' : `; did you mean “${near}”?`}`,
    },
    {
      zh: only ? `请写成 ${choices.join('')}` : `可选的值：${choices.join('、')}`,
      en: only ? `Write ${choices.join('')}` : `Choices: ${choices.join(', ')}`,
    },
  );
}

/** What the contract's own rules refuse: they say what is wanted. */
function outOfBounds(
  path: FieldPath,
  value: unknown,
  { params, message }: Issue & { code: 'custom' },
): Fault {
  // Safe: the contract states `wanted` in both languages with each rule of its own.
  const wanted = params?.wanted as Localized | undefined;
  if (wanted === undefined) return badValue(path, { zh: '内容不合要求', en: message }, fillIn);
  const found = value === undefined ? { zh: '没有填写', en: 'nothing is given' } : kindOf(value);
  return badValue(
    path,
    {
      zh: `${value === undefined ? '' : '这里写的是'}${found.zh}，应当是${wanted.zh}`,
      en: `found ${found.en} where ${wanted.en} is wanted`,
    },
    {
      zh: `请把「${fieldName(path)}」改为${wanted.zh}`,
      en: `Change “${fieldName(path)}” to ${wanted.en}`,
    },
  );
}

const otherVersion = (path: FieldPath, value: string): Fault =>
  badValue(
    path,
    {
      zh: `这份案卷的格式是「${value}」，本程序只认识 yinqi/dossier@1`,
      en: `the dossier is of the format “${value}”; this program knows yinqi/dossier@1`,
    },
    {
      zh: '案卷可能由更新的版本写成，请更新印齐后再打开',
      en: 'A newer version may have written it: update Yinqi and open it again',
    },
  );

function badFormat(path: FieldPath, value: unknown, format: string): Fault {
  const found = shorten(String(value));
  if (format === 'date') {
    return badValue(
      path,
      { zh: `「${found}」不是一个存在的日期`, en: `“${found}” is not a day that exists, written YYYY-MM-DD` },
      { zh: '请写成 年-月-日，例如 2026-01-31', en: 'Write it as year-month-day, for example 2026-01-31' },
    );
  }
  return badValue(
    path,
    { zh: `「${found}」不合格式`, en: `“${found}” has a form that is not allowed` },
    {
      zh: '只能用小写字母、数字和连字符，最多 40 个；不确定时请删去这一行',
      en: 'Use at most 40 lower-case letters, digits and hyphens; when in doubt delete the line',
    },
  );
}

function textFaults(value: unknown, path: FieldPath): readonly Fault[] {
  if (typeof value === 'string') {
    const found = firstUnprintable(value);
    return found === null ? [] : [badCharacter(path, found)];
  }
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => textFaults(item, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const place = [...path, key];
    const found = firstUnprintable(key);
    if (found !== null) return [badCharacter(path, found)];
    if (!isRecordKey(key) && shapeAt(path)?.kind === 'record') {
      return [
        badValue(
          path,
          { zh: `「${key}」不能用作编号`, en: `“${key}” cannot be an id` },
          { zh: '请改正或删去这一行', en: 'Correct the line or delete it' },
        ),
      ];
    }
    return textFaults(item, place);
  });
}

function badCharacter(path: FieldPath, character: string): Fault {
  return badValue(
    path,
    {
      zh: `含有看不见的控制字符 ${character}`,
      en: `it holds the invisible control character ${character}`,
    },
    {
      zh: '请删去这个字符：在该字段中重新手工输入，或先粘贴到记事本再复制过来',
      en: 'Remove the character: type the field anew, or paste it through a plain-text editor first',
    },
  );
}
