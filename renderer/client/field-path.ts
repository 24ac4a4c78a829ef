/** A place in a dossier, as `dossiers.edit` takes it. */
export type FieldPath = readonly (string | number)[];

/** The path of a dotted field such as `app.name`; ids never contain dots. */
export const pathOf = (field: string): FieldPath => field.split('.');

/** The dotted field of a path. */
export const fieldOf = (path: FieldPath): string => path.join('.');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What stands at a path; undefined where nothing was filled in. */
export function valueAt(document: unknown, path: FieldPath): unknown {
  let value = document;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/**
 * A copy of a document with one value set, or with `null` removed. What lies beside the path keeps its identity,
 * so that only what shows the field is drawn again.
 */
export function withValue<T>(document: T, path: FieldPath, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return document;
  if (Array.isArray(document)) {
    const list: unknown[] = [...(document as readonly unknown[])];
    const index = Number(key);
    if (rest.length > 0) list[index] = withValue(list[index] ?? {}, rest, value);
    else if (value === null) list.splice(index, 1);
    else list[index] = value;
    // Safe: a list stays a list.
    return list as T;
  }
  const copy: Record<string, unknown> = isObject(document) ? { ...document } : {};
  if (rest.length > 0) copy[key] = withValue(copy[key] ?? {}, rest, value);
  else if (value === null) delete copy[key];
  else copy[key] = value;
  // Safe: the contract's own shapes are edited by paths that exist in them; the host refuses others.
  return copy as T;
}

/** Whether two plain values say the same; key order does not matter, and missing is the same as null. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || ((a ?? null) === null && (b ?? null) === null)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key], b[key]));
}
