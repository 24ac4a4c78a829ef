import { z } from 'zod';
import type { Localized } from '../../contract/language.ts';
import { nearNames } from '../near-name.ts';

/** A fault of a value: where, and what was found and wanted. */
export interface DescribedIssue {
  readonly path: readonly PropertyKey[];
  readonly what: Localized;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      inner !== null && typeof inner === 'object' && Object.hasOwn(inner, key)
        ? // Safe: the key was just seen to be its own.
          (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );

/** The schemas that a value of this schema may be judged by: unions opened by their discriminator where there is one. */
function candidates(schema: z.core.$ZodType, value: unknown): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return candidates(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodLazy) return candidates(schema.unwrap(), value);
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.flatMap((option) => candidates(option, value));
    if (!(schema instanceof z.ZodDiscriminatedUnion)) return options;
    const { discriminator } = schema.def;
    return options.filter(
      (option) =>
        option instanceof z.ZodObject &&
        // Safe: every option of a discriminated union has a schema for its discriminator.
        (option.shape[discriminator] as z.ZodType).safeParse(valueAt(value, [discriminator])).success,
    );
  }
  return [schema];
}

/** The keys that the schema knows at a path of a value. */
function knownKeys(schema: z.core.$ZodType, value: unknown, path: readonly PropertyKey[]): readonly string[] {
  const [key, ...rest] = path;
  return candidates(schema, value).flatMap((one): readonly string[] => {
    if (key === undefined) return one instanceof z.ZodObject ? Object.keys(one.shape) : [];
    const inner = valueAt(value, [key]);
    if (one instanceof z.ZodObject) {
      const next: unknown = one.shape[String(key)];
      return next instanceof z.ZodType ? knownKeys(next, inner, rest) : [];
    }
    if (one instanceof z.ZodArray) return knownKeys(one.element, inner, rest);
    if (one instanceof z.ZodRecord) return knownKeys(one.valueType, inner, rest);
    return [];
  });
}

const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** Puts the issues of a schema into words, unions by the option that fits best. Unknown keys come with a near name. */
export function describeIssues(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  base: readonly PropertyKey[] = [],
): readonly DescribedIssue[] {
  return issues.flatMap((issue): readonly DescribedIssue[] => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, value, path);
      return issue.keys.map((key) => {
        const [near] = nearNames(key, known);
        return {
          path: [...path, key],
          what: {
            zh: `没有名为「${key}」的键${near === undefined ? '' : `，是否想写「${near}」`}`,
            en: `there is no key “${key}”${near === undefined ? '' : `; did you mean “${near}”`}`,
          },
        };
      });
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const best = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
      return describeIssues(schema, value, best, path);
    }
    const place = path.map(String).join('.') || '(file)';
    const found = shown(valueAt(value, path));
    return [
      {
        path,
        what: {
          zh: `「${place}」的值不合要求：现为 ${found}（${issue.message}）`,
          en: `“${place}” does not fit: found ${found} (${issue.message})`,
        },
      },
    ];
  });
}
