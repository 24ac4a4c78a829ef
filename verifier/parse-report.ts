import type { EnclosedReport } from '../main/core/bundle/enclosed-report.ts';

/** The part of JSON Schema that the report's schema is written in. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly anyOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** Reads report.json; null for what is not of the schema that Yinqi writes and reads it by. */
export function parseReport(bytes: Uint8Array, schema: JsonSchema): EnclosedReport | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    // Safe: the schema is made of the type's own.
    return isOf(value, schema, schema) ? (value as EnclosedReport) : null;
  } catch {
    return null;
  }
}

function isOf(value: unknown, schema: JsonSchema, root: JsonSchema): boolean {
  if (schema.$ref !== undefined) {
    const named = root.$defs?.[schema.$ref.slice('#/$defs/'.length)];
    return named !== undefined && isOf(value, named, root);
  }
  if (schema.anyOf !== undefined) return schema.anyOf.some((one) => isOf(value, one, root));
  if (schema.const !== undefined && value !== schema.const) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' && (schema.pattern === undefined || matches(value, schema.pattern));
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
    case 'integer':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        (schema.type === 'number' || Number.isSafeInteger(value)) &&
        value >= (schema.minimum ?? -Infinity) &&
        value <= (schema.maximum ?? Infinity)
      );
    case 'array': {
      const { items } = schema;
      return (
        Array.isArray(value) &&
        value.length >= (schema.minItems ?? 0) &&
        (items === undefined || value.every((item) => isOf(item, items, root)))
      );
    }
    case 'object':
      return isObjectOf(value, schema, root);
    default:
      return false;
  }
}

const matches = (value: string, pattern: string): boolean => new RegExp(pattern, 'u').test(value);

function isObjectOf(value: unknown, schema: JsonSchema, root: JsonSchema): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const properties = schema.properties ?? {};
  const fields = Object.entries(value);
  return (
    (schema.required ?? []).every((key) => Object.hasOwn(value, key)) &&
    fields.every(([key, field]) => {
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return property === undefined ? schema.additionalProperties !== false : isOf(field, property, root);
    })
  );
}
