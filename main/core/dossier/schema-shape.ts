import { z } from 'zod';
import { dossierDocumentSchema } from '../../contract/dossier.ts';

/** The place of a value in a dossier, from its root. */
export type FieldPath = readonly (string | number)[];

/** What the schema says of one place: how it goes on below, if at all. */
export type Shape =
  | { readonly kind: 'map'; readonly keys: readonly string[]; readonly required: readonly string[] }
  | { readonly kind: 'record' }
  | { readonly kind: 'list' }
  | {
      readonly kind: 'value';
      readonly allowsList: boolean;
      readonly isNumber: boolean;
      readonly choices: readonly string[];
    };

const withoutOptional = (schema: z.ZodType): z.ZodType =>
  // Safe: the schemas of the contract are all of zod's own classes.
  schema instanceof z.ZodOptional ? withoutOptional(schema.unwrap() as z.ZodType) : schema;

const optionsOf = (schema: z.ZodType): readonly z.ZodType[] => {
  const inner = withoutOptional(schema);
  return inner instanceof z.ZodUnion ? (inner.options as readonly z.ZodType[]) : [inner];
};

function below(schema: z.ZodType, key: string | number): z.ZodType | undefined {
  for (const inner of optionsOf(schema)) {
    if (inner instanceof z.ZodObject && typeof key === 'string' && Object.hasOwn(inner.shape, key)) {
      return inner.shape[key] as z.ZodType;
    }
    if (inner instanceof z.ZodRecord && typeof key === 'string' && isRecordKey(key)) {
      return inner.valueType as z.ZodType;
    }
    if (inner instanceof z.ZodArray && typeof key === 'number') return inner.element as z.ZodType;
  }
  return undefined;
}

/** Whether a text can be the id of a fact, document, attestation or letter. */
export function isRecordKey(key: string): boolean {
  return key.trim() !== '' && key !== '__proto__';
}

/** What stands at a place of a dossier by its schema; undefined where the schema knows no such place. */
export function shapeAt(path: FieldPath): Shape | undefined {
  let schema: z.ZodType | undefined = dossierDocumentSchema;
  for (const key of path) {
    schema = below(schema, key);
    if (schema === undefined) return undefined;
  }
  const options = optionsOf(schema);
  const [only] = options;
  if (only instanceof z.ZodObject) {
    const keys = Object.keys(only.shape);
    return { kind: 'map', keys, required: keys.filter((key) => !(only.shape[key] instanceof z.ZodOptional)) };
  }
  if (only instanceof z.ZodRecord) return { kind: 'record' };
  if (options.every((option) => option instanceof z.ZodArray)) return { kind: 'list' };
  return {
    kind: 'value',
    allowsList: options.some((option) => option instanceof z.ZodArray),
    isNumber: only instanceof z.ZodNumber,
    choices:
      only instanceof z.ZodEnum
        ? only.options.map(String)
        : only instanceof z.ZodLiteral
          ? [...only.values].map(String)
          : [],
  };
}
